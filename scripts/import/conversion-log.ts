/** What can be said of one thing in a document on its way, with the words the report puts before it. */
export const logKinds = {
  mapped: 'became',
  extra: 'kept below extra',
  dropped: 'left out',
  unsure: 'please look',
  missing: 'to fill in',
} as const satisfies Record<string, string>;

export type LogKind = keyof typeof logKinds;

/** One line of the report. */
export interface LogEntry {
  kind: LogKind;
  /** The field or the part of the text it is about, as its author or as we call it. */
  field: string;
  text: string;
}

/** Collects the notes of one document; a note said twice is kept once. */
export interface ConversionLog {
  notes: LogEntry[];
  note: (kind: LogKind, field: string, text: string) => void;
}

/** Open an empty conversionLog. */
export function createConversionLog(): ConversionLog {
  const notes: LogEntry[] = [];
  return {
    notes,
    note: (kind, field, text) => {
      if (!notes.some((one) => one.kind === kind && one.field === field && one.text === text)) notes.push({ kind, field, text });
    },
  };
}

/** The kinds of log entries, in the order of the report, with the words that begin their lines. */
export const logKinds = {
  mapped: 'mapped',
  extra: 'kept in extra',
  dropped: 'dropped',
  unsure: 'please check',
  missing: 'to do',
} as const satisfies Record<string, string>;

export type LogKind = keyof typeof logKinds;

/** One line of the report. */
export interface LogEntry {
  kind: LogKind;
  /** The field or the part of the text, by its old name or by ours. */
  field: string;
  text: string;
}

/** Records what happened to each part of one document. */
export interface ConversionLog {
  entries: LogEntry[];
  /** Add an entry unless the same one is there already. */
  add: (kind: LogKind, field: string, text: string) => void;
}

/** Create an empty log. */
export function createConversionLog(): ConversionLog {
  const entries: LogEntry[] = [];
  return {
    entries,
    add: (kind, field, text) => {
      const isDuplicate = entries.some((entry) => entry.kind === kind && entry.field === field && entry.text === text);
      if (!isDuplicate) entries.push({ kind, field, text });
    },
  };
}

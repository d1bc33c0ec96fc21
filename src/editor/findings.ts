import { diagnose } from '../checks/diagnose.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import { CannotWrite } from '../lib/content/write-document.ts';
import type { JsonSchema } from '../lib/json-schema.ts';
import { writeEntry, type Entry } from './document-format.ts';

/** What the check says about a form that is being filled in. */
export interface Findings {
  diagnostics: Pick<Diagnostic, 'severity' | 'field' | 'message' | 'value' | 'fix'>[];
  /** What each outcome was understood as. */
  readings: string[];
  /** Whether saving it would break the site: it has errors and is no draft. */
  blocks: boolean;
}

/** Check what a form would be saved as, with the rules of `npm run check` that need no other file. */
export function findingsOf(entry: Entry, { path, schema, locale }: { path: string; schema: JsonSchema; locale: string }): Findings {
  try {
    // A form that nobody has filled in yet lacks fields, not the lines around them.
    const text = writeEntry(entry, schema).trim() || '---\n---\n';
    // A picture has no path before it is saved.
    const { diagnostics, outcomes } = diagnose(text.replace(/blob:[^\s"']+/g, 'picture.webp'), path, { today: today(), locale });
    const isDraft = entry['draft'] === true;
    return {
      diagnostics,
      readings: outcomes.flatMap(({ words }) => words ?? []),
      blocks: !isDraft && diagnostics.some(({ severity }) => severity === 'error'),
    };
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error;
    const refusal = { severity: 'error', field: '', message: error.message, fix: 'change this document in a text editor' } as const;
    return { diagnostics: [refusal], readings: [], blocks: true };
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

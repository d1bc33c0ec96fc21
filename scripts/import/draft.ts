import { hasText } from '../../src/checks/fields/story.ts';
import { projectSchema } from '../../src/schemas/project.ts';
import { readDocument } from '../../src/documents/document.ts';
import { valueAt } from '../../src/documents/values.ts';
import type { ConversionLog } from './conversion-log.ts';
import { asText, isEmpty } from './front-matter/values.ts';
import { collectTexts } from './missing-words.ts';
import { writeDocument } from './write-document.ts';

/** A document between reading and writing. */
export interface Draft {
  fields: Record<string, unknown>;
  extra: Record<string, unknown>;
  body: string;
  log: ConversionLog;
}

/**
 * Write a draft as a document that the schema accepts: fields it rejects move to `extra`. Only a document that was hidden or has nothing to
 * read is a draft; what keeps the latter from being published is returned as `missing`.
 */
export function finalizeDraft(draft: Draft): { text: string; missing: string[] } {
  const { fields, log } = draft;
  const text = writeValid(draft);
  if (hasText(readDocument(Buffer.from(text), 'index.md'))) return { text, missing: [] };
  const { tagline, ...others } = fields;
  // A document with nothing but a tagline says it as its text.
  if (tagline !== undefined) return finalizeDraft({ ...draft, fields: others, body: `${asText(tagline) ?? ''}\n\n${draft.body}` });
  if (fields['draft'] === true) return { text, missing: [] };
  log.add('missing', 'text', 'the document has nothing to read; write its text, then delete `draft`');
  return { text: writeValid({ ...draft, fields: { ...fields, draft: true } }), missing: ['text'] };
}

function writeValid({ fields, extra, body, log }: Draft): string {
  // Moving one field can make the schema reject another, but not forever.
  for (let round = 0; ; round++) {
    const text = writeDocument({ ...fields, ...(isEmpty(extra) ? {} : { extra }) }, body);
    const document = readDocument(Buffer.from(text), '');
    const issues = projectSchema.safeParse(document.data ?? {}).error?.issues ?? [];
    const rejected = [...new Set(issues.map(({ path }) => String(path[0])))].filter(
      (field) => valueAt(document.data, [field]) !== undefined,
    );
    if (rejected.length === 0 || round > 5) return text;
    for (const field of rejected) {
      const reason = issues.find(({ path }) => path[0] === field)?.message ?? '';
      log.add('extra', field, `${reason}: ${collectTexts(fields[field]).join(', ')}`);
    }
    extra = { ...extra, ...Object.fromEntries(rejected.map((field) => [field, fields[field]])) };
    fields = Object.fromEntries(Object.entries(fields).filter(([field]) => !rejected.includes(field)));
  }
}

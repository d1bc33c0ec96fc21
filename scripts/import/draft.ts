import { projectSchema } from '../../src/schemas/project.ts';
import { hasText } from '../../src/checks/story.ts';
import { readDocument } from '../../src/documents/document.ts';
import { valueAt } from '../../src/documents/values.ts';
import type { ConversionLog } from './conversion-log.ts';
import { isEmpty } from './front-matter/values.ts';
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
 * Write a draft as a document that the schema accepts as far as possible: fields it rejects move to `extra`, and a missing title or text,
 * which are returned, makes the document a draft.
 */
export function finalizeDraft({ fields, extra, body, log }: Draft): { text: string; missing: string[] } {
  // Moving one field can make the schema reject another, but not forever.
  for (let round = 0; ; round++) {
    const text = writeDocument({ ...fields, ...(isEmpty(extra) ? {} : { extra }) }, body);
    const document = readDocument(Buffer.from(text), '');
    const issues = projectSchema.safeParse(document.data ?? {}).error?.issues ?? [];
    const isPresent = (path: readonly PropertyKey[]): boolean => valueAt(document.data, path.slice(0, 1)) !== undefined;
    const rejected = [...new Set(issues.filter(({ path }) => isPresent(path)).map(({ path }) => String(path[0])))];
    if (rejected.length === 0 || round > 5) {
      const missing = [...new Set(issues.map(({ path }) => String(path[0]))), ...(hasText(document) ? [] : ['text'])];
      for (const field of missing) log.add('missing', field, hints[field] ?? 'required');
      if (missing.length > 0 && fields['draft'] !== true) return finalizeDraft({ fields: { ...fields, draft: true }, extra, body, log });
      return { text, missing };
    }
    for (const field of rejected) {
      const reason = issues.find(({ path }) => path[0] === field)?.message ?? '';
      log.add('extra', field, `${reason}: ${collectTexts(fields[field]).join(', ')}`);
    }
    extra = { ...extra, ...Object.fromEntries(rejected.map((field) => [field, fields[field]])) };
    fields = Object.fromEntries(Object.entries(fields).filter(([field]) => !rejected.includes(field)));
  }
}

/** What to write into a missing field. */
const hints: Readonly<Record<string, string>> = {
  title: 'the title of the case study',
  text: 'the story of the case study, below the front matter',
};

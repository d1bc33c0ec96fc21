import { projectSchema } from '../../src/schemas/project.ts';
import { readDocument } from '../../src/documents/document.ts';
import { valueAt } from '../../src/documents/values.ts';
import { isEmpty } from './front-matter/values.ts';
import type { Draft } from './sections/extract-sections.ts';
import { collectTexts } from './missing-words.ts';
import { writeDocument } from './write-document.ts';

/** Write the document and read it back by the schema: what the schema refuses goes below `extra`, what it misses makes a draft. */
export function finalizeDraft({ fields, extra, body, conversionLog }: Draft): { text: string; missing: string[] } {
  for (let round = 0; ; round++) {
    const text = writeDocument({ ...fields, ...(isEmpty(extra) ? {} : { extra }) }, body);
    const document = readDocument(Buffer.from(text), '');
    const issues = projectSchema.safeParse(document.data ?? {}).error?.issues ?? [];
    const refused = [
      ...new Set(issues.filter(({ path }) => valueAt(document.data, path.slice(0, 1)) !== undefined).map(({ path }) => String(path[0]))),
    ];
    if (refused.length === 0 || round > 5) {
      const missing = [...new Set(issues.map(({ path }) => String(path[0])))];
      for (const field of missing) conversionLog.note('missing', field, hints[field] ?? 'required');
      if (missing.length > 0 && fields['draft'] !== true) return finalizeDraft({ fields: { ...fields, draft: true }, extra, body, conversionLog });
      return { text, missing };
    }
    for (const field of refused) {
      const why = issues.find(({ path }) => path[0] === field)?.message ?? '';
      conversionLog.note('extra', field, `${why}: ${collectTexts(fields[field]).join(', ')}`);
    }
    extra = { ...extra, ...Object.fromEntries(refused.map((field) => [field, fields[field]])) };
    fields = Object.fromEntries(Object.entries(fields).filter(([field]) => !refused.includes(field)));
  }
}

/** What to write into a field that is missing. */
const hints: Readonly<Record<string, string>> = {
  title: 'the title of the case study',
  tagline: 'one sentence, at most 200 characters',
  client: 'whom the work was for; `{name, alias, confidential: true}` keeps the name to yourself',
  technologies: 'a list of what it is made of',
  business_context: 'why it mattered to the client',
  technical_challenges: 'what stood in the way',
  solutions: 'what was done',
};

import '../schemas/without-eval.ts';
import { placeOf } from '../documents/collections.ts';
import type { Diagnostic, FieldDiagnostic } from '../documents/diagnostic.ts';
import type { Document } from '../documents/document.ts';
import { maxReadableBytes } from '../documents/front-matter.ts';
import { declaredLanguage, valueAt } from '../documents/values.ts';
import { readPlainStory } from '../lib/story/story-parts.ts';
import { authorTexts, checkPlainText, type AuthorText } from './texts/author-texts.ts';
import { checkFields, openDocument } from './fields/fields.ts';
import { locateAll } from './fields/locate.ts';
import { checkUnparsed } from './texts/markdown-text.ts';
import { readBack, type Reading } from './fields/readings.ts';

/** What `npm run check` also finds in a document, with its files, the other documents and a parser of Markdown. */
export const leftOut = [
  'pictures and films: whether they exist, and what is wrong with them',
  'links: whether they lead anywhere',
  'other documents: translations, related case studies, what selections show and until when, addresses, confidential names, spellings of technologies',
  'Markdown: raw HTML, addresses, alerts, code, charts and diagrams, MDX, and syntax of other systems in texts with code',
  'sections and outcomes that a case study seems to lack, where its body has headings that only a parser can tell: in MDX, among HTML',
] as const;

/** What the check finds in one document, and what it understands of its outcomes. */
export interface Diagnosis {
  /** As `npm run check` reports them, sorted by position. */
  diagnostics: Diagnostic[];
  outcomes: Reading[];
}

export interface DiagnoseOptions {
  /** Calendar date of the check, `YYYY-MM-DD`. */
  today: string;
  /** Language of the site, BCP 47; English by default. */
  locale?: string | undefined;
}

/**
 * Check one document of projects, pages or selections without files or other documents, in Node and in browsers. `path` starts at the
 * project's root; a file that is no such document has no diagnostics. `leftOut` names what it does not find.
 */
export function diagnose(text: string, path: string, { today, locale }: DiagnoseOptions): Diagnosis {
  const place = placeOf(path);
  const bytes = new TextEncoder().encode(text);
  const opened = place && openDocument(path, place.relative, () => (bytes.length > maxReadableBytes ? null : bytes));
  if (!opened) return { diagnostics: [], outcomes: [] };
  const { name, document, diagnostics } = opened;
  if (!document?.data) return { diagnostics: locateAll(diagnostics, path, document), outcomes: [] };
  const story = ({ body }: Document) => readPlainStory(body, { mdx: path.endsWith('.mdx') });
  const { errors, advice } = checkFields(document, { ...place, name, today, locale, story });
  const inTexts = authorTexts(document).flatMap(checkText);
  const lang = name.lang ?? declaredLanguage(document.data) ?? locale ?? 'en';
  const metrics = place.collection === 'projects' ? valueAt(document.data, ['metrics']) : undefined;
  return {
    diagnostics: locateAll([...diagnostics, ...errors, ...inTexts, ...advice], path, document),
    outcomes: readBack(metrics, { lang, locale: locale ?? 'en' }),
  };
}

function checkText(text: AuthorText): FieldDiagnostic[] {
  if (text.kind === 'plain') return checkPlainText(text);
  const notes = checkUnparsed(text.text, { mdx: text.kind === 'mdx' });
  return notes.map(({ line, column, ...note }) => ({ ...note, field: text.field, ...text.positionIn({ line, column }) }));
}

import type { PdfFacts } from '../../lib/pdf/read.ts';

/** A case study in the booklet: the last part of its address, and its built page. */
export interface BookletCase {
  slug: string;
  html: string;
}

/** List the cases the cover sheet of the booklet asks for, in its order. */
export function casesAskedFor(sheet: string): string[] {
  return [...sheet.matchAll(/<section\b[^>]*\bdata-case="([^"]+)"/g)].map(([, slug = '']) => slug);
}

/**
 * Put the case studies into the sheet that asks for them. Each is the `<article>` of its own page without what paper has no use
 * for; its ids are its own, so that no two cases of a booklet share one. Throws where a case has no article.
 */
export function bindBooklet(sheet: string, cases: readonly BookletCase[]): string {
  const articles = new Map(cases.map(({ slug, html }) => [slug, articleOf(html, slug)]));
  return sheet.replace(
    /(<section\b[^>]*\bdata-case="([^"]+)"[^>]*>)([\s\S]*?)(<\/section>)/g,
    (_, open: string, slug: string, inner: string, close: string) => open + inner + (articles.get(slug) ?? missing(slug)) + close,
  );
}

/** Write into the contents which page each case begins on, as a first print of the same sheet has it in its bookmarks. */
export function numberContents(sheet: string, outline: PdfFacts['outline']): string {
  const tops = outline.filter(({ level }) => level === 1);
  // The cover and the contents have bookmarks too.
  const pages = new Map(casesAskedFor(sheet).map((slug, index) => [slug, tops[index + 2]?.page]));
  return sheet.replace(
    /(data-page="([^"]+)"[^>]*>)(?=<)/g,
    (_, open: string, slug: string) => open + String(pages.get(slug) ?? missing(slug)),
  );
}

function articleOf(html: string, slug: string): string {
  const article = /<article\b[\s\S]*<\/article>/.exec(html)?.[0] ?? missing(slug);
  return article
    .replace(/<dialog\b[\s\S]*?<\/dialog>|<script\b[\s\S]*?<\/script>/g, '')
    .replace(
      /\s(id|for|commandfor|aria-labelledby|aria-describedby)="([^"]+)"/g,
      (_, name: string, ids: string) =>
        ` ${name}="${ids
          .split(' ')
          .map((id) => `${id}--${slug}`)
          .join(' ')}"`,
    )
    .replace(/\shref="#([^"]+)"/g, ` href="#$1--${slug}"`);
}

function missing(slug: string): never {
  throw new Error(`The booklet has no pages for ${slug}.`);
}

import type { Bookmark } from '../../lib/pdf.ts';

/** A case study of the booklet, with the HTML of its page. */
export interface BookletCase {
  slug: string;
  html: string;
}

/** List the case studies that the booklet's template has sections for, in order: the slug, and the path of the page in the output. */
export function casesIn(template: string): { slug: string; path: string }[] {
  const sections = template.matchAll(/<section\b[^>]*\bdata-case="([^"]+)" data-path="([^"]+)"/g);
  return [...sections].map(([, slug = '', path = '']) => ({ slug, path }));
}

/**
 * Insert each case study into its section of the template: the `<article>` of its page, without dialogs and scripts, and with the
 * slug appended to every id, so that ids stay unique. Throws when a case study is missing or has no article.
 */
export function bindBooklet(template: string, cases: readonly BookletCase[]): string {
  const articles = new Map(cases.map(({ slug, html }) => [slug, articleOf(html, slug)]));
  return template.replace(
    /(<section\b[^>]*\bdata-case="([^"]+)"[^>]*>)([\s\S]*?)(<\/section>)/g,
    (_, open: string, slug: string, content: string, close: string) => open + content + (articles.get(slug) ?? missing(slug)) + close,
  );
}

/** Insert into the table of contents the page of each case study, from the bookmarks of a first print. */
export function numberContents(booklet: string, outline: readonly Bookmark[]): string {
  // The cover and the table of contents have bookmarks too.
  const cases = outline.filter(({ level }) => level === 1).slice(2);
  const pages = new Map(casesIn(booklet).map(({ slug }, index) => [slug, cases[index]?.page]));
  return booklet.replace(
    /(data-page="([^"]+)"[^>]*>)(?=<)/g,
    (_, open: string, slug: string) => open + String(pages.get(slug) ?? missing(slug)),
  );
}

function articleOf(html: string, slug: string): string {
  const article = /<article\b[\s\S]*<\/article>/.exec(html)?.[0] ?? missing(slug);
  const own = (ids: string): string => ids.replace(/\S+/g, (id) => `${id}--${slug}`);
  return article
    .replace(/<dialog\b[\s\S]*?<\/dialog>|<script\b[\s\S]*?<\/script>/g, '')
    .replace(
      /\s(id|for|popovertarget|aria-labelledby|aria-describedby)="([^"]+)"/g,
      (_, name: string, ids: string) => ` ${name}="${own(ids)}"`,
    )
    .replace(/\shref="#([^"]+)"/g, (_, id: string) => ` href="#${own(id)}"`);
}

function missing(slug: string): never {
  throw new Error(`The booklet has no pages for ${slug}.`);
}

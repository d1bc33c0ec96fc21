import type { HastPluginDefinition } from 'satteri';

/** Create a plugin of the Markdown processor that gives every heading an id: its text as GitHub writes it, after a prefix. */
export function headingIds(prefix = '') {
  return () => {
    const nextSlug = createSlugger(prefix === '' ? pageIds : []);
    return {
      name: 'heading-ids',
      element: {
        filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
        visit: (node, context) => {
          if (typeof node.properties['id'] === 'string') return;
          const slug = nextSlug(context.textContent(node));
          if (slug) context.setProperty(node, 'id', prefix + slug);
        },
      },
    } satisfies HastPluginDefinition;
  };
}

/** Return the prefix of every id in a front-matter field: `solutions-` in `solutions`. */
export function idPrefixOf(field: string): string {
  return `${field.replaceAll('_', '-')}-`;
}

/** Return the id of the heading above a front-matter field: `section-context` for `business_context`. */
export function sectionId(field: string): string {
  return `section-${field.split('_').at(-1)}`;
}

/** Slugify a heading as GitHub does. */
export function headingSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** Ids of the page around the text of a document. */
export const pageIds: readonly string[] = ['main', 'screens', 'measurements', 'related', 'next-case'];

/** Create a function that slugifies headings and numbers equal ones, as GitHub does: `x`, `x-1`, `x-2`. */
function createSlugger(taken: readonly string[]): (text: string) => string {
  const counts = new Map(taken.map((id) => [id, 0]));
  return (text) => {
    const base = headingSlug(text);
    let slug = base;
    for (let count = counts.get(slug); count !== undefined && counts.has(slug); slug = `${base}-${count}`) counts.set(base, ++count);
    counts.set(slug, 0);
    return slug;
  };
}

import { mdxToJs, type HastPluginDefinition } from 'satteri';
import { stringsFor, type Strings } from '../../i18n/strings.ts';
import { headingIds, headingSlug, idPrefixOf, pageIds, sectionId } from '../../lib/markdown/heading-ids.ts';
import { renderMarkdown } from '../../lib/markdown/markdown.ts';
import type { CheckedFile } from '../document.ts';

/** The parts of a page that a link can lead to. */
export interface Anchors {
  /** Ids of the page, by the names that an author may use: the id itself, or that of a heading without its field's prefix. */
  ids: ReadonlyMap<string, string>;
  /** Whether components of MDX may add ids that no check can know. */
  open: boolean;
}

/** List the anchors on the page of a document, which has no errors; `locale` is that of the site. */
export function readAnchors({ collection, path, name, texts, document }: CheckedFile, locale: string): Anchors {
  const mdx = path.endsWith('.mdx');
  const body = texts.find(({ field }) => field === 'body')?.text ?? '';
  // A link may name a heading in the voice of a person or of an organization.
  const [{ section }, { section: personal }] = [stringsFor(name.lang ?? locale), stringsFor(name.lang ?? locale, 'person')];
  const pairs = texts.flatMap(({ field, text }): (readonly [string, string])[] => {
    if (field === 'body') return (mdx ? idsOfMdx(text) : idsOf(text, '')).map((id) => [id, id]);
    const prefix = idPrefixOf(field);
    const headings = isSection(section, field) ? [section[field].heading, personal[field].heading] : [field];
    const fromHeading = [sectionId(field), ...headings.map(headingSlug)].map((anchor) => [anchor, sectionId(field)] as const);
    return [...fromHeading, ...idsOf(text, prefix).flatMap((id) => [[id, id] as const, [id.slice(prefix.length), id] as const])];
  });
  const ids = new Map<string, string>();
  const ownIds = collection === 'projects' && document !== null ? pageIds : ['main'];
  // A real id wins over a short name, and the first of several short names over the others.
  for (const [anchor, id] of [...ownIds.map((id) => [id, id] as const), ...pairs.filter(([anchor, id]) => anchor === id), ...pairs])
    if (!ids.has(anchor)) ids.set(anchor, id);
  return { ids, open: mdx && /<[A-Z]/.test(body) };
}

function isSection(sections: Strings['section'], field: string): field is keyof Strings['section'] {
  return Object.hasOwn(sections, field);
}

function idsOf(markdown: string, idPrefix: string): string[] {
  return [...renderMarkdown(markdown, { headingBase: 2, idPrefix }).matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
}

function idsOfMdx(body: string): string[] {
  const ids: string[] = [];
  const collect: HastPluginDefinition = {
    name: 'collect-ids',
    element: { filter: [], visit: ({ properties: { id } }) => void (typeof id === 'string' && ids.push(id)) },
    mdxJsxFlowElement: { filter: [], visit: addLiteralId },
    mdxJsxTextElement: { filter: [], visit: addLiteralId },
  };
  function addLiteralId({ attributes }: { attributes: readonly object[] }): void {
    for (const attribute of attributes)
      if ('name' in attribute && attribute.name === 'id' && 'value' in attribute && typeof attribute.value === 'string')
        ids.push(attribute.value);
  }
  mdxToJs(body, { features: { frontmatter: false, gfm: true, smartPunctuation: true }, hastPlugins: [headingIds(), collect] });
  return ids;
}

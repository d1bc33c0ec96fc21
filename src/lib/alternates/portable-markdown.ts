import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { defaultHandlers, toMdast, type Handle, type State } from 'hast-util-to-mdast';
import type {
  Association,
  Blockquote,
  Heading,
  Link,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Resource,
  Root,
  RootContent,
} from 'mdast';
import { markdownToMdast } from 'satteri';
import { alertKinds, alertMark, splitAlerts } from '../markdown/alerts.ts';
import { isChart } from '../charts/chart-data.ts';
import { chartTable } from '../charts/chart-words.ts';
import type { Links } from '../markdown/links.ts';
import { renderedAddress } from '../markdown/markdown.ts';
import { splitProse, type CodeBlock } from '../markdown/prose-parts.ts';
import { nesting, toPortableAddress } from '../markdown/sanitize.ts';
import { linkedText } from '../markdown/wiki-links.ts';

/**
 * Convert an author's text to Markdown nodes that can be read anywhere: absolute addresses, published pictures, headings from
 * `headingBase`, and no HTML. Markdown without HTML keeps its author's form; other text is converted from the HTML of its page.
 */
export function portableMarkdown({ markdown, html }: WrittenText, options: PortableOptions): RootContent[] {
  const { url, links, picture, film } = options;
  const absolute = (path: string) => toPortableAddress(path, url);
  const tree = markdown === undefined ? undefined : parse(markdown, links);
  if (tree && !descendants(tree).some(({ type }) => type === 'html'))
    return asPortable(tree, options, {
      link: (written) => {
        const { href } = links.attributes(written);
        return href && absolute(href);
      },
      image: (path) => picture(renderedAddress(path))?.url,
      film: (path) => film?.(renderedAddress(path)),
    });
  const shown = toNodes(withChartTables(splitAlerts(html), options.locale), options);
  return asPortable(shown, options, { link: absolute, image: absolute, film: () => undefined });
}

export interface WrittenText {
  /** The author's Markdown; undefined for MDX, which only its components can render. */
  markdown: string | undefined;
  /** The text as its page shows it. */
  html: string;
}

export interface PortableOptions {
  /** Absolute address of the page. */
  url: string;
  /** Locale of the numbers of charts. */
  locale: string;
  headingBase: number;
  /** Prefix of footnote labels, so that the notes of several texts don't collide in one document. */
  notePrefix?: string;
  /** Where the links lead. */
  links: Links;
  /** Find the published file of a picture by its address in rendered Markdown. */
  picture: (address: string) => { url: string } | undefined;
  /** Find the file of a film by its address in rendered Markdown. */
  film?: (address: string) => { url: string; label: string } | undefined;
}

function toNodes(html: string, media: Media): Root {
  // Markdown takes the alignment of a column from `align`.
  const aligned = html.replace(/(<t[hd]\b[^<>]*) data-align=/g, '$1 align=');
  return toMdast(fromHtml(aligned, { fragment: true }), { document: true, handlers: handlersFor(media) }) as Root;
}

/** Replace each chart of a rendered text by the table of its figures. */
function withChartTables(html: string, locale: string): string {
  return html.replace(/<pre><code[^>]* data-meta="[^>]*>[^<]*<\/code><\/pre>/g, (block) => {
    const [part] = splitProse(block);
    return (typeof part === 'object' && 'code' in part && isChart(part) && chartTable(part, locale)) || block;
  });
}

function parse(markdown: string, links: Links): Root {
  const position = markdown.includes('[[');
  const tree = markdownToMdast(markdown, { position, features: { frontmatter: false, subscript: true } }) as Root;
  if (position) linkWikiLinks(tree, markdown, links);
  return tree;
}

function linkWikiLinks(parent: Parents, markdown: string, links: Links): void {
  parent.children = parent.children.flatMap((node): Parents['children'] => {
    if (node.type === 'text')
      return linkedText(node.value, markdown.slice(node.position?.start.offset, node.position?.end.offset), links.title);
    if ('children' in node && !node.type.startsWith('link')) linkWikiLinks(node, markdown, links);
    return [node];
  }) as never;
}

type Media = Pick<PortableOptions, 'picture' | 'film'>;

function handlersFor({ picture, film }: Media): Record<string, Handle> {
  const caption = (state: State, node: Element): Paragraph => ({ type: 'paragraph', children: [defaultHandlers.em(state, node)] });
  return {
    aside: defaultHandlers.blockquote,
    summary: (state, node) => ({ type: 'paragraph', children: [defaultHandlers.strong(state, node)] }),
    figcaption: caption,
    pre: (state, node) => ({ ...defaultHandlers.pre(state, node), meta: metaOf(node) }),
    dl: terms,
    sub: (state, node) => ({ type: 'subscript', children: state.all(node) }) as never,
    // Without a sign, 10² would become 102.
    sup: (state, node) => {
      const children = state.all(node);
      return children[0]?.type === 'text' && /^[-−+]?\d/.test(children[0].value) ? [{ type: 'text', value: '^' }, ...children] : children;
    },
    table: (state, node) => {
      const captions = node.children.filter((child) => child.type === 'element').filter(({ tagName }) => tagName === 'caption');
      return [defaultHandlers.table(state, node), ...captions.map((child) => caption(state, child))];
    },
    // A picture of Markdown is still a placeholder in rendered HTML.
    img: (state, node) => {
      const { dataPicture, src } = node.properties;
      const linked = dataPicture === undefined ? undefined : film?.(String(dataPicture));
      if (linked) return filmLink(linked, node.properties.alt, node.properties.title);
      const file = dataPicture === undefined ? src : picture(String(dataPicture))?.url;
      return file ? defaultHandlers.img(state, { ...node, properties: { ...node.properties, src: file } }) : [];
    },
  };
}

/** Write terms as authors do, each explanation on a line that begins with a colon; explanations of several blocks become a list. */
function terms(state: State, node: Element): Paragraph[] | ReturnType<typeof defaultHandlers.dl> {
  const parts = node.children.filter((child): child is Element => child.type === 'element');
  const isShort = parts.every(
    ({ children }) => !children.some((child) => child.type === 'element' && /^(?:[du]l|ol|p|pre|table|blockquote)$/.test(child.tagName)),
  );
  if (!isShort) return defaultHandlers.dl(state, node);
  const groups: PhrasingContent[][] = [];
  for (const part of parts) {
    const words = state.all(part) as PhrasingContent[];
    const last = groups.at(-1);
    if (part.tagName === 'dd' && last) last.push({ type: 'text', value: '\n: ' }, ...words);
    else groups.push(words);
  }
  return groups.map((children) => ({ type: 'paragraph', children }));
}

/** Find what the fence of code had after its language. */
function metaOf({ children }: Element): string | undefined {
  const meta = children.find((child) => child.type === 'element')?.properties['dataMeta'];
  return meta === undefined ? undefined : String(meta);
}

function asPortable(tree: Root, { headingBase, locale, notePrefix = '' }: PortableOptions, resolve: Resolvers): RootContent[] {
  const nodes = descendants(tree);
  const level = nesting(headingBase);
  const definitions = Map.groupBy(
    nodes.filter((node) => node.type === 'definition'),
    ({ identifier }) => identifier,
  );
  const definition = ({ identifier }: Association) => definitions.get(identifier)?.[0];
  const cited = new Set(nodes.flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : [])));
  const note = ({ identifier, label }: Association) => ({ identifier: notePrefix + identifier, label: notePrefix + (label ?? identifier) });
  const all = <T extends RootContent>(children: T[]) => children.flatMap(portable) as T[];

  function portable(node: RootContent): RootContent[] {
    switch (node.type) {
      case 'html':
      case 'definition':
        return [];
      case 'link':
        return link(all(node.children), node);
      case 'linkReference':
        return link(all(node.children), definition(node));
      case 'image':
        return image(node.alt, node);
      case 'imageReference':
        return image(node.alt, definition(node));
      case 'footnoteReference':
        return [{ ...node, ...note(node) }];
      case 'footnoteDefinition':
        return cited.has(node.identifier) ? [{ ...node, ...note(node), children: all(node.children) }] : [];
      case 'blockquote':
        return nonEmpty({ ...node, children: withMark(all(node.children)) });
      case 'heading':
        return nonEmpty({ ...node, depth: level(node.depth) as Heading['depth'], children: all(node.children) });
      case 'code':
        return chart({ code: node.value, language: node.lang ?? undefined, meta: node.meta ?? '' }) ?? [node];
      default:
        return 'children' in node ? nonEmpty({ ...node, children: all(node.children as RootContent[]) } as RootContent) : [node];
    }
  }

  /** Link to an address, or leave the words alone where that is not portable. */
  function link(children: PhrasingContent[], target: Resource | undefined): RootContent[] {
    const url = target && resolve.link(target.url);
    return url === undefined ? children : nonEmpty({ type: 'link', url, title: target?.title, children });
  }

  function image(alt: string | null | undefined, target: Resource | undefined): RootContent[] {
    const film = target && resolve.film(target.url);
    if (film) return [filmLink(film, alt, target.title)];
    const url = target && resolve.image(target.url);
    return url === undefined ? [] : [{ type: 'image', url, title: target?.title, alt }];
  }

  function chart(block: Pick<CodeBlock, 'code' | 'language' | 'meta'>): RootContent[] | undefined {
    const table = isChart(block) ? chartTable(block, locale) : undefined;
    return table === undefined ? undefined : toNodes(table, { picture: () => undefined }).children;
  }

  return all(tree.children);
}

/** Keep the kind of an alert, `[!NOTE]`, from being escaped like other brackets. */
function withMark(children: Blockquote['children']): Blockquote['children'] {
  const [first, ...rest] = children;
  if (first?.type !== 'paragraph') return children;
  const [text, ...others] = first.children;
  if (text?.type !== 'text' || !alertKinds.some((kind) => kind === alertMark(text.value))) return children;
  const end = text.value.indexOf(']') + 1;
  const mark = { type: 'html' as const, value: text.value.slice(0, end) };
  return [{ ...first, children: [mark, { ...text, value: text.value.slice(end) }, ...others] }, ...rest];
}

interface Resolvers {
  link: (address: string) => string | undefined;
  image: (address: string) => string | undefined;
  film: NonNullable<PortableOptions['film']>;
}

/** Link to the file of a film, in the words of its alternative text; like that of a picture, its caption is the title. */
export function filmLink({ url, label }: { url: string; label: string }, alt: unknown, caption?: unknown): Link {
  const title = caption ? String(caption) : null;
  return { type: 'link', url, title, children: [{ type: 'text', value: alt ? `${String(alt)} (${label})` : label }] };
}

/** Drop a node whose children are all gone, except cells and list items, which keep their place. */
function nonEmpty(node: RootContent): RootContent[] {
  return 'children' in node && node.children.length === 0 && !/^(?:tableCell|listItem)$/.test(node.type) ? [] : [node];
}

function descendants(node: Nodes): Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(descendants)] : [node];
}

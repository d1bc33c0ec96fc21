import type { MdastPluginDefinition } from 'satteri';
import type { Link, Text } from 'mdast';

/** A link to a document by its slug: `[[slug]]`, `[[slug#heading]]` or `[[slug|words]]`. */
export interface WikiLink {
  /** As the author wrote it. */
  written: string;
  /** A `wiki:` address, by which the document's links are looked up. */
  address: string;
  /** Null where the title of the document is the text. */
  text: string | null;
}

/** Split text at its wiki links. In its Markdown, a backslash before the brackets prevents a link. */
export function splitWikiLinks(text: string, markdown: string): (string | WikiLink)[] {
  const source = plainPunctuation(markdown.replaceAll('\\|', '|'));
  const parts: (string | WikiLink)[] = [];
  let [end, from] = [0, 0];
  for (const match of text.matchAll(/(?<!!)\[\[([^[\]|\n]+)(?:\|([^[\]\n]+))?\]\]/g)) {
    const [written, target = '', words] = match;
    const at = source.indexOf(plainPunctuation(written), from);
    if (at === -1 || source[at - 1] === '\\') continue;
    from = at + 1;
    const address = `wiki:${encodeURI(plainPunctuation(target).trim().toWellFormed())}`;
    parts.push(text.slice(end, match.index), { written, address, text: words?.trim() ?? null });
    end = match.index + written.length;
  }
  return [...parts, text.slice(end)].filter((part) => part !== '');
}

/** Turn text with wiki links into text and links; `titleOf` finds the title of a document by its `wiki:` address. */
export function linkedText(text: string, markdown: string, titleOf: TitleFinder): (Text | Link)[] {
  return splitWikiLinks(text, markdown).map((part): Text | Link => {
    if (typeof part === 'string') return { type: 'text', value: part };
    return { type: 'link', url: part.address, children: [{ type: 'text', value: wordsOf(part, titleOf) }] };
  });
}

/** Replace the wiki links of Markdown by their words. */
export function withoutWikiLinks(markdown: string, titleOf: TitleFinder): string {
  return splitWikiLinks(markdown, markdown)
    .map((part) => (typeof part === 'string' ? part : wordsOf(part, titleOf)))
    .join('');
}

/** Create a plugin of the Markdown processor that makes wiki links. */
export function wikiLinks(titleOf: TitleFinder) {
  return {
    name: 'wiki-links',
    text: (node, context) => {
      if (!node.value.includes('[[') || /^link/.test(context.parent(node)?.type ?? '')) return;
      context.replaceNode(
        node,
        linkedText(node.value, context.source.slice(node.position?.start.offset, node.position?.end.offset), titleOf),
      );
    },
  } satisfies MdastPluginDefinition;
}

/** Return the slug and heading in a `wiki:` address; null for any other address. */
export function wikiTarget(address: string): string | null {
  if (!address.startsWith('wiki:')) return null;
  try {
    return decodeURI(address.slice('wiki:'.length));
  } catch {
    return null;
  }
}

function wordsOf({ address, text }: WikiLink, titleOf: TitleFinder): string {
  return text ?? titleOf(address) ?? wikiTarget(address) ?? '';
}

type TitleFinder = (address: string) => string | undefined;

/** Undo smart punctuation. */
function plainPunctuation(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replaceAll('–', '--').replaceAll('—', '---').replaceAll('…', '...');
}

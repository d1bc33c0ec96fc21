import { findCodeLanguage } from '../../../src/lib/markdown/code-languages.ts';
import { unescapeHtml } from '../../../src/lib/markdown/escape-html.ts';
import { readAttribute } from '../../../src/lib/markdown/tag-attributes.ts';
import { fenceCode } from './code-fences.ts';
import { replaceCode } from './protect-code.ts';

/**
 * Turn listings in HTML that stand alone into fences with their language, before template code or Markdown can change them. In a page of
 * HTML, in MDX and within other elements they are left to the conversion of these.
 */
export function convertHtmlListings(text: string, path: string): string {
  if (!/\.(?:md|markdown|mdown|mkdn?)$/i.test(path)) return text;
  const kept: string[] = [];
  const keep = (code: string): string => `\u{F0006}${kept.push(code) - 1}\u{F0007}`;
  return replaceCode(text, keep)
    .replace(
      /^( {0,3})((?:<(?:div|figure)\b[^>]*>\s*)*)<pre\b([^>]*)>\s*(?:<code\b([^>]*)>)?([^]*?)(?:<\/code>\s*)?<\/pre>((?:\s*<\/(?:div|figure)>)*)[ \t]*$/gim,
      (whole, _, before: string, pre: string, code: string | undefined, content: string, after: string) => {
        const language = [code, pre, before].flatMap((tag) => languageOf(tag ?? ''))[0];
        const isBalanced = (before.match(/<(?:div|figure)\b/gi) ?? []).length === (after.match(/<\//g) ?? []).length;
        const isListing = (code !== undefined || language !== undefined) && isBalanced && !/<(?:img|div|table|pre)\b/i.test(content);
        if (!isListing) return whole;
        const plain = content
          .replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, '')
          .replace(/<br\s*\/?>/gi, '\n')
          .replace(/<\/?[a-z][^>]*>/gi, '');
        return `\n\n${fenceCode(language ?? '', '', unescapeHtml(plain).replace(/^\n|\s+$/g, ''))}\n\n`;
      },
    )
    .replace(/\u{F0006}(\d+)\u{F0007}/gu, (_, index: string) => kept[Number(index)] ?? '');
}

/** Find the language that the attributes of a tag name: a class such as `language-js`, `brush: js` or `js`, `data-lang` or `lang`. */
function languageOf(attributes: string): string[] {
  const classes = (readAttribute(attributes, 'class') ?? '').replace(/\bbrush:\s*/, 'language-').split(/[\s;]+/);
  const prefixed = classes.flatMap((name) => /^(?:language-|lang-|highlight-(?:source|text)-)(.+)$/.exec(name)?.[1] ?? []);
  const named = [readAttribute(attributes, 'data-lang') ?? [], readAttribute(attributes, 'lang') ?? []].flat();
  const bare = classes.filter((name) => findCodeLanguage(name) !== undefined);
  return [...prefixed, ...named.filter((name) => findCodeLanguage(name) !== undefined), ...bare];
}

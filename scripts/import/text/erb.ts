import { textAt } from '../../../src/documents/values.ts';
import { escapeHtml } from '../../../src/lib/markdown/escape-html.ts';
import type { TemplateConverter } from './conversion-context.ts';
import { parseArguments } from './figures.ts';
import { headingOfName } from './foreign-tag.ts';

/** Convert the ERB of an HTML page: pictures and links become HTML, blocks of known names get headings, other code goes. */
export const convertErb: TemplateConverter = (text, { data, log, part }) => {
  /** What closes each block that is open. */
  const endings: string[] = [];
  return text.replace(/<%(=*|-|#)([^]*?)-?%>/g, (_, kind: string, source: string) => {
    if (kind === '#') return '';
    const code = source.replace(/\s+/g, ' ').trim();
    if (/^end\b/.test(code)) return endings.pop() ?? '';
    if (/^(?:else|elsif|when)\b/.test(code)) return '';
    const [, name = '', rest = ''] = /^([\w.]+)\s*\(?\s*(.*?)\)?(?:\s+(?:do|then)\b.*)?$/.exec(code) ?? [];
    const args = parseArguments(rest.replace(/:(\w+)\s*=>/g, '$1:'));
    const isBlock = /\bdo\b(?:\s*\|[^|]*\|)?$/.test(code) || /^(?:if|unless|case|for|while|begin)\b/.test(code);
    const { opening, ending = '' } = convertCall(name, args, isBlock);
    if (isBlock) endings.push(ending);
    if (opening !== undefined) return opening;
    const literal = /^(["'])(.*)\1$/.exec(code)?.[2] ?? lookUp(code, data);
    if (literal === undefined && !isBlock) log.add('dropped', part, `the template code \`${name || code}\`, which means nothing here`);
    return literal ?? '';
  });
};

interface Conversion {
  /** Undefined if the code means nothing here. */
  opening?: string;
  /** What replaces the `end` of its block. */
  ending?: string;
}

function convertCall(name: string, args: Readonly<Record<string, string>>, isBlock: boolean): Conversion {
  const [first = '', second = first] = [args['0'], args['1']].map((arg) => arg && escapeHtml(arg));
  if (name === 'image_tag') return { opening: `<img src="${first}" alt="${escapeHtml(args['alt'] ?? '')}">` };
  if (name === 'link_to' && isBlock) return { opening: `<a href="${first}">`, ending: '</a>' };
  if (name === 'link_to') return { opening: `<a href="${second}">${first}</a>` };
  if (name === 'mail_to') return { opening: `<a href="mailto:${first}">${second}</a>` };
  if (name !== 'content_for') return {};
  const heading = headingOfName((args['0'] ?? '').replace(/^:/, ''));
  return { opening: heading === undefined ? '' : `<h2>${heading}</h2>` };
}

/** Look up `current_page.data.client` in front matter. */
function lookUp(code: string, data: Record<string, unknown>): string | undefined {
  const path = /^current_page\.data\.([\w.]+)$/.exec(code)?.[1]?.split('.');
  return path && textAt(data, path);
}

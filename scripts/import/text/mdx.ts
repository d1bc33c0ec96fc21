import { parseVideoUrl, parseFigure, isInsideHtml, parseArguments, writeFigure } from './figures.ts';
import type { ConversionContext } from './liquid.ts';

/**
 * Turn MDX into Markdown: pictures that are imported or given to a component become Markdown, other components give way to what they
 * enclose and stay as comments, imports and exports go to the notes. Nothing is run. Code is to be set aside before.
 */
export function convertMdx(text: string, context: ConversionContext): string {
  const imported = new Map<string, string>();
  const withoutImports = text.replace(
    /^(?:import\s[^;\n]*?(?:from\s*)?['"][^'"\n]+['"];?|export\s+(?:const|let|default|function)\b[^\n]*(?:\n[ \t]+[^\n]*)*(?:\n[}\])]+;?)?)[ \t]*$/gm,
    (line) => {
      const [, name, path] = /^import\s+(\w+)\s+from\s*['"]([^'"]+)['"]/.exec(line) ?? [];
      if (name && path && /\.(?:jpe?g|png|webp|avif|gif|svg)$/i.test(path)) imported.set(name, path);
      else context.note('dropped', context.part, `code of MDX: ${line}`);
      return '';
    },
  );
  const commented = withoutImports.replace(/\{\/\*([^]*?)\*\/\}/g, (_, inside: string) => comment(inside));
  const opened = commented.replace(tag, (whole, closing: string, name: string, attributes: string, _self: string, offset: number) => {
    if (/^[a-z]/.test(name)) return plainTag(whole, name, attributes, closing, context);
    if (closing) return '';
    const pictures = attributes.replace(/=\s*\{\s*(\w+)(?:\.src)?\s*\}/g, (part, variable: string) => {
      const path = imported.get(variable);
      return path === undefined ? part : `="${path}"`;
    });
    return convertComponent({ whole, name, args: parseArguments(pictures), attributes, html: isInsideHtml(commented, offset) }, context);
  });
  // What components enclosed was indented as code is in Markdown.
  return opened
    .replace(/^[ \t]+(?=(?:[A-Za-z!*<#]|\[))/gm, (indent, offset: number) => (insideList(opened, offset) ? indent : ''))
    .replace(/\{(['"`])([^'"`{}]*)\1\}/g, '$2');
}

interface Component {
  whole: string;
  name: string;
  args: Record<string, string>;
  attributes: string;
  html: boolean;
}

/** What is shown of a component that is not here: its picture, film, quotation, figures or heading; the rest stays as a comment. */
function convertComponent({ whole, name, args, attributes, html }: Component, context: ConversionContext): string {
  const own = (markdown: string): string => (html ? markdown : `\n\n${markdown}\n\n`);
  const film = parseVideoUrl(name, args);
  if (film !== null) return `[${args['title'] ?? 'Video'}](${film})`;
  const figure = parseFigure(args, name);
  if (figure !== null) return own(writeFigure(figure, html));
  const quote = /quote/i.test(name) ? (args['quote'] ?? args['text']) : undefined;
  const by = args['attribution'] ?? args['author'];
  if (quote !== undefined) return own(`> ${quote}${by === undefined ? '' : `\n>\n> — ${by}`}`);
  const figures = figuresIn(attributes);
  if (figures.length > 0) return own(figures.map(({ value, label }) => `- **${value}** ${label}`).join('\n'));
  if (attributes.trim() === '') {
    context.note('dropped', context.part, `the component <${name}>, which is not here; what it enclosed stays`);
    return '';
  }
  context.note('unsure', context.part, `a component that is not here, kept as a comment: ${whole.replace(/\s+/g, ' ')}`);
  const heading = args['heading'] ?? args['title'];
  return own(`${heading === undefined ? '' : `**${heading}**\n\n`}${comment(whole)}`);
}

/** `metrics={[{ value: "42%", label: "more sign-ups" }]}` and the like. */
function figuresIn(attributes: string): { value: string; label: string }[] {
  return [...attributes.matchAll(/\{([^{}]*)\}/g)].flatMap(([, inside = '']) => {
    const read = (names: string): string | undefined =>
      new RegExp(`\\b(?:${names})\\s*:\\s*(?:"([^"]*)"|'([^']*)'|([\\d.]+))`)
        .exec(inside)
        ?.slice(1)
        .find((part) => part !== undefined);
    const [value, label] = [read('value|number|stat|figure'), read('label|title|text|description|name')];
    return value === undefined || label === undefined ? [] : [{ value, label }];
  });
}

/** A tag with its attributes, whose braces may nest twice. */
const tag =
  /<(\/?)([A-Za-z][\w.]*)((?:\s+[\w:@-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}))?|\s+\{\.\.\.[^}]*\})*)\s*(\/?)>/g;

function plainTag(whole: string, name: string, attributes: string, closing: string, context: ConversionContext): string {
  if (closing || !/\{|className|htmlFor/.test(attributes)) return whole;
  const plain = attributes.replace(/\s+[\w:-]+\s*=\s*\{(?:[^{}]|\{[^{}]*\})*\}/g, (attribute) => {
    const text = /=\s*\{\s*(["'`])([^"'`$]*)\1\s*\}$/.exec(attribute);
    if (text) return `${attribute.slice(0, attribute.indexOf('='))}="${text[2] ?? ''}"`;
    context.note('dropped', context.part, `an attribute of <${name}>:${attribute}`);
    return '';
  });
  return whole.replace(attributes, plain.replace(/\bclassName=/g, 'class='));
}

function comment(text: string): string {
  return `<!-- ${text.trim().replaceAll('--', '- -')} -->`;
}

/** Tell whether a line belongs to a list item above it. */
function insideList(text: string, offset: number): boolean {
  const before = text.slice(0, offset).split('\n').slice(0, -1).reverse();
  const opener = before.find((line) => line.trim() !== '' && !/^\s/.test(line)) ?? '';
  return /^(?:[-*+]|\d+[.)])\s/.test(opener) || before.slice(0, 3).some((line) => /^\s*(?:[-*+]|\d+[.)])\s/.test(line));
}

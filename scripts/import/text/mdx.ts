import type { ConversionContext } from './conversion-context.ts';
import { isInsideHtml, parseArguments, parseFigure, parseVideoUrl, writeFigure } from './figures.ts';

/**
 * Convert MDX to Markdown without running it. Imported pictures become Markdown, other components give way to their content and stay as
 * comments, and other imports and exports go to the log. Expects protected code.
 */
export function convertMdx(text: string, context: ConversionContext): string {
  const importedPictures = new Map<string, string>();
  const withoutImports = text.replace(importOrExport, (statement) => {
    const [, name, path] = /^import\s+(\w+)\s+from\s*['"]([^'"]+)['"]/.exec(statement) ?? [];
    if (name && path && /\.(?:jpe?g|png|webp|avif|gif|svg)$/i.test(path)) importedPictures.set(name, path);
    else context.log.add('dropped', context.part, `code of MDX: ${statement}`);
    return '';
  });
  const commented = withoutImports.replace(/\{\/\*([^]*?)\*\/\}/g, (_, content: string) => toComment(content));
  const withoutComponents = commented.replace(
    tag,
    (element, slash: string, name: string, attributes: string, _selfClosing: string, offset: number) => {
      if (/^[a-z]/.test(name)) return convertHtmlTag({ element, name, attributes, closing: slash !== '' }, context);
      if (slash) return '';
      const resolved = attributes.replace(/=\s*\{\s*(\w+)(?:\.src)?\s*\}/g, (attribute, variable: string) => {
        const path = importedPictures.get(variable);
        return path === undefined ? attribute : `="${path}"`;
      });
      const component = { element, name, attributes, args: parseArguments(resolved), html: isInsideHtml(commented, offset) };
      return convertComponent(component, context);
    },
  );
  return withoutComponents
    .replace(/^[ \t]+(?=(?:[A-Za-z!*<#]|\[))/gm, (indent, offset: number) =>
      // The content of components is indented, which Markdown would read as code.
      isInsideList(withoutComponents, offset) ? indent : '',
    )
    .replace(/\{(['"`])([^'"`{}]*)\1\}/g, '$2');
}

/** An import, or an export with the indented lines and the closing bracket that belong to it. */
const importOrExport =
  /^(?:import\s[^;\n]*?(?:from\s*)?['"][^'"\n]+['"];?|export\s+(?:const|let|default|function)\b[^\n]*(?:\n[ \t]+[^\n]*)*(?:\n[}\])]+;?)?)[ \t]*$/gm;

/** A tag with its attributes, whose braces may nest twice. */
const tag =
  /<(\/?)([A-Za-z][\w.]*)((?:\s+[\w:@-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}))?|\s+\{\.\.\.[^}]*\})*)\s*(\/?)>/g;

interface Component {
  /** The opening tag. */
  element: string;
  name: string;
  attributes: string;
  args: Record<string, string>;
  /** Whether it is inside raw HTML. */
  html: boolean;
}

/** Convert what is recognisable of a component: its video, picture, quotation, figures or heading; the rest stays as a comment. */
function convertComponent({ element, name, args, attributes, html }: Component, context: ConversionContext): string {
  const block = (markdown: string): string => (html ? markdown : `\n\n${markdown}\n\n`);
  const videoUrl = parseVideoUrl(name, args);
  if (videoUrl !== null) return `[${args['title'] ?? 'Video'}](${videoUrl})`;
  const figure = parseFigure(args, name);
  if (figure !== null) return block(writeFigure(figure, html));
  const quote = /quote/i.test(name) ? (args['quote'] ?? args['text']) : undefined;
  const author = args['attribution'] ?? args['author'];
  if (quote !== undefined) return block(`> ${quote}${author === undefined ? '' : `\n>\n> — ${author}`}`);
  const statistics = parseStatistics(attributes);
  if (statistics.length > 0) return block(statistics.map(({ value, label }) => `- **${value}** ${label}`).join('\n'));
  if (attributes.trim() === '') {
    context.log.add('dropped', context.part, `the component <${name}>, which does not exist here; its content stays`);
    return '';
  }
  context.log.add('unsure', context.part, `a component that does not exist here, kept as a comment: ${element.replace(/\s+/g, ' ')}`);
  const heading = args['heading'] ?? args['title'];
  return block(`${heading === undefined ? '' : `**${heading}**\n\n`}${toComment(element)}`);
}

/** Read values with labels from attributes such as `metrics={[{ value: "42%", label: "more sign-ups" }]}`. */
function parseStatistics(attributes: string): { value: string; label: string }[] {
  return [...attributes.matchAll(/\{([^{}]*)\}/g)].flatMap(([, object = '']) => {
    const read = (keys: string): string | undefined =>
      new RegExp(`\\b(?:${keys})\\s*:\\s*(?:"([^"]*)"|'([^']*)'|([\\d.]+))`)
        .exec(object)
        ?.slice(1)
        .find((group) => group !== undefined);
    const [value, label] = [read('value|number|stat|figure'), read('label|title|text|description|name')];
    return value === undefined || label === undefined ? [] : [{ value, label }];
  });
}

interface HtmlTag {
  element: string;
  name: string;
  attributes: string;
  closing: boolean;
}

/** Turn the JSX attributes of an HTML tag into HTML; those with expressions are dropped. */
function convertHtmlTag({ element, name, attributes, closing }: HtmlTag, context: ConversionContext): string {
  if (closing || !/\{|className|htmlFor/.test(attributes)) return element;
  const converted = attributes.replace(/\s+[\w:-]+\s*=\s*\{(?:[^{}]|\{[^{}]*\})*\}/g, (attribute) => {
    const literal = /=\s*\{\s*(["'`])([^"'`$]*)\1\s*\}$/.exec(attribute);
    if (literal) return `${attribute.slice(0, attribute.indexOf('='))}="${literal[2] ?? ''}"`;
    context.log.add('dropped', context.part, `an attribute of <${name}>:${attribute}`);
    return '';
  });
  return element.replace(attributes, converted.replace(/\bclassName=/g, 'class='));
}

function toComment(text: string): string {
  return `<!-- ${text.trim().replaceAll('--', '- -')} -->`;
}

/** Check whether the line at an offset belongs to a list item above it. */
function isInsideList(text: string, offset: number): boolean {
  const linesBefore = text.slice(0, offset).split('\n').slice(0, -1).reverse();
  const opener = linesBefore.find((line) => line.trim() !== '' && !/^\s/.test(line)) ?? '';
  return /^(?:[-*+]|\d+[.)])\s/.test(opener) || linesBefore.slice(0, 3).some((line) => /^\s*(?:[-*+]|\d+[.)])\s/.test(line));
}

import { asText } from '../front-matter/values.ts';
import { readScriptLiterals } from '../script-literals.ts';
import { isInsideList, markBlock } from './blocks.ts';
import type { ConversionContext } from './conversion-context.ts';
import { writeForeignTag } from './foreign-tag.ts';
import { writeData } from './nested-data.ts';

/**
 * Convert MDX to Markdown without running it. Imported pictures and exported data are filled in; components give way to their words, pictures
 * and content. Expects protected code.
 */
export function convertMdx(text: string, context: ConversionContext): string {
  const { prose, script } = splitStatements(text.replace(/\{\/\*[^]*?\*\/\}/g, ''));
  const evaluate = createEvaluator(context.restore(script));
  const withoutTags = convertTags(prose, evaluate, context);
  const converted = withoutTags.replace(/(?<!\\)\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/g, (_, code: string) => asText(evaluate(code)) ?? '');
  // The content of components is indented, which Markdown would read as code.
  return converted.replace(/^[ \t]+(?=\S)/gm, (indent, offset: number) => (isInsideList(converted, offset) ? indent : ''));
}

/** Evaluates literals and the names of imports and exports; undefined for other code. An imported picture is its path. */
type Evaluator = (code: string) => unknown;

function createEvaluator(script: string): Evaluator {
  return (code) => readScriptLiterals(`${script}\nconst value = (${code.trim().replace(/\.src$/, '')});`).constants.get('value');
}

/** Separate the imports and exports of MDX from its prose. */
function splitStatements(text: string): { prose: string; script: string } {
  let prose = text;
  let script = '';
  const statement =
    /^(?:import\s+(?:[\w${*][^'"\n]*\s+from\s*)?['"]|import\s*\{|export\s+(?:const|let|default|function|async|type|interface)\b)/m;
  for (let start = prose.search(statement); start !== -1; start = prose.search(statement)) {
    const end = skipBrackets(prose, start, '\n') ?? prose.length;
    script += `${prose.slice(start, end).replace(/^export\s+(?=const|let)/, '')}\n`;
    prose = prose.slice(0, start) + prose.slice(end);
  }
  return { prose, script };
}

/** Find the first of these characters outside strings and brackets; null if there is none. */
function skipBrackets(text: string, start: number, until: string): number | null {
  const tokens = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|[^]/gu;
  tokens.lastIndex = start;
  let depth = 0;
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    if (depth === 0 && until.includes(token[0])) return token.index;
    if (/^[[{(]$/.test(token[0])) depth++;
    if (/^[\]})]$/.test(token[0])) depth--;
  }
  return null;
}

interface Tag {
  name: string;
  isClosing: boolean;
  isSelfClosing: boolean;
  attributes: { name: string; value: unknown }[];
  end: number;
}

/** Replace components by what readers saw of them, and write the tags of HTML without JSX. */
function convertTags(text: string, evaluate: Evaluator, context: ConversionContext): string {
  let converted = '';
  let position = 0;
  /** The components that enclose the position, with the level of headings in them. */
  const open: { name: string; level: number }[] = [];
  for (let start = text.search(/<[/A-Za-z>]/); start !== -1;) {
    const tag = readTag(text, start, evaluate);
    converted += text.slice(position, tag === null ? start + 1 : start);
    const level = open.at(-1)?.level ?? 2;
    if (tag === null) position = start + 1;
    else if (/^[a-z]/.test(tag.name)) converted += writeHtmlTag(tag);
    else if (tag.isClosing) {
      if (open.at(-1)?.name === tag.name) open.pop();
      converted += '\n\n';
    } else {
      const written = convertComponent(tag, { text, level, context });
      if (!tag.isSelfClosing) open.push({ name: tag.name, level: /^\W?#/u.test(written) ? Math.min(level + 1, 4) : level });
      converted += written;
    }
    position = tag === null ? start + 1 : tag.end;
    const next = text.slice(position).search(/<[/A-Za-z>]/);
    start = next === -1 ? -1 : position + next;
  }
  return converted + text.slice(position);
}

/** Read the tag at an offset; null if there is none. */
function readTag(text: string, start: number, evaluate: Evaluator): Tag | null {
  const opening = /^<(\/?)([A-Za-z][\w.-]*)?(?=[\s/>])/.exec(text.slice(start, start + 100));
  if (!opening) return null;
  const tag: Tag = {
    name: opening[2] ?? 'Fragment',
    isClosing: opening[1] === '/',
    isSelfClosing: false,
    attributes: [],
    end: start + opening[0].length,
  };
  for (;;) {
    const rest = text.slice(tag.end);
    const [space = ''] = /^\s*/.exec(rest) ?? [];
    const close = /^\s*(\/?)>/.exec(rest);
    if (close) return { ...tag, isSelfClosing: close[1] === '/', end: tag.end + close[0].length };
    tag.end += space.length;
    const attribute = /^(?:([\w:@.-]+)(?:\s*=\s*)?|(?=\{))/.exec(text.slice(tag.end));
    if (!attribute) return null;
    tag.end += attribute[0].length;
    const next = text[tag.end] ?? '';
    if (next === '{') {
      const end = skipBrackets(text, tag.end + 1, '}');
      if (end === null) return null;
      tag.attributes.push({ name: attribute[1] ?? '', value: evaluate(text.slice(tag.end + 1, end)) });
      tag.end = end + 1;
    } else if (attribute[0].includes('=')) {
      const [quoted = ''] = /^(?:"[^"]*"|'[^']*'|[^\s>]+)/.exec(text.slice(tag.end)) ?? [];
      tag.attributes.push({ name: attribute[1] ?? '', value: quoted.replace(/^(["'])([^]*)\1$/, '$2') });
      tag.end += quoted.length;
    }
  }
}

/** Markdown continues within a block element of MDX, for which Markdown needs blank lines. */
function writeHtmlTag({ name, isClosing, isSelfClosing, attributes }: Tag): string {
  const written = attributes.flatMap(({ name: key, value }) => {
    const text = asText(value);
    return text === undefined ||
      !/^(?:href|src|alt|title|width|height|id|colspan|rowspan|open|start|poster|kind|srclang|srcLang)$/.test(key)
      ? []
      : [` ${key}="${text.replaceAll('"', '&quot;')}"`];
  });
  const tag = `<${isClosing ? '/' : ''}${name}${written.join('')}${isSelfClosing ? ' /' : ''}>`;
  return /^(?:div|section|article|aside|header|footer|main|figcaption|blockquote|details|summary)$/.test(name) ? `\n\n${tag}\n\n` : tag;
}

interface Enclosing {
  /** The whole text. */
  text: string;
  level: number;
  context: ConversionContext;
}

/** Write a component's strings by its name, and its lists and maps as nested data. */
function convertComponent({ name, isSelfClosing, attributes, end }: Tag, { text, level, context: { log, part } }: Enclosing): string {
  const after = isSelfClosing ? -1 : text.indexOf(`</${name}`, end);
  const args = Object.fromEntries(
    attributes.flatMap(({ name: key, value }) => {
      const word = asText(value);
      return word === undefined ? [] : [[key.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase(), word]];
    }),
  );
  const data = attributes.flatMap(({ value }) =>
    asText(value) === undefined && value !== undefined ? writeData('', value, level).blocks : [],
  );
  const isQuote = /quote|testimonial/i.test(name) && args['quote'] === undefined && args['text'] === undefined;
  const content = after === -1 ? undefined : isQuote ? '' : text.slice(end, after);
  const written = writeForeignTag({ name, args: isQuote ? {} : args, content, level });
  if (written === '' && data.length === 0)
    log.add('dropped', part, `the component <${name}>, which does not exist here; its content stays`);
  return `${written}${markBlock(data.join('\n\n'))}${after === -1 ? '' : '\n\n'}`;
}

import { isPlainText, findCodeLanguage } from '../../../src/lib/markdown/code-languages.ts';

/**
 * Give the code of other systems the form of ours: the language alone, then `title="…"` and the numbers of the lines that stand out. Reads
 * the options of Hugo, Jekyll, Pandoc, Docusaurus, Expressive Code and VitePress, and the comments by which some of them mark lines.
 */
export function convertFences(markdown: string): string {
  return withKramdownLanguages(markdown).replace(
    /^([ \t>]*)(`{3,}|~{3,})[ \t]*([^\s`~][^\n`]*)\n([^]*?\n)??([ \t>]*\2[`~]*[ \t]*)$/gm,
    (_, indent: string, fence: string, info: string, code: string | undefined, end: string) =>
      `${indent}${writeBlock(fence, info, code ?? '')}${end}`,
  );
}

/** Write code as a fenced block. `options` is what the old system had after the language. */
export function fenceCode(language: string, options: string, code: string): string {
  const longest = Math.max(2, ...(code.match(/`{3,}/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return writeBlock(fence, `${language} ${options}`, `${code}\n`) + fence;
}

/** What other systems call a language that we know. */
const aliases: Record<string, string> = {
  'shell-session': 'console',
  'sh-session': 'console',
  terminal: 'console',
  golang: 'go',
  node: 'js',
  python3: 'python',
  irb: 'ruby',
  'html+erb': 'erb',
  'html+django': 'jinja-html',
  none: 'text',
  nohighlight: 'text',
  'no-highlight': 'text',
};

function writeBlock(fence: string, info: string, code: string): string {
  const { language, title, lines } = readInfo(info);
  const marked = readComments(code);
  const ranges = lineNames.flatMap((name) => {
    const numbers = [...(lines[name] ?? []), ...(marked.lines[name] ?? [])];
    return numbers.length > 0 ? `${name && `${name}=`}{${numbers.join(',')}}` : [];
  });
  return `${fence}${[language, title && `title="${title}"`, ...ranges].filter(Boolean).join(' ')}\n${marked.code}`;
}

interface Info {
  language: string;
  title: string | undefined;
  lines: Lines;
}

/** Numbers and ranges of lines, by the name before the braces. */
type Lines = Partial<Record<(typeof lineNames)[number], string[]>>;

const lineNames = ['', 'ins', 'del'] as const;

function readInfo(info: string): Info {
  const [, attribute, word = '', rest = ''] = /^(\{:?\s*\.)?([^\s{},:]*)(.*)$/.exec(info.trim()) ?? [];
  // `js:app.js`, and `{.python …}` of Pandoc.
  const file = attribute ? undefined : /^:([^\s{]+)/.exec(rest)?.[1];
  const options = file === undefined ? rest : rest.slice(file.length + 1);
  const title = /\b(?:title|filename|file|name)=(?:"([^"]*)"|'([^']*)'|([^\s"'},]+))/.exec(options)?.slice(1).find(Boolean) ?? file;
  const named = aliases[word.toLowerCase()] ?? word;
  const lines: Lines = {};
  const add = (name: keyof Lines, written: string): void => {
    const numbers = written.match(/\d+(?:\s*-\s*\d+)?/g)?.map((range) => range.replace(/\s/g, ''));
    if (numbers) lines[name] = [...(lines[name] ?? []), ...numbers];
  };
  for (const [, name = '', range = ''] of options.matchAll(/(?:^|[\s,{])(?:(ins|del|mark)=)?\{([\d\s,-]+)\}/g))
    add(name === 'mark' ? '' : (name as keyof Lines), range);
  for (const [, list, quoted, bare] of options.matchAll(
    /\b(?:hl_lines|mark_lines)=(?:\[([^\]]*)\]|["']([^"']*)["']|([\d-]+(?: [\d-]+)*))/g,
  ))
    add('', list ?? quoted ?? bare ?? '');
  return { language: isKnown(named) ? named : word, title, lines };
}

function isKnown(language: string): boolean {
  return isPlainText(language) || findCodeLanguage(language) !== undefined;
}

/** Comments of Docusaurus and Shiki that mark lines, with the signs that begin and end a comment. */
const comment =
  /[ \t]*(?:\/\/|#|--|<!--|\/\*|\{\/\*|;|%)[ \t]*(?:(highlight-(?:next-line|start|end))|\[!code (highlight|hl|focus|\+\+|--)\])[ \t]*(?:-->|\*\/\}?)?[ \t]*$/;

/** Remove the comments that mark lines, and number those lines. */
function readComments(code: string): { code: string; lines: Lines } {
  const lines: Lines = {};
  const kept: string[] = [];
  let marking: 'next' | 'all' | undefined;
  for (const line of code.split('\n')) {
    const [found = '', block, inline] = comment.exec(line) ?? [];
    if (block === undefined || line.slice(0, -found.length).replace(/[\s>]/g, '') !== '') {
      kept.push(inline === undefined ? line : line.slice(0, -found.length));
      const name = inline === '++' ? 'ins' : inline === '--' ? 'del' : inline || marking ? '' : undefined;
      if (name !== undefined) lines[name] = [...(lines[name] ?? []), String(kept.length)];
      if (marking === 'next') marking = undefined;
    } else marking = block === 'highlight-start' ? 'all' : block === 'highlight-next-line' ? 'next' : undefined;
  }
  return { code: kept.join('\n'), lines };
}

/** Kramdown names the language of a block in the line below it: `{: .language-ruby}`. */
function withKramdownLanguages(markdown: string): string {
  return markdown
    .replace(namedFence, (_, fence: string, code: string | undefined, language: string) => `${fence}${language}\n${code ?? ''}${fence}`)
    .replace(namedIndent, (_, code: string, language: string) => fenceCode(language, '', code.replace(/^(?: {4}|\t)/gm, '')));
}

const nameBelow = /\n\{:\s*\.language-([\w+#-]+)[^}\n]*\}[ \t]*$/.source;
const namedFence = new RegExp(`^(\`{3,}|~{3,})[ \\t]*\\n([^]*?\\n)??\\1[ \\t]*${nameBelow}`, 'gm');
const indentedLine = /(?: {4}|\t)[ \t]*\S[^\n]*/.source;
const namedIndent = new RegExp(`^((?:${indentedLine}\\n(?:[ \\t]*\\n)*)*${indentedLine})${nameBelow}`, 'gm');

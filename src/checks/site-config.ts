import type { Diagnostic } from '../documents/diagnostic.ts';
import type { Site } from '../schemas/site.ts';

/** The file of the owner's options. */
export const siteConfigPath = 'src/site.config.ts';

/** Take from the owner's options what the check of the documents needs. */
export function checkOptionsOf(site: Site) {
  const { url, base, locale, markdown, portrait, contact, translations } = site;
  const homes = Object.entries(translations).flatMap(([language, texts]) => (texts?.promise === undefined ? [] : `/${language}`));
  return {
    locale,
    trusted: markdown.html === 'trusted',
    address: url + base.replace(/\/$/, ''),
    portrait: portrait?.image,
    menus: site,
    mark: site.theme.mark,
    pages: contact.form === undefined ? homes : ['/contact', ...homes],
  };
}

/** Turn the error that `defineSite` throws into one diagnostic per option, each at the line of its key in the source. */
export function siteConfigDiagnostics(error: unknown, source: string): Diagnostic[] {
  const text = error instanceof Error ? error.message : String(error);
  const issues = [...text.matchAll(/✖ ([^\n]*)(?:\n\s*→ at ([^\n]*))?/g)].map(([, message = '', field = '']) => ({ message, field }));
  const reported = issues.length > 0 ? issues : [{ message: `cannot be read: ${text.split('\n', 1)[0] ?? ''}`, field: '' }];
  return reported.map(({ message, field }) => {
    // A message names its remedy after a semicolon.
    const [, problem = message, remedy] = /^(.*?); (.*)$/.exec(message) ?? [];
    const found = siteConfigDiagnostic({ field, message: problem, fix: remedy ?? 'correct it; README.md describes each option' }, source);
    return issues.length > 0 ? found : { ...found, ...thrownAt(error) };
  });
}

/** Find the line of the options that could not be run; 1:1 when the error names none. */
function thrownAt(error: unknown): { line: number; column: number } {
  const [, line = 1, column = 1] = /site\.config\.ts:(\d+)(?::(\d+))?/.exec(error instanceof Error ? (error.stack ?? '') : '') ?? [];
  return { line: Number(line), column: Number(column) };
}

/** Report what is wrong with an option, at its key in the source: `social[1].url`. */
export function siteConfigDiagnostic({ field, message, fix }: Pick<Diagnostic, 'field' | 'message' | 'fix'>, source: string): Diagnostic {
  return {
    path: siteConfigPath,
    ...positionOf(field, source),
    severity: 'error',
    field,
    message: `${message.charAt(0).toLowerCase()}${message.slice(1)}`,
    fix,
    related: [],
  };
}

/**
 * Find the key of an option (`author.email`, `navigation[2].url`), or that of its closest parent in the source; 1:1 without any. A list
 * in a variable has no entries in the argument of `defineSite`.
 */
export function positionOf(field: string, source: string): { line: number; column: number } {
  const offsets = optionOffsets(source);
  const path = field.split(/[.[\]]+/).filter(Boolean);
  while (path.length > 0 && !offsets.has(path.join('.'))) path.pop();
  const before = source.slice(0, offsets.get(path.join('.')) ?? 0).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Map the path of each key and list entry (`social.1.url`) in the argument of `defineSite` to its offset in the source. */
function optionOffsets(source: string): Map<string, number> {
  const offsets = new Map<string, number>();
  const start = /\bdefineSite\(/.exec(source)?.index ?? source.length;
  const open: { bracket: string; path: string[]; key: string; expectsKey: boolean }[] = [];
  for (const { 0: token, index } of source.matchAll(tokens)) {
    const inner = open.at(-1);
    if (index < start || /^\/[/*]/.test(token)) continue;
    if (inner?.expectsKey && (inner.bracket === '[' ? token !== ']' : inner.bracket === '{' && /^[\w$'"]/.test(token))) {
      if (inner.bracket === '{') inner.key = token.replace(/^['"]|['"]$/g, '');
      inner.expectsKey = false;
      offsets.set([...inner.path, inner.key].join('.'), index);
    }
    if ('{[('.includes(token)) {
      const path = inner && inner.bracket !== '(' ? [...inner.path, inner.key] : (inner?.path ?? []);
      open.push({ bracket: token, path, key: token === '[' ? '0' : '', expectsKey: token !== '(' });
    } else if ('}])'.includes(token)) {
      open.pop();
      if (open.length === 0) break;
    } else if (token === ',' && inner) {
      inner.expectsKey = inner.bracket !== '(';
      if (inner.bracket === '[') inner.key = String(Number(inner.key) + 1);
    }
  }
  return offsets;
}

/** Comments, texts, words and punctuation of TypeScript. */
const tokens = /\/\/.*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`|[\w$]+|\S/g;

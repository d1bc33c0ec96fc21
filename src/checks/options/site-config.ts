import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../documents/diagnostic.ts';
import { createLocator, type Position } from '../../documents/positions.ts';
import type { Site } from '../../schemas/site.ts';

/** The file of the owner's options. */
export const siteConfigPath = 'src/site.config.ts';

/** Take from the owner's options what the check of the documents needs. */
export function checkOptionsOf(site: Site) {
  const { url, base, locale, markdown, portrait, contact, translations } = site;
  return {
    locale,
    trusted: markdown.html === 'trusted',
    address: url + base.replace(/\/$/, ''),
    portrait: portrait?.image,
    menus: site,
    perPage: site.projectsPerPage,
    named: { mark: site.theme.mark, cardFonts: site.cardFonts, editor: site.editor?.path },
    pages: contact.form === undefined ? [] : ['/contact'],
    translations: Object.entries(translations).map(([language, texts]) => ({ language, hasHome: texts?.promise !== undefined })),
  };
}

/** Turn the error that `defineSite` throws into one diagnostic per option, each at the line of its key in the source. */
export function siteConfigDiagnostics(error: unknown, source: string): Diagnostic[] {
  const text = error instanceof Error ? error.message : String(error);
  const issues = [...text.matchAll(/✖ ([^\n]*)(?:\n\s*→ at ([^\n]*))?/g)].map(([, message = '', field = '']) => ({ message, field }));
  if (issues.length === 0) return [unreadable(error, source)];
  return issues.map(({ message, field }) => {
    // A message names its remedy after a semicolon.
    const [, problem = message, remedy] = /^(.*?); (.*)$/.exec(message) ?? [];
    return siteConfigDiagnostic({ field, message: problem, fix: remedy ?? 'correct it; README.md describes each option' }, source);
  });
}

/** Report options that no command can run, at the place that Node names. */
function unreadable(error: unknown, source: string): Diagnostic {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const [reason = ''] = message.split('\n', 1);
  const [, missing] = /Cannot find (?:module|package) '([^']+)'/.exec(reason) ?? [];
  const name = missing?.split(/[\\/]/).at(-1);
  const [, at, column, marks] = /site\.config\.ts[^\s:]*:(\d+)(?::(\d+))?(?:(?:\n.*){1,3}?\n( *)\^)?/.exec(stack) ?? [];
  const importing = name === undefined ? -1 : source.split('\n').findIndex((text) => text.includes(name));
  const line = at === undefined ? importing + 1 || 1 : Number(at);
  const value = source.split('\n')[line - 1]?.trim() || undefined;
  const problem = missing
    ? { message: `imports \`${missing}\`, which does not exist`, fix: 'correct the path, or remove the import' }
    : { message: `cannot be read: ${reason}`, fix: syntaxFix };
  const start = column === undefined ? (marks?.length ?? 0) + 1 : Number(column);
  return { ...siteConfigDiagnostic({ field: '', ...problem, value }, source), line, column: start };
}

const syntaxFix =
  'look at this line and the one before it: each text is in quotation marks, a comma follows each option, and each bracket is closed';

/** Report what is wrong with an option of the project at `root`. */
export function optionDiagnostic(option: OptionProblem, root: string): Diagnostic {
  return siteConfigDiagnostic(option, readFileSync(join(root, siteConfigPath), 'utf8'));
}

/** Report what is wrong with an option, at its key in the source: `social[1].url`. */
export function siteConfigDiagnostic({ field, message, ...rest }: OptionProblem, source: string): Diagnostic {
  const predicate = `${message.charAt(0).toLowerCase()}${message.slice(1)}`;
  return { path: siteConfigPath, ...positionOf(field, source), severity: 'error', field, message: predicate, ...rest, related: [] };
}

type OptionProblem = Pick<Diagnostic, 'field' | 'message' | 'fix' | 'value'>;

/**
 * Find the key of an option (`author.email`, `navigation[2].url`), or that of its closest parent in the source; 1:1 without any. A list
 * in a variable has no entries in the argument of `defineSite`.
 */
function positionOf(field: string, source: string): Position {
  const offsets = optionOffsets(source);
  const path = field.split(/[.[\]]+/).filter(Boolean);
  while (path.length > 0 && !offsets.has(path.join('.'))) path.pop();
  return createLocator(source)(offsets.get(path.join('.')) ?? 0);
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

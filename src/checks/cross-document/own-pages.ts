import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorIn, type Diagnostic } from '../../documents/diagnostic.ts';
import { listFiles } from '../../documents/files.ts';
import { createLocator } from '../../documents/positions.ts';
import { locateAll } from '../fields/locate.ts';

/**
 * Check the source of every page in `src/pages/`: none may bring JavaScript, or anything that the security policy blocks, and the files that
 * they import must exist.
 */
export function checkOwnPages(root: string): Diagnostic[] {
  return listFiles(join(root, 'src/pages')).flatMap((relative) => {
    const path = `src/pages/${relative}`;
    const ending = /\.(?:astro|[jt]s)$/.exec(relative)?.[0];
    if (ending === undefined) return [];
    const source = readFileSync(join(root, path), 'utf8');
    return [...(ending === '.astro' ? checkPage(path, source) : []), ...checkImports(root, path, source)];
  });
}

/** Find imports of files that do not exist: the build would stop at them. Packages are npm's affair. */
function checkImports(root: string, path: string, source: string): Diagnostic[] {
  const script = path.endsWith('.astro') ? (/^\s*---[\s\S]*?\n---/.exec(source)?.[0] ?? '') : source;
  const code = script.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, blank);
  const positionAt = createLocator(source);
  return [...code.matchAll(imported)].flatMap(({ 0: text, 2: value = '', index }): Diagnostic[] => {
    const file = value.replace(/[?#].*$/, '');
    const places = file.startsWith('/') ? [file, join('public', file)] : [join(dirname(path), file)];
    if (places.some((place) => isModule(join(root, place)))) return [];
    const fix = 'correct the path, which begins at the folder of the page, or create the file';
    const at = { ...positionAt(index + text.lastIndexOf(value)), value };
    return locateAll([errorIn([], 'imports a file that does not exist', fix, at)], path, null);
  });
}

/** An import, or an export from elsewhere, whose address begins with a dot or a slash; types alone are never loaded. */
const imported = /\b(?:import\s*\(\s*|(?:import|export)\s+(?!type\s)(?:[\w$*{},\s]+?from\s*)?)(['"])(\.{0,2}\/[^'"\n]*)\1/g;

/** Vite adds these endings to a path, finds the index of a folder, and TypeScript by the name of what it becomes. */
function isModule(path: string): boolean {
  if (existsSync(path) && statSync(path).isFile()) return true;
  if (existsSync(path.replace(/js(x?)$/, 'ts$1')) && /\.[cm]?jsx?$/.test(path)) return true;
  return ['.mjs', '.js', '.mts', '.ts', '.jsx', '.tsx', '.json'].some(
    (ending) => existsSync(path + ending) || existsSync(join(path, `index${ending}`)),
  );
}

/** Check the source of one page. */
export function checkPage(path: string, source: string): Diagnostic[] {
  const template = source.replace(/^\s*---[\s\S]*?\n---/, blank).replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\//g, blank);
  const positionAt = createLocator(source);
  return [...template.matchAll(tag)].flatMap(({ 0: text, 1: name = '', 2: attributes = '', index }): Diagnostic[] => {
    // A tag in quotation marks is a text of an expression.
    if (/['"`]/.test(template[index - 1] ?? '')) return [];
    const wrong = rules.find((rule) =>
      rule.applies({ name, attributes, keys: attributes.replace(/"[^"]*"|'[^']*'|\{[\s\S]*\}/g, blank), source }),
    );
    if (!wrong) return [];
    const at = { ...positionAt(index), value: text.split('\n', 1)[0] };
    return locateAll([errorIn([], wrong.message, wrong.fix, at)], path, null);
  });
}

/** A tag with its attributes; their expressions may contain braces once. */
const tag = /<([a-z][\w.-]*)((?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}|[^>"'{])*)>/gi;

const rules: Rule[] = [
  {
    applies: ({ name, attributes }) => name === 'script' && !/\btype\s*=\s*["']application\/(?:ld\+)?json["']/.test(attributes),
    message: 'is a script, and no page of the site has JavaScript except the metric strip',
    fix: 'remove it; HTML and CSS can open, switch and filter: `<details>`, `popover`, `:has()`',
  },
  {
    applies: ({ name, keys, source }) => /\sclient:[a-z]/.test(keys) && !new RegExp(`import ${name}\\b.*/islands/`).test(source),
    message: 'is an island, and no page of the site has JavaScript except the metric strip',
    fix: 'remove the `client:` attribute: the component is then HTML alone',
  },
  {
    applies: ({ name, keys }) => /\sdefine:vars\b/.test(keys) || (/^[a-z]/.test(name) && /\sstyle\s*=/.test(keys)),
    message: 'has a style in its tag, which the security policy blocks',
    fix: 'give it a class, with a rule in a `<style>` of the page or in src/styles/owner.css',
  },
  {
    applies: ({ name, keys }) => /^[a-z]/.test(name) && /\son[a-z]+\s*=/.test(keys),
    message: 'has code in an attribute, which the security policy blocks',
    fix: 'remove it; a link or a form needs no code',
  },
];

interface Rule {
  applies: (tag: { name: string; attributes: string; keys: string; source: string }) => boolean;
  message: string;
  fix: string;
}

/** Replace a text by blanks that keep every position. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../documents/diagnostic.ts';
import { listFiles } from '../../documents/files.ts';

/** Check the source of every page in `src/pages/`: none may bring JavaScript, or anything that the security policy blocks. */
export function checkOwnPages(root: string): Diagnostic[] {
  return listFiles(join(root, 'src/pages'))
    .filter((path) => path.endsWith('.astro'))
    .flatMap((path) => checkPage(`src/pages/${path}`, readFileSync(join(root, 'src/pages', path), 'utf8')));
}

/** Check the source of one page. */
export function checkPage(path: string, source: string): Diagnostic[] {
  const template = source.replace(/^\s*---[\s\S]*?\n---/, blank).replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\//g, blank);
  return [...template.matchAll(tag)].flatMap(({ 0: text, 1: name = '', 2: attributes = '', index }): Diagnostic[] => {
    // A tag in quotation marks is a text of an expression.
    if (/['"`]/.test(template[index - 1] ?? '')) return [];
    const before = source.slice(0, index).split('\n');
    const wrong = rules.find((rule) =>
      rule.applies({ name, attributes, keys: attributes.replace(/"[^"]*"|'[^']*'|\{[\s\S]*\}/g, blank), source }),
    );
    if (!wrong) return [];
    const position = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    const value = text.split('\n', 1)[0];
    return [{ path, ...position, severity: 'error', field: '', message: wrong.message, value, fix: wrong.fix, related: [] }];
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

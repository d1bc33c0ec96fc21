import { parse, type AnyNode, type Node, type Pattern } from 'acorn';
import { attempt } from '../../documents/attempt.ts';
import { createLocator } from '../../documents/positions.ts';
import type { MarkdownNote } from './markdown-text.ts';

/**
 * Find what goes wrong only when the page is rendered: names that nothing declares, also within functions, and numbers with a decimal comma,
 * which code reads as two. `code` is what the MDX compiler made of `body`; names in `known` have a diagnostic already. Where a name is
 * declared does not matter, so a name in the wrong scope passes, and nothing is run, so what the code throws itself passes too.
 */
export function checkCode(code: string, { body, known }: { body: string; known: ReadonlySet<string> }): MarkdownNote[] {
  const { names, sequences } = listUses(code);
  const positionAt = createLocator(body);
  return [
    ...names.filter((name) => !known.has(name)).map((name) => ({ ...positionAt(offsetOf(name, body)), value: name, ...undeclared })),
    ...sequences.map((numbers) => ({ ...positionAt(offsetOf(numbers, body)), value: numbers, ...twoNumbers })),
    ...unevenLists(body).map(({ text, at }) => ({ ...positionAt(at), value: text, ...unevenList })),
  ].slice(0, mostFaults);
}

const mostFaults = 100;

const undeclared = {
  severity: 'error',
  message: 'is a name that the code uses, but neither imports nor declares',
  fix: 'import or declare it at the top of the body, or correct its spelling',
} as const;

const twoNumbers = {
  severity: 'error',
  message: 'is two numbers in code, of which only the last would be shown',
  fix: 'write a decimal point, or the figure as text, without braces',
} as const;

const unevenList = {
  severity: 'warning',
  message: 'looks like numbers with decimal commas, but a comma in code starts the next number',
  fix: 'write decimal points, or the same space after every comma',
} as const;

/** List the names in code that nothing declares, and the numbers with commas between them in braces. */
function listUses(code: string): { names: string[]; sequences: string[] } {
  const [declared, used, sequences] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const left: AnyNode[] = parseCode(code);
  for (let node = left.pop(); node; node = left.pop()) {
    for (const pattern of patternsOf(node)) for (const name of namesOf(pattern)) declared.add(name);
    if (node.type === 'Identifier') used.add(node.name);
    if (node.type === 'SequenceExpression' && node.expressions.every(isNumber))
      sequences.add(node.expressions.map(({ start, end }) => code.slice(start, end)).join(','));
    for (const child of childrenOf(node).toReversed()) left.push(child);
  }
  const names = [...used].filter((name) => !declared.has(name) && !(name in globalThis) && !environment.has(name));
  return { names: names.slice(0, mostFaults), sequences: [...sequences].slice(0, mostFaults) };
}

/** The longest code that is parsed; more of it is data. */
const longestCode = 300_000;

/** Parse what the compiler wrote; nothing, where it is long, knows more of JavaScript, or nests deeper than this parser. */
function parseCode(code: string): AnyNode[] {
  return code.length > longestCode ? [] : attempt(() => [parse(code, { ecmaVersion: 'latest', sourceType: 'module' })], []);
}

/** Where a name or numbers stand in a body; its start, where the compiler writes them otherwise. */
function offsetOf(text: string, body: string): number {
  const parts = text.split(',').map((part) => part.replaceAll('$', '\\$'));
  const pattern = new RegExp(`(?<![\\p{ID_Continue}$.])${parts.join('\\s*,\\s*')}(?![\\p{ID_Continue}$])`, 'u');
  return Math.max(0, body.search(pattern));
}

/** Lists of numbers, in code that exports or braces hold, where only some commas have a space behind them: `[3,5, 0,8]`. */
function unevenLists(body: string): { text: string; at: number }[] {
  const text = body.replace(/^(`{3,}|~{3,})[^]*?^\1|`[^`\n]*`/gm, (listing) => listing.replace(/[^\n]/g, ' '));
  const code = [...text.matchAll(/^export\b[^]*?(?=\n\s*\n|$(?![^]))|\{[^{}]*\}/gm)];
  return code.flatMap(({ 0: part, index: start }) =>
    [...part.matchAll(/[[(]\s*(?:-?[\d.]+,\s*)+-?[\d.]+,?\s*[\])]/g)].flatMap(({ 0: list, index }) =>
      /\d,\d/.test(list) && /\d,\s+-?\d/.test(list) ? { text: list, at: start + index } : [],
    ),
  );
}

/** Names of browsers and of modules; code may look for them before it uses them. */
const environment: ReadonlySet<string> = new Set(
  'arguments frontmatter url file window document localStorage sessionStorage navigator location history require module exports Astro'.split(
    ' ',
  ),
);

/** The patterns whose names a node declares or assigns to. */
function patternsOf(node: AnyNode): (Pattern | null | undefined)[] {
  return [
    'id' in node ? node.id : null,
    'param' in node ? node.param : null,
    // What an export has as its local name is declared elsewhere.
    'local' in node && node.type !== 'ExportSpecifier' ? node.local : null,
    ...('params' in node ? node.params : []),
  ];
}

function namesOf(pattern: Pattern | null | undefined): string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((one) => namesOf(one.type === 'RestElement' ? one.argument : one.value));
    case 'ArrayPattern':
      return pattern.elements.flatMap(namesOf);
    case 'RestElement':
      return namesOf(pattern.argument);
    case 'AssignmentPattern':
      return namesOf(pattern.left);
    default:
      return [];
  }
}

/** The nodes below a node, without names that are no variables: those of properties, labels, and what other modules call their exports. */
function childrenOf(node: AnyNode): AnyNode[] {
  const names = 'computed' in node && node.computed ? otherNames.filter((name) => name !== 'key' && name !== 'property') : otherNames;
  if (node.type === 'UnaryExpression' && node.operator === 'typeof' && node.argument.type === 'Identifier') return [];
  if ((node.type === 'ExportNamedDeclaration' && node.source) || node.type === 'MetaProperty') return [];
  return Object.entries(node)
    .flatMap(([name, value]: [string, unknown]) => (names.includes(name) ? [] : value))
    .filter(isNode);
}

const otherNames = ['key', 'property', 'label', 'imported', 'exported'];

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

function isNumber(node: AnyNode): boolean {
  const inner = node.type === 'UnaryExpression' ? node.argument : node;
  return inner.type === 'Literal' && typeof inner.value === 'number';
}

import type { MdastNode } from 'satteri';
import type { FieldDiagnostic } from '../../documents/diagnostic.ts';

export type Complexity = Pick<FieldDiagnostic, 'message' | 'fix'> & { offset: number };

/** How deep lists, quotations, emphasis and raw HTML may nest together: what renders them is recursive, and overflows its stack. */
const maxDepth = 32;

/** How many quotation marks, dashes and ellipses one block may have: the processor's time and memory grow with their square. */
const maxMarks = 1000;

/** The most that all blocks together may cost: the sum of the squares of their marks, as many as 30 blocks with `maxMarks`. */
const maxCost = 30_000_000;

/** How many line breaks and signs of Markdown a text may have: the processor keeps about a kilobyte for what each may begin. */
const maxSigns = 50_000;

/** Find what the Markdown processor cannot read: a line of a thousand list and quotation markers, or too many signs in all. */
export function findUnreadable(text: string): Complexity | null {
  const run = /^[ \t]*(?:(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])[ \t]*){1000}/m.exec(text);
  if (run) return { offset: run.index, ...tooDeep };
  let signs = 0;
  for (const { index } of text.matchAll(/[\n*_~`[\]<>|\\&@{]|www\./g)) if (++signs > maxSigns) return { offset: index, ...tooManySigns };
  return null;
}

/** How deep the brackets of code in MDX may nest, and how many signs a block of it may chain: its compilers are recursive, and crash. */
const maxBrackets = 100;
const maxOperators = 2000;

/**
 * Find code of MDX that no compiler may read: a block, up to a blank line, with deep brackets, or with endless operators in braces or in a
 * declaration. Elsewhere, operators are signs of Markdown, as in a table.
 */
export function findUnreadableCode(text: string): Complexity | null {
  for (const { 0: block, index } of text.matchAll(/(?:.+\n?)+/g)) {
    const isDeclaration = /^(?:export|import)\b/.test(block);
    const open: string[] = [];
    let operators = 0;
    for (const { 0: sign, index: at } of block.matchAll(codeSigns)) {
      if (/[([{]/.test(sign)) open.push(sign);
      else if (/[)\]}]/.test(sign)) open.pop();
      else if (isDeclaration || open.includes('{')) operators++;
      if (open.length > maxBrackets) return { offset: index + at, ...deepCode };
      if (operators > maxOperators) return { offset: index + at, ...longCode };
    }
  }
  return null;
}

/** Brackets, and signs between the operands of an expression; a full stop before a space is none. */
const codeSigns = /[()[\]{}]|=>|[!?~+*/%^&|<>=-]+[ \t]?|\.(?=[\p{L}_$])|\b(?:typeof|await|new|void|delete)\b/gu;

const deepCode = {
  message: `nests brackets deeper than ${maxBrackets} levels`,
  fix: 'split the code, or move it into a file and import it',
};
const longCode = { message: `has more than ${maxOperators} operators in one block of code`, fix: deepCode.fix };

/** Whether a text has enough marks to be too complex; any other needs no tree. */
export function mayBeComplex(text: string): boolean {
  return count(text, /[>*_~]|[-+]\s|\d[.)]\s/g) > maxDepth || count(text, marks) > maxMarks;
}

/** Find the first place where a text nests too deeply, or has too many marks that the processor sets. */
export function findComplexity(root: MdastNode, text: string): Complexity | null {
  const tags: string[] = [];
  let cost = 0;
  // A number is the end of a node: its open tags end with it.
  const left: ({ node: MdastNode; above: number } | number)[] = [{ node: root, above: 0 }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next === 'number') {
      tags.length = Math.min(tags.length, next);
      continue;
    }
    const { node, above } = next;
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    if (node.type === 'html') {
      const offset = openTags(node.value, tags, maxDepth - above);
      if (offset !== null) return { offset: start + offset, ...tooDeep };
    }
    if (blocks.has(node.type)) {
      const found = count(text.slice(start, end), marks);
      cost += found ** 2;
      if (found > maxMarks) return { offset: start, ...tooManyMarks };
      if (cost > maxCost) return { offset: start, ...tooManyInAll };
    }
    const depth = above + (containers.test(node.type) ? 1 : 0);
    if (depth + tags.length > maxDepth) return { offset: start, ...tooDeep };
    if (!('children' in node)) continue;
    left.push(tags.length);
    for (const child of (node.children as MdastNode[]).toReversed()) left.push({ node: child, above: depth });
  }
  return null;
}

const tooDeep = { message: `nests lists, quotations or tags deeper than ${maxDepth} levels`, fix: 'flatten them' };
const tooManyMarks = {
  message: `has more than ${maxMarks} quotation marks, dashes or ellipses in one paragraph`,
  fix: 'split the paragraph, or put the text in a code block',
};

const tooManyInAll = {
  message: 'has too many long paragraphs with hundreds of quotation marks, dashes or ellipses',
  fix: tooManyMarks.fix.replace('paragraph', 'paragraphs'),
};
const tooManySigns = {
  message: `has more than ${maxSigns} line breaks and signs of Markdown`,
  fix: 'shorten the text, or move parts of it into files of their own',
};

const marks = /["']|\.{3}|--/g;
const blocks: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell']);
const containers = /^(?:blockquote|listItem|footnoteDefinition|emphasis|strong|delete|link|mdxJsx(?:Flow|Text)Element)/;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Follow the tags of raw HTML with those that are open; returns the offset of the tag that makes them more than `most`. */
function openTags(html: string, open: string[], most: number): number | null {
  const text = html.replace(/<!--[^]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
  for (const match of text.matchAll(/<(\/?)([a-z][a-z0-9:-]*)(?:[^>"']|"[^"]*"|'[^']*')*>/gi)) {
    const name = (match[2] ?? '').toLowerCase();
    if (voidTags.has(name)) continue;
    if (match[1] === '/') {
      const at = open.lastIndexOf(name);
      if (at !== -1) open.length = at;
      continue;
    }
    while (endedBy[name]?.includes(open.at(-1) ?? '')) open.pop();
    open.push(name);
    if (open.length > most) return match.index;
  }
  return null;
}

const voidTags: ReadonlySet<string> = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** The open tags that a tag ends, where the author left out their end. */
const endedBy: Record<string, readonly string[]> = {
  ...Object.fromEntries(['div', 'ul', 'ol', 'table', 'blockquote', 'pre', 'hr'].map((name) => [name, ['p']])),
  ...{ a: ['a'], p: ['p'], li: ['li', 'p'], dt: ['dt', 'dd', 'p'], dd: ['dt', 'dd', 'p'], option: ['option'] },
  ...{ td: ['td', 'th', 'p'], th: ['td', 'th', 'p'], tr: ['td', 'th', 'tr', 'p'], tbody: ['td', 'th', 'tr', 'thead', 'tbody', 'p'] },
};

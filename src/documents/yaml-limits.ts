/** The most levels of maps and lists that are followed. */
export const deepest = 32;

/** Say what of a YAML text would exhaust its parser; null for a text that can be parsed in good time. */
export function yamlExcess(text: string): { message: string; fix: string } | null {
  if (overloaded(text)) return { message: 'has front matter with too many parts to be read', fix: 'keep long texts in the body' };
  return tooDeep(text) ? { message: `nests deeper than ${deepest} levels`, fix: 'flatten it' } : null;
}

/** Signs that open, close or part something, and of those the ones that are rare in prose; a front matter of 2 MB of prose has fewer. */
const limits: readonly (readonly [RegExp, number])[] = [
  [/[\n,"'&!?#[\]{}]|: |- /g, 150_000],
  [/["&!?%`[\]{}]/g, 40_000],
];

function overloaded(text: string): boolean {
  return limits.some(([signs, most]) => {
    if (text.length < most) return false;
    let count = 0;
    for (const _ of text.matchAll(signs)) if (++count > most) return true;
    return false;
  });
}

/** Brackets, or markers of list items and keys on one line, that would exhaust the parser's stack before the tree is walked. */
function tooDeep(text: string): boolean {
  if (/^[ \t]*(?:[-?] +){32}/m.test(text)) return true;
  if ((text.match(/[[{]/g)?.length ?? 0) <= 4 * deepest) return false;
  let depth = 0;
  for (const [bracket] of text.matchAll(/"(?:[^"\\]|\\[^])*"|[[\]{}]/g)) {
    if (bracket === '[' || bracket === '{') depth++;
    else if (bracket === ']' || bracket === '}') depth = Math.max(0, depth - 1);
    if (depth > 4 * deepest) return true;
  }
  return false;
}

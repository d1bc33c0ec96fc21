/** A text whose code is replaced by placeholders, which no later step can change. */
interface ProtectedText {
  text: string;
  /** Replace a further piece of text; returns its placeholder. */
  protect: (text: string) => string;
  /** Put the original code back into a text made from this one. */
  restore: (text: string) => string;
}

/** Replace the fenced and inline code of Markdown by placeholders. */
export function protectCode(markdown: string): ProtectedText {
  const originals: string[] = [];
  const protect = (text: string): string => `${opening}${originals.push(text) - 1}${closing}`;
  const text = replaceCode(markdown.replaceAll(opening, '').replaceAll(closing, ''), protect);
  return { text, protect, restore: (converted) => restore(converted, originals) };
}

/** Replace the fenced and inline code of Markdown by what `protect` returns for it. */
export function replaceCode(markdown: string, protect: ProtectedText['protect']): string {
  const fences = /^([ \t>]*)(`{3,}|~{3,})([^\n]*)\n(?:[^]*?\n)??[ \t>]*\2[`~]*[ \t]*$/gm;
  return markdown
    .replace(fences, (block, _indent, fence: string, info: string) =>
      fence.startsWith('`') && info.includes('`') ? block : protect(block),
    )
    .replace(/(?<!`)(`+)(?!`)(?:[^`\n]|\n(?![ \t]*(?:\n|[#<>|]|[-*+=]|\d+[.)]|~~~))|(?!\1(?!`))`)*?(?<!`)\1(?!`)/g, protect);
}

/** Two characters of a private-use plane, which documents do not contain. */
const [opening, closing] = ['\u{F0000}', '\u{F0001}'];
/** The mark that replaces a piece of code. */
export const placeholder = new RegExp(`${opening}(\\d+)${closing}`, 'gu');

/** Protected text may contain placeholders itself. */
function restore(text: string, originals: readonly string[]): string {
  let restored = text;
  for (let depth = 0; depth < 5 && restored.includes(opening); depth++)
    restored = restored.replace(placeholder, (_, index: string) => originals[Number(index)] ?? '');
  return restored;
}

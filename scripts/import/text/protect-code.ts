/** Text whose code stands aside, so that what converts the rest cannot touch it. */
export interface ProtectedText {
  text: string;
  /** Put the code back into a text made from this one. */
  restore: (text: string) => string;
  /** Set a piece of text aside; yields the mark that stands for it. */
  protect: (text: string) => string;
}

/** Set fenced and inline code of Markdown aside. */
export function protectCode(markdown: string): ProtectedText {
  const hidden: string[] = [];
  const protect = (text: string): string => `${opening}${hidden.push(text) - 1}${closing}`;
  const text = replaceCode(markdown.replaceAll(opening, '').replaceAll(closing, ''), protect);
  return { text, protect, restore: (masked) => restore(masked, hidden) };
}

/** Put fenced and inline code aside by a `protect` of another masking. */
export function replaceCode(markdown: string, protect: ProtectedText['protect']): string {
  const fences = /^([ \t>]*)(`{3,}|~{3,})([^\n]*)\n(?:[^]*?\n)??[ \t>]*\2[`~]*[ \t]*$/gm;
  return markdown
    .replace(fences, (block, _indent, fence: string, info: string) => (fence.startsWith('`') && info.includes('`') ? block : protect(block)))
    .replace(/(?<!`)(`+)(?!`)(?:[^`\n]|\n(?![ \t]*(?:\n|[#<>|]|[-*+=]|\d+[.)]|~~~))|(?!\1(?!`))`)*?(?<!`)\1(?!`)/g, protect);
}

/** Two signs of a private plane, which no document uses. */
const [opening, closing] = ['\u{F0000}', '\u{F0001}'];
const mark = new RegExp(`${opening}(\\d+)${closing}`, 'gu');

/** What was set aside may hold marks itself. */
function restore(text: string, hidden: readonly string[]): string {
  let shown = text;
  for (let depth = 0; depth < 5 && shown.includes(opening); depth++)
    shown = shown.replace(mark, (_, index: string) => hidden[Number(index)] ?? '');
  return shown;
}

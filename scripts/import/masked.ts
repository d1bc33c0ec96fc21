/** Text whose code stands aside, so that what converts the rest cannot touch it. */
export interface Masked {
  text: string;
  /** Put the code back into a text made from this one. */
  unmask: (text: string) => string;
  /** Set a piece of text aside; yields the mark that stands for it. */
  hide: (text: string) => string;
}

/** Set fenced and inline code of Markdown aside. */
export function maskCode(markdown: string): Masked {
  const hidden: string[] = [];
  const hide = (text: string): string => `${opening}${hidden.push(text) - 1}${closing}`;
  const text = hideCode(markdown.replaceAll(opening, '').replaceAll(closing, ''), hide);
  return { text, hide, unmask: (masked) => unmask(masked, hidden) };
}

/** Put fenced and inline code aside by a `hide` of another masking. */
export function hideCode(markdown: string, hide: Masked['hide']): string {
  const fences = /^([ \t>]*)(`{3,}|~{3,})([^\n]*)\n(?:[^]*?\n)??[ \t>]*\2[`~]*[ \t]*$/gm;
  return markdown
    .replace(fences, (block, _indent, fence: string, info: string) => (fence.startsWith('`') && info.includes('`') ? block : hide(block)))
    .replace(/(?<!`)(`+)(?!`)(?:[^`\n]|\n(?![ \t]*(?:\n|[#<>|]|[-*+=]|\d+[.)]|~~~))|(?!\1(?!`))`)*?(?<!`)\1(?!`)/g, hide);
}

/** Two signs of a private plane, which no document uses. */
const [opening, closing] = ['\u{F0000}', '\u{F0001}'];
const mark = new RegExp(`${opening}(\\d+)${closing}`, 'gu');

/** What was set aside may hold marks itself. */
function unmask(text: string, hidden: readonly string[]): string {
  let shown = text;
  for (let depth = 0; depth < 5 && shown.includes(opening); depth++)
    shown = shown.replace(mark, (_, index: string) => hidden[Number(index)] ?? '');
  return shown;
}

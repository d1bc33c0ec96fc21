/**
 * Keep the figures of rendered HTML in one line: the groups of a number and the sign behind it everywhere, in tables also units and ranges.
 * Code stays as written.
 */
export function withWholeFigures(html: string): string {
  let inTable = false;
  let code = 0;
  return html.replace(
    /<(\/?)(table|pre|code)(?=[\s>])[^>]*>|<[^>]*>|[^<]+/g,
    (part, closing: string | undefined, name: string | undefined) => {
      if (name === 'table') inTable = !closing;
      else if (name) code += closing ? -1 : 1;
      return part.startsWith('<') || code > 0 ? part : join(part, inTable);
    },
  );
}

function join(text: string, inTable: boolean): string {
  return inTable ? keepUnits(text).replace(/(?<=\d)[–-](?=\d)/g, '\u2060$&\u2060') : keepGroups(text);
}

/** Keep the figures of a text, which is no HTML, in one line with their units. */
export function keepUnits(text: string): string {
  return keepGroups(text).replace(/(?<=\d) (?=[^\s\d]{1,7}(?:\s|$))/g, '\u00a0');
}

function keepGroups(text: string): string {
  return text.replace(/(?<=\d) (?=\d{3}(?!\d)|[%‰€£¥])/g, '\u00a0');
}

/**
 * Keep the figures of rendered HTML in one line: the groups of a number and the sign behind it everywhere, in tables also units and ranges.
 * A cell that has only a figure gets `data-figure`, so that no column is narrower than it. Code stays as written.
 */
export function withWholeFigures(html: string): string {
  let inTable = false;
  let code = 0;
  return html
    .replace(/<(t[dh])((?:\s[^>]*)?)>(?=([^<]*)<\/\1>)/g, (tag, name: string, attributes: string, text: string) =>
      isFigure(text) ? `<${name}${attributes} data-figure>` : tag,
    )
    .replace(
      /<(\/?)(table|pre|code)(?=[\s>])[^>]*>|<[^>]*>|[^<]*\d[^<]*/g,
      (part, closing: string | undefined, name: string | undefined) => {
        if (name === 'table') inTable = !closing;
        else if (name) code += closing ? -1 : 1;
        return part.startsWith('<') || code > 0 ? part : join(part, inTable);
      },
    );
}

/** Whether the text of a cell is a figure: "1 240 €", "2019–2021", "−12 kWh/m²". */
function isFigure(text: string): boolean {
  return text.trim().length <= longestFigure && /^\s*[^\p{L}\s]{0,3}\d[\d\s.,'’:–/-]*(?:\s?[^\s\d.]{1,7})?\s*$/u.test(text);
}

/** Characters of a figure that a column of a phone can take. */
const longestFigure = 16;

function join(text: string, inTable: boolean): string {
  const grouped = text.replace(/(?<=\d) (?=\d{3}(?!\d)|[%‰€£¥])/g, '\u00a0');
  if (!inTable) return grouped;
  return grouped.replace(/(?<=\d) (?=[^\s\d]{1,7}(?:\s|$))/g, '\u00a0').replace(/(?<=\d)[–-](?=\d)/g, '\u2060$&\u2060');
}

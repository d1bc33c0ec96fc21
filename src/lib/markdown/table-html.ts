import { escapeHtml } from './escape-html.ts';

/** Write rows of text as a table: the first row has the headings of the columns, the first cell of each other row that of the row. */
export function tableHtml([head = [], ...rows]: readonly string[][], caption = ''): string {
  const headings = head.map((text) => `<th scope="col">${escapeHtml(text)}</th>`);
  const body = rows.map(([label = '', ...cells]) => {
    const data = cells.map((text) => `<td>${escapeHtml(text)}</td>`);
    return `<tr><th scope="row">${escapeHtml(label)}</th>${data.join('')}</tr>`;
  });
  const name = caption && `<caption>${escapeHtml(caption)}</caption>`;
  return `<table>${name}<thead><tr>${headings.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

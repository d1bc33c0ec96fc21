import { el } from './elements.ts';
import { diffLines, foldRows } from './line-diff.ts';

/** Show two texts side by side, with what differs marked, and long equal parts left out; `replaces` strikes what is taken out. */
export function diffTable(
  before: { name: string; text: string },
  after: { name: string; text: string },
  { replaces = false } = {},
): HTMLElement {
  const rows = foldRows(diffLines(before.text, after.text));
  const cell = (line: string | null, kind: string): HTMLElement => el('td', line !== null && { class: kind }, line);
  const body = rows.map((row) =>
    row === null
      ? el('tr.gap', el('td', { colspan: 2 }, el('span', 'unchanged lines')))
      : el('tr', cell(row.before, row.changed ? 'removed' : 'same'), cell(row.after, row.changed ? 'added' : 'same')),
  );
  return el(
    'div',
    { class: replaces ? 'diff replaces' : 'diff', tabindex: 0, role: 'region', 'aria-label': `${before.name} and ${after.name}` },
    el(
      'table',
      el('thead', el('tr', el('th', { scope: 'col' }, before.name), el('th', { scope: 'col' }, after.name))),
      el('tbody', ...body),
    ),
  );
}

import { stringPattern, writeString } from './objects.ts';

/**
 * Say in a PDF of Chromium's who wrote it and what it is about, and leave out the moment it was made, so that the same pages
 * are the same bytes. Its title stays. Throws where the file is not laid out as Chromium lays it out.
 */
export function stampPdf(bytes: Buffer, { author, subject }: { author: string; subject: string }): Buffer {
  const text = renumbered(bytes.toString('latin1'));
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const number = /\/Info (\d+) 0 R/.exec(text.slice(table))?.[1];
  const info = new RegExp(`(?<=[\\r\\n])${number} 0 obj\\n(<<[\\s\\S]*?>>)\\nendobj`).exec(text);
  if (!text.startsWith('xref', table) || !info?.[1]) throw new Error('This PDF is not laid out as Chromium lays it out.');
  const title = new RegExp(`/Title (${stringPattern})`).exec(info[1])?.[0] ?? '/Title ()';
  const said = `<<${title}\n/Author ${writeString(author)}\n/Subject ${writeString(subject)}>>`;
  const at = info.index + info[0].indexOf('<<');
  const longer = said.length - info[1].length;
  const tail = text
    .slice(table)
    .replace(/^(\d{10})(?= \d{5} n)/gm, (offset) =>
      String(Number(offset) > at ? Number(offset) + longer : Number(offset)).padStart(10, '0'),
    )
    .replace(/(?<=startxref\s+)\d+/, String(table + longer));
  return Buffer.from(text.slice(0, at) + said + text.slice(at + info[1].length, table) + tail, 'latin1');
}

/** Chromium names cells after its own count of nodes, which goes on from page to page; the order and the length of the names stay. */
function renumbered(text: string): string {
  const named = /(?<=\(node)\d{8}(?=\))/g;
  const order = new Map([...new Set(text.match(named))].toSorted().map((id, index) => [id, String(index + 1).padStart(8, '0')]));
  return text.replace(named, (id) => order.get(id) ?? id);
}

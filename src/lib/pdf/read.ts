import { readObjects, readString, stringPattern, type PdfObjects } from './objects.ts';
import { paintedOn } from './text.ts';

/** What a PDF says of itself. */
export interface PdfFacts {
  title: string;
  author: string;
  /** BCP 47, empty where it says none. */
  lang: string;
  /** Whether its text carries its structure, for those who have it read to them. */
  tagged: boolean;
  /** Size of each page in points. */
  pages: { width: number; height: number }[];
  /** The bookmarks, in order; `page` counts from 1. */
  outline: { title: string; level: number; page: number }[];
  /** Everything written on its pages, page by page, in the order it is painted in. */
  painted: string[];
  /** The text in the order of its structure, running lines left out, with the kind of element at the head of each: `H1 Title`. */
  structure: string[];
}

/** Read a PDF that Chromium has written. */
export function readPdf(bytes: Buffer): PdfFacts {
  const objects = readObjects(bytes);
  const catalog = find(objects, 'Catalog');
  const info = objects.get(Number(/\/Info (\d+) 0 R/.exec(bytes.toString('latin1', bytes.lastIndexOf('trailer')))?.[1]))?.dict ?? '';
  const pages = pagesBelow(objects, reference(catalog, 'Pages'));
  const texts = pages.map((page) => paintedOn(objects, page));
  return {
    title: text(info, 'Title'),
    author: text(info, 'Author'),
    lang: text(catalog, 'Lang'),
    tagged: /\/StructTreeRoot \d+/.test(catalog) && /\/Marked true/.test(catalog),
    pages: pages.map((page) => {
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(objects.get(page)?.dict ?? '') ?? [];
      return { width: Number(width), height: Number(height) };
    }),
    outline: outlineBelow(objects, reference(catalog, 'Outlines'), pages),
    painted: texts.map((runs) => runs.map((run) => run.text).join(' ')),
    structure: structureBelow(objects, reference(catalog, 'StructTreeRoot'), (page, mark) =>
      (texts[pages.indexOf(page)] ?? [])
        .filter((run) => run.mark === mark)
        .map((run) => run.text)
        .join(' '),
    ),
  };
}

/**
 * List every text of a PDF, however it is written, for a search: its pages with and without a blank where a face or a line ends,
 * and its titles, addresses and descriptions. Empty for bytes that are no PDF.
 */
export function textsOf(bytes: Buffer): string[] {
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') return [];
  const objects = readObjects(bytes);
  const runs = [...objects.keys()].map((page) => paintedOn(objects, page).map((run) => run.text));
  const strings = [...objects.values()].flatMap(({ dict }) => dict.match(new RegExp(stringPattern, 'g')) ?? []).map(readString);
  return [runs.flat().join(' '), runs.flat().join(''), strings.join('\n')];
}

function find(objects: PdfObjects, type: string): string {
  return [...objects.values()].find(({ dict }) => new RegExp(`/Type /${type}\\b`).test(dict))?.dict ?? '';
}

function reference(dict: string, name: string): number {
  return Number(new RegExp(`/${name} (\\d+) 0 R`).exec(dict)?.[1] ?? NaN);
}

function text(dict: string, name: string): string {
  return readString(new RegExp(`/${name} (${stringPattern})`).exec(dict)?.[1] ?? '()');
}

function pagesBelow(objects: PdfObjects, node: number): number[] {
  const dict = objects.get(node)?.dict ?? '';
  if (!/\/Type \/Pages\b/.test(dict)) return dict === '' ? [] : [node];
  const kids = /\/Kids \[([^\]]*)\]/.exec(dict)?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => pagesBelow(objects, Number(kid)));
}

function outlineBelow(objects: PdfObjects, node: number, pages: readonly number[], level = 0): PdfFacts['outline'] {
  const found: PdfFacts['outline'] = [];
  for (let item = reference(objects.get(node)?.dict ?? '', 'First'); objects.has(item);) {
    const { dict = '' } = objects.get(item) ?? {};
    found.push({ title: text(dict, 'Title'), level: level + 1, page: pages.indexOf(Number(/\/Dest \[(\d+) 0 R/.exec(dict)?.[1])) + 1 });
    found.push(...outlineBelow(objects, item, pages, level + 1));
    item = reference(dict, 'Next');
  }
  return found;
}

/** Walk the structure in its order: an element's children are elements, marks of its own page, or marks of another. */
function structureBelow(objects: PdfObjects, root: number, textOf: (page: number, mark: number) => string): string[] {
  const walk = (node: number, kind: string): string[] => {
    const { dict = '' } = objects.get(node) ?? {};
    const own = /\/S \/(\w+)/.exec(dict)?.[1] ?? '';
    const said = /^(?:H\d|Title|TH|TD|LI|P|Link|Figure|Caption|BlockQuote|Lbl)$/.test(own) ? own : kind;
    const kids = /\/K (\[(?:<<[\s\S]*?>>|[^\]])*\]|<<[\s\S]*?>>|\d+ 0 R|\d+)/.exec(dict)?.[1] ?? '';
    const page = reference(dict, 'Pg');
    return [...kids.matchAll(/<<([\s\S]*?)>>|(\d+) 0 R|(\d+)/g)].flatMap(([, mark, kid, number]) => {
      if (kid) return walk(Number(kid), said);
      const elsewhere = reference(mark ?? '', 'Pg');
      const written = textOf(Number.isNaN(elsewhere) ? page : elsewhere, Number(number ?? /\/MCID (\d+)/.exec(mark ?? '')?.[1] ?? NaN));
      return written.trim() === '' ? [] : [`${said} ${written.trim()}`];
    });
  };
  return walk(root, '');
}

import { getDocumentProxy } from 'unpdf';
import { readPdf, type Pdf } from '../../src/lib/pdf.ts';

/** A printed PDF with what only tests read. */
export interface PrintedPdf extends Pdf {
  title: string;
  /** BCP 47; empty when the PDF states none. */
  lang: string;
  /** Whether the text has a structure that a screen reader can follow. */
  tagged: boolean;
  /** The text in the order of that structure, which leaves out running headers and footers. */
  readingOrder: string;
}

/** Read a PDF that Chromium printed. */
export async function readPrintedPdf(bytes: Uint8Array): Promise<PrintedPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const { Title, Language } = (await document.getMetadata()).info as { Title?: string; Language?: string | null };
  const markInfo = (await document.getMarkInfo()) as { Marked: boolean } | null;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const textOf = textsById(items as readonly Item[]);
    texts.push(...contentIds((await page.getStructTree()) as StructureNode | null).map((id) => textOf.get(id) ?? ''));
  }
  await document.loadingTask.destroy();
  return {
    ...(await readPdf(bytes)),
    title: Title ?? '',
    lang: Language ?? '',
    tagged: markInfo?.Marked === true && texts.length > 0,
    readingOrder: texts.join(' '),
  };
}

/** Collect the text of each marked part of a page by its id in the structure. */
function textsById(items: readonly Item[]): Map<string, string> {
  const texts = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const { type, id, str = '' } of items) {
    if (type?.startsWith('begin')) open.push(id ?? open.at(-1));
    else if (type === 'endMarkedContent') open.pop();
    const current = open.at(-1);
    if (current !== undefined) texts.set(current, (texts.get(current) ?? '') + str);
  }
  return texts;
}

function contentIds(node: StructureNode | null): string[] {
  if (node === null) return [];
  return node.type === 'content' && node.id ? [node.id] : (node.children ?? []).flatMap(contentIds);
}

interface Item {
  type?: string;
  id?: string;
  str?: string;
}

interface StructureNode {
  type?: string;
  id?: string;
  children?: StructureNode[];
}

import { extractText, getDocumentProxy } from 'unpdf';

/** The text of a PDF's pages, in the order it was painted, and its bookmarks. */
export interface Pdf {
  pages: string[];
  outline: Bookmark[];
}

/** An entry of the outline; levels and pages count from 1. */
export interface Bookmark {
  title: string;
  level: number;
  page: number;
}

/** Read a PDF that Chromium printed. Throws when the bytes are not a PDF. */
export function readPdf(bytes: Uint8Array): Promise<Pdf> {
  return withDocument(bytes, async (document) => ({
    pages: (await extractText(document)).text,
    outline: await listBookmarks(document, (await document.getOutline()) ?? []),
  }));
}

/**
 * List every text of a PDF for a search: its pages, with and without spaces between the parts of a line, its metadata, bookmarks,
 * links and notes, and the descriptions of its pictures. Empty for bytes that are not a PDF, or that only a password opens.
 */
export async function listPdfTexts(bytes: Uint8Array): Promise<string[]> {
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) !== '%PDF-') return [];
  return readableDocument(bytes, [], async (document) => {
    const pages = await Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)));
    const contents = await Promise.all(pages.map((page) => page.getTextContent()));
    const { info, metadata } = await document.getMetadata();
    const parts = [info, [...(metadata ?? [])], await document.getOutline()];
    for (const page of pages) parts.push(await page.getAnnotations(), await page.getStructTree());
    return [
      ...(await extractText(document)).text,
      contents.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : ''))).join(' '),
      stringsIn(parts).join('\n'),
    ];
  });
}

/** Read who made a PDF, as its metadata says; empty if it does not, and for bytes that are not a PDF or that only a password opens. */
export function pdfAuthor(bytes: Uint8Array): Promise<string> {
  return readableDocument(bytes, '', async (document) => {
    const { Author: author } = (await document.getMetadata()).info as { Author?: unknown };
    return typeof author === 'string' ? author.trim() : '';
  });
}

/** Errors of PDF.js for files that no reader opens without a password, or at all. */
const unreadable = ['PasswordException', 'InvalidPDFException'];

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
type OutlineItem = Awaited<ReturnType<PdfDocument['getOutline']>>[number];

/** Read a PDF; returns `otherwise` for one that no reader opens without a password, or at all. */
async function readableDocument<T>(bytes: Uint8Array, otherwise: T, read: Reader<T>): Promise<T> {
  try {
    return await withDocument(bytes, read);
  } catch (error) {
    if (unreadable.includes((error as Error).name)) return otherwise;
    throw error;
  }
}

type Reader<T> = (document: PdfDocument) => Promise<T>;

async function withDocument<T>(bytes: Uint8Array, read: Reader<T>): Promise<T> {
  // A copy, because PDF.js takes the bytes over.
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  try {
    return await read(document);
  } finally {
    await document.loadingTask.destroy();
  }
}

async function listBookmarks(document: PdfDocument, items: readonly OutlineItem[], level = 1): Promise<Bookmark[]> {
  const bookmarks = await Promise.all(
    items.map(async ({ title, dest, items: children }) => [
      { title, level, page: (await document.getPageIndex(dest?.[0] as never)) + 1 },
      ...(await listBookmarks(document, children as OutlineItem[], level + 1)),
    ]),
  );
  return bookmarks.flat();
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) ? Object.values(value).flatMap(stringsIn) : [];
}

import { listPdfTexts } from './pdf.ts';

/**
 * Find the names that occur in a published file as whole words, ignoring case, accents, whitespace and hyphens: also HTML-, URL- or
 * JSON-escaped, with tags between the words, in picture metadata (UTF-8 or UTF-16), and in the text of a PDF.
 */
export async function namesIn(bytes: Uint8Array, names: readonly string[]): Promise<string[]> {
  const texts = (await readings(bytes)).map(fold);
  return names.filter((name) => {
    const words = fold(name);
    return words.trim() !== '' && texts.some((text) => text.includes(words));
  });
}

/** Reduce text to lower-case words without accents, each surrounded by single spaces, to compare spellings. */
export function fold(text: string): string {
  return ` ${text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

async function readings(bytes: Uint8Array): Promise<string[]> {
  const printed = await listPdfTexts(bytes);
  if (printed.length > 0) return [...printed, metadata(bytes)];
  const text = new TextDecoder('utf-8').decode(bytes);
  if (text.includes('\0')) return [metadata(bytes)];
  const plain = unescape(text);
  return plain.includes('<') ? [plain, plain.replace(/<[^>]*>/g, '')] : [plain];
}

/** Extract the runs of text in a binary file, in UTF-8 and, by dropping zero bytes, in UTF-16. */
function metadata(bytes: Uint8Array): string {
  const runs = Buffer.from(bytes)
    .toString('latin1')
    .replaceAll('\0', '')
    .match(/[ -~\u0080-\u00ff]{6,}/g);
  const latin = (runs ?? []).filter((run) => /[a-z]{3}/i.test(run)).join('\n');
  return `${latin}\n${Buffer.from(latin, 'latin1').toString('utf8')}`;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '' };

function unescape(text: string): string {
  return text
    .replace(/%[0-9a-f]{2}(?:%[0-9a-f]{2})*/gi, (escaped) => {
      try {
        return decodeURIComponent(escaped);
      } catch {
        return escaped;
      }
    })
    .replace(/\\u\{?([0-9a-f]{4,6})\}?/gi, (_, code: string) => character(Number.parseInt(code, 16)))
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, code: string) => character(Number.parseInt(code, 16)))
    .replace(/&#(\d{1,7});/g, (_, code: string) => character(Number(code)))
    .replace(/&([a-z]+);/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole);
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

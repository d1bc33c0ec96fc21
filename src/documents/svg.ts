import type { PictureNote } from './image-format.ts';

/** Read an SVG's size from its width and height or its view box; null for a file that is not an SVG. */
export function identifySvg(bytes: Uint8Array): SvgInfo | { message: string; fix: string } | null {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  const [, prolog = '', root] = start.exec(text.slice(0, longestStart)) ?? [];
  if (root === undefined) return null;
  if (compoundEntity.test(prolog)) {
    return {
      message: 'is an SVG whose entities contain other entities or files, which can expand without limit',
      fix: 'save it as plain SVG',
    };
  }
  const attributes = new Map(
    [...root.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, ...values]) => [name, values.join('').trim()]),
  );
  const size = sizeOf({ width: attributes.get('width'), height: attributes.get('height'), viewBox: attributes.get('viewBox') });
  const { width = 0, height = 0 } = size;
  if (Math.max(width, height) > maxSide) {
    const [w, h, max] = [width, height, maxSide].map((number) => number.toLocaleString('en-GB'));
    return { message: `is ${w} × ${h} pixels large; ${max} are the limit for a side`, fix: 'save it smaller' };
  }
  const notes = (['scripted', 'external', 'private'] as const).filter((note) => patterns[note].test(text));
  return { ...size, ...(notes.length > 0 && { notes }) };
}

/** Whether an SVG lacks its end, as after an upload that broke off: browsers show nothing of it. */
export function isCutOff(bytes: Uint8Array): boolean {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  const [, , root = ''] = start.exec(text.slice(0, longestStart)) ?? [];
  return !root.endsWith('/') && !end.test(text.slice(-longestEnd));
}

/** List the pictures in other formats that an SVG contains as `data:` addresses. */
export function embeddedPictures(bytes: Uint8Array): Uint8Array[] {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  const addresses = text.matchAll(/data:image\/(?!svg)[\w.+-]+;base64,([^"')]+)/gi);
  return [...addresses].map(([, encoded = '']) => Buffer.from(encoded.replace(/&#x?[\da-f]+;/gi, ''), 'base64'));
}

/** Size an SVG in pixels as browsers do: a length that is missing or a share follows from the view box. */
function sizeOf(written: Record<'width' | 'height' | 'viewBox', string | undefined>): Pick<SvgInfo, 'width' | 'height'> {
  const [left, top, w = 0, h = 0] = (written.viewBox ?? '').split(/[\s,]+/).map(Number);
  const ratio = left !== undefined && top !== undefined && w > 0 && h > 0 ? w / h : undefined;
  const [width, height] = [pixels(written.width), pixels(written.height)];
  if (width && height) return { width: whole(width), height: whole(height) };
  if (ratio === undefined) return { width: width && whole(width), height: height && whole(height) };
  if (width) return { width: whole(width), height: whole(width / ratio) };
  if (height) return { width: whole(height * ratio), height: whole(height) };
  // A view box has units of its own, so its size may be far from that of a picture; whole pixels must keep its ratio.
  const scale =
    Math.max(w, h) > maxSide
      ? 1600 / Math.max(w, h)
      : Math.min(w, h) < 10 && !(Number.isInteger(w) && Number.isInteger(h))
        ? 100 / Math.min(w, h)
        : 1;
  return { width: whole(w * scale), height: whole(h * scale) };
}

/** Round up, so that nothing is cut off where there is no view box; a unit may leave a rest in the last digits. */
const whole = (size: number): number => Math.ceil(size - 1e-6);

/** Pixels of a length; undefined for a share of the page, which is no size. https://www.w3.org/TR/css-values-4/#absolute-lengths */
function pixels(written = ''): number | undefined {
  const [, number, unit = 'px'] = /^(\+?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(px|pt|pc|mm|cm|in|em|rem|ex)?$/i.exec(written) ?? [];
  return Number(number ?? 0) * (units[unit.toLowerCase()] ?? 1) || undefined;
}

const units: Record<string, number> = { pt: 4 / 3, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96, em: 16, rem: 16, ex: 8 };

export interface SvgInfo {
  /** Undefined for an SVG without a size. */
  width: number | undefined;
  height: number | undefined;
  notes?: readonly PictureNote[];
}

const maxSide = 100_000;

/** Editors declare namespaces as entities; those are harmless. An entity that refers to an entity, a parameter or a file is not. */
const compoundEntity = /<!ENTITY\s+(?:%|[^\s"'>]+\s+(?:SYSTEM|PUBLIC|"[^"]*[&%]|'[^']*[&%]))/i;

const patterns = {
  /** Code that a browser would run when the file is opened on its own. */
  scripted: /<(?:[\w-]+:)?(?:script|handler|iframe|embed|object)\b|<[^<>]*\son[a-z]+\s*=|(?:java|vb)script\s*:/i,
  /** References to other files: pictures, fonts, style sheets. */
  external:
    /<(?:[\w-]+:)?(?:image|use|feImage)\b[^<>]*?\s(?:xlink:)?href\s*=\s*["']\s*(?!#|data:)[^"'\s]|@import\b|\burl\((?!\s*(?:["']|&quot;|&apos;)?\s*(?:#|data:|\)))|<\?xml-stylesheet/i,
  /** What Inkscape writes of its user: the folders of files, and the author if there is one. */
  private: /\s(?:sodipodi:absref|inkscape:export-filename)\s*=|<dc:creator>\s*(?:<[\w:]+[^<>]*>\s*)*[^<\s]/,
};

/** XML and, where the root is, its attributes, whose values may contain `>`. */
const start =
  /^\uFEFF?((?:\s|<\?xml[^>]*>|<!DOCTYPE[^[>]*(?:\[[^\]]*\])?\s*>|<!--(?:[^-]|-(?!->))*-->)*)<(?:[\w-]+:)?svg\b((?:[^>"']|"[^"]*"|'[^']*')*)>/i;

/** The end tag of the root, and what may follow it. */
const end = /<\/(?:[\w-]+:)?svg\s*>(?:\s|<\?[^>]*>|<!--(?:[^-]|-(?!->))*-->)*$/i;

/** Characters that are searched for the end. */
const longestEnd = 10_000;

/** Characters that are searched for the root. draw.io writes the whole drawing into an attribute of it. */
const longestStart = 1_000_000;

/** Illustrator offers to save UTF-16. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

import { create, type Font } from 'fontkitten';
import sharp from 'sharp';
import type { Colors } from '../theme/theme.ts';

/** The icons in `icons/`, by name: one for feeds, the two sizes that a web manifest requires, and one that systems may mask. */
export const icons = {
  '144': { size: 144 },
  '192': { size: 192 },
  '512': { size: 512 },
  maskable: { size: 512, opaque: true },
} as const satisfies Record<string, IconOptions>;

/** The icon for Apple's home screen. */
export const appleIcon = { size: 180, opaque: true } as const satisfies IconOptions;

/** Draw the first letters of the first and last word of a name as an icon, an SVG that follows the theme of the browser. Null if the font lacks one. */
export function initialsIcon(name: string, { fontFile, colors }: { fontFile: Buffer; colors: Colors }): string | null {
  const letters = name.match(/(?<![\p{L}\p{N}])\p{L}/gu) ?? [];
  const initials = [...new Set([letters.at(0), letters.at(-1)])].flatMap((letter) => letter?.toLocaleUpperCase() ?? []);
  const font = create(fontFile) as Font;
  const points = initials.map((letter) => letter.codePointAt(0) ?? 0);
  if (points.length === 0 || !points.every((point) => font.hasGlyphForCodePoint(point))) return null;
  const glyphs = points.map((point) => font.glyphForCodePoint(point));
  const width = glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0);
  const height = Math.max(...glyphs.map(({ bbox }) => bbox.maxY));
  const scale = Math.min(31 / width, 24 / height);
  const [left, baseline] = [(32 - width * scale) / 2, (32 + height * scale) / 2];
  let x = 0;
  const paths = glyphs.map(({ path, advanceWidth }) => {
    const drawn = `<path transform="translate(${x})" d="${path.toSVG()}"/>`;
    x += advanceWidth;
    return drawn;
  });
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
    `<style>path{fill:${colors.light.accent}}@media(prefers-color-scheme:dark){path{fill:${colors.dark.accent}}}</style>`,
    `<g transform="translate(${left.toFixed(2)} ${baseline.toFixed(2)}) scale(${scale.toFixed(4)} -${scale.toFixed(4)})">${paths.join('')}</g></svg>`,
  ].join('');
}

/**
 * Draw a square PNG icon from the SVG of the site. With a background, a CSS colour, it is opaque, and its drawing stays within the area that
 * no mask cuts off.
 */
export async function drawIcon(svg: Buffer, { size, background }: { size: number; background?: string | undefined }): Promise<Buffer> {
  const inner = background ? Math.round(size * 0.62) : size;
  const margin = { top: Math.floor((size - inner) / 2), bottom: Math.ceil((size - inner) / 2) };
  const { width, height } = await sizeOf(svg);
  return sharp(svg, { density: (72 * inner) / Math.max(width, height) })
    .resize(inner, inner, { fit: 'contain', background: background ?? transparent })
    .extend({ ...margin, left: margin.top, right: margin.bottom, background: background ?? transparent })
    .flatten(background ? { background } : false)
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** Read the size of an SVG in pixels. */
export async function sizeOf(svg: Buffer): Promise<{ width: number; height: number }> {
  const { width, height } = await sharp(svg).metadata();
  return { width, height };
}

export interface IconOptions {
  size: number;
  /** Whether it has the paper as its background. */
  opaque?: boolean;
}

const transparent = { r: 0, g: 0, b: 0, alpha: 0 } as const;

import sharp from 'sharp';
import { themeColors } from './head.ts';

/** The icons in `icons/`, by name: one for feeds, the two sizes that a web manifest requires, and one that systems may mask. */
export const icons = {
  '144': { size: 144 },
  '192': { size: 192 },
  '512': { size: 512 },
  maskable: { size: 512, background: themeColors.light },
} as const satisfies Record<string, IconOptions>;

/** The icon for Apple's home screen. */
export const appleIcon = { size: 180, background: themeColors.light } as const satisfies IconOptions;

/** Draw a square PNG icon from the SVG of the site. With a background it is opaque, and its drawing stays within the area that no mask cuts off. */
export async function drawIcon(svg: Buffer, { size, background }: IconOptions): Promise<Buffer> {
  const inner = background ? Math.round(size * 0.62) : size;
  const margin = { top: Math.floor((size - inner) / 2), bottom: Math.ceil((size - inner) / 2) };
  return sharp(svg, { density: (72 * inner) / 32 })
    .resize(inner, inner, { fit: 'contain', background: transparent })
    .extend({ ...margin, left: margin.top, right: margin.bottom, background: background ?? transparent })
    .flatten(background ? { background } : false)
    .png({ compressionLevel: 9 })
    .toBuffer();
}

export interface IconOptions {
  size: number;
  /** A CSS colour. */
  background?: string;
}

const transparent = { r: 0, g: 0, b: 0, alpha: 0 } as const;

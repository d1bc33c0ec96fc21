/** A picture ready for a template; `S` is Astro's image metadata once the store has been read, the marked path before. */
export type StoredPicture<S> =
  | { kind: 'asset'; src: S; width: number; height: number; format: string }
  | { kind: 'public'; src: string; width?: number | undefined; height?: number | undefined }
  | { kind: 'remote'; src: string; width: number; height: number };

/** Where a picture can stand: widths offered in pixels, and how wide it is shown; from 76rem on the page grows no wider. Screens narrower than 480 pixels are dense enough to want 800. */
export const places = {
  hero: { widths: [800, 1200, 1600], sizes: '(min-width: 76rem) 69rem, 90vw' },
  lead: { widths: [800, 1200], sizes: '(min-width: 76rem) 39rem, (min-width: 48rem) 50vw, 90vw' },
  row: { widths: [480, 800], sizes: '(min-width: 76rem) 22rem, (min-width: 48rem) 27vw, 90vw' },
  wide: { widths: [800, 1200], sizes: '(min-width: 76rem) 69rem, 90vw' },
  half: { widths: [800, 1200], sizes: '(min-width: 76rem) 34rem, (min-width: 48rem) 43vw, 90vw' },
  next: { widths: [480, 800], sizes: '(min-width: 76rem) 27rem, (min-width: 48rem) 35vw, 90vw' },
  text: { widths: [800, 1200], sizes: '(min-width: 48rem) 41rem, 90vw' },
} as const satisfies Record<string, { widths: readonly number[]; sizes: string }>;

export type Place = keyof typeof places;

/** Say which of the offered widths a picture of `width` pixels is made in; it is never enlarged. Offered from the narrowest up. */
export function fittingWidths(offered: readonly number[], width: number): number[] {
  const largest = Math.min(width, ...offered.slice(-1));
  return [...offered.filter((one) => one < largest), largest];
}

/** Say whether a picture has enough pixels to be shown as wide as its place; others keep their own size. */
export function fills({ kind, width, ...picture }: StoredPicture<unknown>): boolean {
  const scales = kind === 'asset' && 'format' in picture && picture.format === 'svg';
  return scales || width === undefined || width >= 400;
}

/**
 * Say in which formats a picture of `format` is offered, best first, and in which to those that know none of these.
 * What may move is never written as AVIF or JPEG, which would show its frames below one another.
 */
export function formatsFor(format: string): { offered: PictureEncoding[]; fallback: PictureEncoding } {
  const moves = format === 'gif' || format === 'webp';
  return { offered: moves ? [webp] : [avif, webp], fallback: format === 'gif' ? { format, quality: 72 } : jpg };
}

export interface PictureEncoding {
  format: 'avif' | 'webp' | 'jpg' | 'gif';
  quality: number;
}

// At these two qualities the sample pictures are as like their originals (SSIM 0.988); docs/performance.md has the sizes.
const avif: PictureEncoding = { format: 'avif', quality: 48 };
const webp: PictureEncoding = { format: 'webp', quality: 72 };
const jpg: PictureEncoding = { format: 'jpg', quality: 72 };

/**
 * A picture ready for a template; the poster of a film has the film. `S` is the source of an asset: its path in the store, Astro's image
 * metadata in a query.
 */
export type StoredPicture<S> = PictureFile<S> & { film?: Film | undefined };

type PictureFile<S> =
  | { kind: 'asset'; src: S; width: number; height: number; format: string; animated?: boolean | undefined }
  | { kind: 'public'; src: string; width?: number | undefined; height?: number | undefined }
  | { kind: 'remote'; src: string; width: number; height: number }
  /** The place of a film that has no poster. */
  | { kind: 'blank'; width: number; height: number };

/** The published file of a picture: its absolute address, and its size in pixels. */
export interface PublishedPicture {
  url: string;
  width: number;
  height: number;
}

/** A film ready for a template; addresses are paths from the root of the site. */
export interface Film {
  /** The file that the document names comes first. */
  files: { src: string; type: string; bytes: number }[];
  /** `lang` is null for the language of the page. */
  captions: { src: string; lang: string | null }[];
  width: number;
  height: number;
  seconds: number;
}

/**
 * The places of pictures: the widths offered in pixels, and how wide the page shows them, which grows at 76rem and 100rem for the last time.
 * Phones narrower than 480 pixels need 700 to 1060 pixels; a desktop needs 1104 for its whole page, or for half of it at twice the density.
 */
export const places = {
  hero: { widths: [800, 1104, 1440], sizes: '(min-width: 100rem) 1350px, (min-width: 76rem) 69rem, 90vw' },
  lead: { widths: [800, 1104], sizes: '(min-width: 100rem) 763px, (min-width: 76rem) 39rem, (min-width: 48rem) 50vw, 90vw' },
  row: { widths: [480, 800], sizes: '(min-width: 100rem) 430px, (min-width: 76rem) 22rem, (min-width: 48rem) 27vw, 90vw' },
  next: { widths: [480, 800], sizes: '(min-width: 100rem) 535px, (min-width: 76rem) 27rem, (min-width: 48rem) 35vw, 90vw' },
  text: { widths: [800, 1104], sizes: '(min-width: 100rem) 1001px, (min-width: 76rem) 51rem, (min-width: 64rem) 67vw, 90vw' },
  upright: { widths: [480, 800], sizes: '(min-width: 100rem) 468px, (min-width: 30rem) 26rem, 90vw' },
  portrait: { widths: [480, 800], sizes: '(min-width: 64rem) 22rem, 11rem' },
} as const satisfies Record<string, { widths: readonly number[]; sizes: string }>;

export type Place = keyof typeof places;

/** Widths offered in pixels, and the `sizes` attribute. */
export interface Sizes {
  widths: readonly number[];
  sizes: string;
}

/**
 * Get the sizes of a place, at the ratio of width to height of the pictures in lists, as `3:2`. A place of less width cuts off the sides of
 * a picture, which is then shown wider than its place.
 */
export function sizesIn(place: Place, ratio: string): Sizes {
  const { widths, sizes } = places[place];
  const [width = 3, height = 2] = ratio.split(':').map(Number);
  const wider = place === 'lead' || place === 'row' || place === 'next' ? Math.max(1, (1.5 * height) / width) : 1;
  const length = (_: string, size: string, unit: string): string => `${rounded(Number(size) * wider)}${unit}`;
  return { widths, sizes: sizes.replace(/([\d.]+)(px|rem|vw)(?=,|$)/g, length) };
}

/** Choose the sizes of a picture that takes a share of the page's width, on wide and on narrow screens. */
export function sizesOf({ wide, narrow }: { wide: number; narrow: number }): Sizes {
  const offered = [480, 800, 1104, 1440];
  // Twice the density of a desktop, and three times that of a phone of 390 pixels.
  const needed = Math.max(2 * 1104 * wide, 3 * 351 * narrow);
  const most = offered.find((width) => width >= needed) ?? 1440;
  return {
    widths: offered.filter((width) => width <= most && (width > 480 || wide < 0.35)),
    sizes: `${sharesOf(pageWidths, wide)}, ${rounded(90 * narrow)}vw`,
  };
}

/** Choose the sizes of a picture that takes a share of the width of the text; a phone shows one picture a line. */
export function sizesInText(share: number): Sizes {
  return { widths: [480, 800, 1104], sizes: `${sharesOf(textWidths, share)}, 90vw` };
}

type Widths = readonly (readonly [from: string, width: number, unit: 'px' | 'rem' | 'vw'])[];

const pageWidths: Widths = [
  ['100rem', 1350, 'px'],
  ['76rem', 69, 'rem'],
  ['48rem', 90, 'vw'],
];

const textWidths: Widths = [
  ['100rem', 1001, 'px'],
  ['76rem', 51, 'rem'],
  ['64rem', 67, 'vw'],
  ['40rem', 90, 'vw'],
];

function sharesOf(widths: Widths, share: number): string {
  const length = (width: number, unit: string) => (unit === 'px' ? Math.round(width * share) : rounded(width * share)) + unit;
  return widths.map(([from, width, unit]) => `(min-width: ${from}) ${length(width, unit)}`).join(', ');
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}

/** Choose the width of a picture as a reader enlarges it: as much as a screen and a file of a gallery can hold, never more than it has. */
export function enlargedWidth({ width, height }: { width: number; height: number }): number {
  const scale = Math.max(1600 / width, Math.sqrt(1600 ** 2 / (width * height)));
  return Math.floor(width * Math.min(1, scale, longestSide / Math.max(width, height)));
}

/** Choose the width of a drawing as a reader enlarges it. Its pixels say nothing; by its shape, it has the area of a square of 1600. */
export function enlargedDrawingWidth({ width, height }: { width: number; height: number }): number {
  return Math.round(1600 * Math.sqrt(width / height));
}

/**
 * Offer the files of a picture. A single one comes without `sizes`: a browser would take a small picture for as wide as its place, and
 * enlarge it on paper.
 */
export function offerFiles({ values, attribute }: SrcSet, sizes: string): { sizes?: string; srcset: string } {
  const [only, ...more] = values;
  return only && more.length === 0 ? { srcset: only.url } : { sizes, srcset: attribute };
}

interface SrcSet {
  values: readonly { url: string }[];
  attribute: string;
}

/** The longest side of a WebP in pixels; AVIF holds a few more. */
export const longestSide = 16_383;

/** Choose the widths that a picture of `width` pixels is made in, from the narrowest up; it is never enlarged. */
export function fittingWidths(offered: readonly number[], width: number): number[] {
  const largest = Math.min(width, ...offered.slice(-1));
  return [...offered.filter((one) => one < largest), largest];
}

/** Say whether a picture has enough pixels to fill the width of its place; others keep their own size. */
export function fills({ kind, width, ...picture }: StoredPicture<unknown>): boolean {
  const scales = kind === 'asset' && 'format' in picture && picture.format === 'svg';
  return scales || width === undefined || width >= 400;
}

/** Choose the format that a picture is offered in. AVIF would show the frames of an animation below one another. */
export function bestEncoding(animated: boolean): PictureEncoding {
  return animated ? webp : avif;
}

export interface PictureEncoding {
  format: 'avif' | 'webp' | 'jpg';
  quality: number;
}

// docs/performance.md has the sizes and the likeness to the original at these qualities and others.
const avif: PictureEncoding = { format: 'avif', quality: 46 };
const webp: PictureEncoding = { format: 'webp', quality: 72 };

/** For browsers that do not support the other formats, feeds and search engines: of an animation, its first frame. */
export const fallbackEncoding: PictureEncoding = { format: 'jpg', quality: 72 };

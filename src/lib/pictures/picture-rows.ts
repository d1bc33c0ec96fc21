import type { StoredPicture } from './pictures.ts';

/**
 * Lay pictures out in rows, each row as wide as the page and its pictures of one height. `aspectRatios` are widths divided by heights.
 * Every picture has one place, in the given order; panoramas have a row of their own.
 */
export function layoutRows(aspectRatios: readonly number[], options: RowOptions): Row[] {
  // The cheapest layout of the pictures from each one on, found from the last one to the first.
  const layouts: { cost: number; rows: Row[] }[] = [{ cost: 0, rows: [] }];
  for (let first = aspectRatios.length - 1; first >= 0; first--) {
    let best = { cost: Infinity, rows: [] as Row[] };
    for (let count = 1; count <= Math.min(longestRow, aspectRatios.length - first); count++) {
      const row = makeRow(aspectRatios.slice(first, first + count), options);
      const rest = layouts[count - 1] ?? best;
      const cost = costOf(row, aspectRatios.slice(first, first + count), options) + rest.cost;
      // Of equally good layouts, the one with the larger pictures first.
      if (cost < best.cost - 1e-9) best = { cost, rows: [row, ...rest.rows] };
    }
    layouts.unshift(best);
  }
  return layouts[0]?.rows ?? [];
}

/** How rows are laid out on a wide screen and on paper, and on a narrow screen. `src/styles/pictures.css` has the same gaps. */
export const rowOptions = {
  wide: { area: 0.16, gap: 0.025, maxHeight: 0.75 },
  narrow: { area: 0.6, gap: 0.04, maxHeight: 2 },
} as const satisfies Record<string, RowOptions>;

/** Lengths are shares of the width of the page. */
export interface RowOptions {
  /** The area that a picture has at best. */
  area: number;
  /** The space between two pictures. */
  gap: number;
  maxHeight: number;
}

export interface Row {
  /** The widths of its pictures, as shares of the width of the page. */
  widths: number[];
  /** What the pictures leave free at its end. */
  rest: number;
}

/** The aspect ratio at which a gallery shows a picture: its own, or that of its top if it is a tower; of unknown size, 3:2. */
export function shownRatio({ width = 0, height = 0 }: Size): number {
  return shapeOf({ width, height }) === 'tower' ? 0.7 : width / height || 1.5;
}

/** What the shape of a picture is called; null for one about as wide as a screen, or of unknown size. */
export function shapeOf({ width = 0, height = 0 }: Size): 'panorama' | 'upright' | 'tower' | null {
  const ratio = width / height || 1.5;
  if (ratio >= panorama) return 'panorama';
  if (ratio < tallest) return 'tower';
  return ratio < 1 ? 'upright' : null;
}

/** Find the place of each picture of a gallery: its share of the page's width on wide and narrow screens, and the classes that give it. */
export function placeInRows(pictures: readonly Size[]): PlaceInRow[] {
  const ratios = pictures.map(shownRatio);
  const [wide = [], narrow = []] = [rowOptions.wide, rowOptions.narrow].map((options) =>
    layoutRows(ratios, options).flatMap(({ widths, rest }) =>
      widths.map((width, index) => ({ width, rest: index === widths.length - 1 ? rest : 0 })),
    ),
  );
  return ratios.map((_, index) => {
    const [onWide, onNarrow] = [wide[index] ?? whole, narrow[index] ?? whole];
    const lengths = { w: onWide.width, e: onWide.rest, n: onNarrow.width, m: onNarrow.rest };
    const classes = Object.entries(lengths).map(([name, length]) => [name, Math.floor(length * 1e4)] as const);
    const needed = classes.filter(([name, length]) => length !== (name === 'w' || name === 'n' ? 1e4 : 0));
    return { wide: onWide.width, narrow: onNarrow.width, classes: needed.map(([name, length]) => name + String(length)) };
  });
}

/** Write the rules of the classes that `placeInRows` gives; a page needs only those of its own pictures. */
export function rowsCss(places: readonly PlaceInRow[]): string {
  const classes = [...new Set(places.flatMap(({ classes }) => classes))];
  const rules = media.map(({ query, properties }) => {
    const own = classes.flatMap((name) => {
      const property = properties[name.slice(0, 1)];
      return property ? [`.${name}{${property}:${Number(name.slice(1)) / 100}%}`] : [];
    });
    return own.length > 0 ? `@media ${query}{${own.join('')}}` : '';
  });
  return rules.join('');
}

/** The properties that classes set, by their first letter. */
const media: readonly { query: string; properties: Record<string, string> }[] = [
  { query: 'print,(min-width:48rem)', properties: { w: 'inline-size', e: 'margin-inline-end' } },
  { query: 'screen and (max-width:47.99rem)', properties: { n: 'inline-size', m: 'margin-inline-end' } },
];

export interface PlaceInRow {
  /** Shares of the width of the page. */
  wide: number;
  narrow: number;
  classes: string[];
}

type Size = Pick<StoredPicture<unknown>, 'width' | 'height'>;

const whole = { width: 1, rest: 0 };

/** Pictures narrower than this, such as captures of whole pages, are shown from their top; phones are a little wider. */
const tallest = 0.42;

/** Pictures wider than this are panoramas. */
const panorama = 2.4;

const longestRow = 6;

function makeRow(ratios: readonly number[], { gap, maxHeight }: RowOptions): Row {
  const gaps = gap * (ratios.length - 1);
  const full = (1 - gaps) / sum(ratios);
  const height = Math.min(full, maxHeight);
  return { widths: ratios.map((ratio) => height * ratio), rest: full > maxHeight ? 1 - gaps - height * sum(ratios) : 0 };
}

/** Rate a row: how far its pictures are from the best area, how much of it is empty, and whether a panorama shares it. */
function costOf({ widths, rest }: Row, ratios: readonly number[], { area }: RowOptions): number {
  const panoramas = ratios.filter((ratio) => ratio >= panorama).length;
  if (ratios.length === 1 && panoramas === 1) return 0;
  const sizes = ratios.map((ratio, index) => Math.log((widths[index] ?? 0) / Math.sqrt(area * ratio)) ** 2);
  return sum(sizes) + 4 * rest + panoramas;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

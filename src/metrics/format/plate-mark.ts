import type { Plate } from './plate.ts';

/** Lay out the lines of a plate in a rectangle, without labels; `weight` is their greatest thickness. All lengths are in one unit. */
export function plateMark(
  { rows, before }: Pick<Plate<unknown>, 'rows' | 'before'>,
  { width, height, weight, rtl = false }: MarkSize,
): PlateMark {
  const pitch = height / rows.length;
  const at = (x: number) => round(((rtl ? 100 - x : x) * width) / 100);
  const thickness = round(Math.min(weight, pitch * 0.35));
  return {
    before: at(before),
    ends: rows.map(({ x }, index) => ({ x: at(x), y: round((index + 0.5) * pitch) })),
    weight: thickness,
    dot: round(Math.min(4.5 * thickness, pitch * 0.9)),
  };
}

/** Write the lines of a mark as data of an SVG path. */
export function linePath({ before, ends }: PlateMark): string {
  return ends.map(({ x, y }) => `M${before} ${y}H${x}`).join('');
}

/** Write the dots of a mark as data of an SVG path: strokes without length, which round caps turn into dots. */
export function dotPath({ ends }: PlateMark): string {
  return ends.map(({ x, y }) => `M${x} ${y}h.01`).join('');
}

/** Draw a mark as a square icon, an SVG that follows the theme of the browser. Of many lines it shows six from the whole range. */
export function plateIcon({ rows, before }: Plate<unknown>): string {
  const shown = Math.min(rows.length, 6);
  const chosen = Array.from({ length: shown }, (_, index) => rows[Math.round((index * (rows.length - 1)) / (shown - 1))]).flatMap(
    (row) => row ?? [],
  );
  const mark = plateMark({ rows: chosen, before }, { width: 32, height: 32, weight: 1.8 });
  const style =
    'path{fill:none;stroke:#8a2b0e;stroke-linecap:round}.s{stroke:#1d1b17}@media(prefers-color-scheme:dark){path{stroke:#f2a98a}.s{stroke:#ece8df}}';
  const path = (d: string, width: number, more = '') => `<path${more} stroke-width="${width}" d="${d}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>${style}</style>${path(`M${mark.before} 1.5V30.5`, 1.2, ' class="s"')}${path(linePath(mark), mark.weight)}${path(dotPath(mark), mark.dot)}</svg>`;
}

interface MarkSize {
  width: number;
  height: number;
  weight: number;
  /** Mirror it, for pages written from right to left. */
  rtl?: boolean;
}

export interface PlateMark {
  /** Where all lines start. */
  before: number;
  /** Where each line ends. */
  ends: { x: number; y: number }[];
  /** Thickness of the lines. */
  weight: number;
  /** Diameter of the dots. */
  dot: number;
}

function round(length: number): number {
  return Number(length.toFixed(1));
}

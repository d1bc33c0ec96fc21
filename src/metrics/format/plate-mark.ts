import type { Plate } from './plate.ts';

/** Lay out the lines of a plate in a rectangle, without labels; `weight` is their greatest thickness. All lengths are in one unit. */
export function plateMark(
  { rows, before }: Pick<Plate<unknown>, 'rows' | 'before'>,
  { width, height, weight, rtl = false }: MarkSize,
): PlateMark {
  const pitch = height / rows.length;
  const at = (x: number) => round(((rtl ? 100 - x : x) * width) / 100);
  const thickness = round(Math.min(weight, pitch * 0.3));
  return {
    before: at(before),
    ends: rows.map(({ x }, index) => ({ x: at(x), y: round((index + 0.5) * pitch) })),
    weight: thickness,
    dot: round(Math.min(4.5 * thickness, pitch * 0.65)),
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

/** Draw a plate without labels as an SVG in these colours. */
export function markSvg(plate: Plate<unknown>, { colors, ...size }: MarkSize & { colors: MarkColors }): string {
  return svg(plateMark(plate, size), size, strokes(colors));
}

/** Draw a plate as a square icon, which follows the theme of the browser. Of many lines it shows five from the whole range. */
export function plateIcon({ rows, before }: Plate<unknown>, colors: { light: MarkColors; dark: MarkColors }): string {
  const shown = Math.min(rows.length, 5);
  const steps = Array.from({ length: shown }, (_, index) => Math.round((index * (rows.length - 1)) / (shown - 1)));
  const size = { width: 32, height: 32, weight: 2 };
  const mark = plateMark({ rows: steps.flatMap((step) => rows[step] ?? []), before }, size);
  return svg(mark, size, `${strokes(colors.light)}@media(prefers-color-scheme:dark){${strokes(colors.dark)}}`);
}

function strokes({ accent, ink }: MarkColors): string {
  return `path{fill:none;stroke:${accent};stroke-linecap:round}.spine{stroke:${ink}}`;
}

function svg(mark: PlateMark, { width, height }: Pick<MarkSize, 'width' | 'height'>, style: string): string {
  // One unit of space around, because the dots of an icon are wider than the margin of its scale.
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 ${width + 2} ${height + 2}" width="${width}" height="${height}"><style>${style}</style>`,
    `<path class="spine" stroke-width="${mark.weight / 2}" d="M${mark.before} 0V${height}"/>`,
    `<path stroke-width="${mark.weight}" d="${linePath(mark)}"/><path stroke-width="${mark.dot}" d="${dotPath(mark)}"/></svg>`,
  ].join('');
}

/** CSS colours of the lines with their dots, and of the state before. */
interface MarkColors {
  accent: string;
  ink: string;
}

interface MarkSize {
  width: number;
  height: number;
  weight: number;
  /** Mirror it, for pages written from right to left. */
  rtl?: boolean;
}

interface PlateMark {
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

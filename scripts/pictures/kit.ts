import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Give the two canvas sizes in CSS pixels; both are rendered at twice that. */
export const sizes = { hero: { width: 900, height: 600 }, screen: { width: 800, height: 500 } } as const;

/** Describe one picture: where it goes below the project's root, its canvas and its page. */
export interface Drawing {
  file: string;
  size: keyof typeof sizes;
  html: string;
}

/** Bind a case's hue and style sheet to a function that makes its drawings. */
export function drawingsOf({ hue, field = hue, css = '', folder = 'src/assets/images/projects' }: Look) {
  return (name: string, size: keyof typeof sizes, body: string): Drawing => ({
    file: `${folder}/${name}.jpg`,
    size,
    html: `<!doctype html><meta charset="utf-8"><style>${fonts}:root{--hue:${hue};--ground:${field}}${base}${css}</style><body class="${size}">${body}`,
  });
}

/** Wrap a drawing in an SVG of the given size in CSS pixels. */
export const svg = (width: number, height: number, body: string, attributes = ''): string =>
  `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ${attributes}>${body}</svg>`;

/** Join points to the `d` of an open straight path. */
export const straight = (points: readonly Point[]): string => `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}`;

/** Join points to the `d` of a smooth path through all of them (Catmull-Rom as cubic Béziers). */
export function smooth(points: readonly Point[]): string {
  const at = (index: number): Point => points[Math.min(points.length - 1, Math.max(0, index))] ?? [0, 0];
  const curves = points.slice(1).map((to, index) => {
    const [before, from, after] = [at(index - 1), at(index), at(index + 2)];
    const first = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const second = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    return `C${[...first, ...second, ...to].map(round).join(' ')}`;
  });
  return `M${at(0).map(round).join(' ')}${curves.join('')}`;
}

/** Count from 0 to `length` − 1. */
export const upTo = (length: number): number[] => Array.from({ length }, (_, index) => index);

const round = (value: number): number => Math.round(value * 10) / 10;

const load = createRequire(import.meta.url);
const face = (family: string, path: string, weights: string, style = 'normal'): string => {
  const bytes = readFileSync(load.resolve(path)).toString('base64');
  return `@font-face{font-family:'${family}';font-weight:${weights};font-style:${style};src:url(data:font/woff2;base64,${bytes})}`;
};
const fonts = [
  face('Brygada', '@fontsource-variable/brygada-1918/files/brygada-1918-latin-wght-normal.woff2', '400 700'),
  face('Brygada', '@fontsource-variable/brygada-1918/files/brygada-1918-latin-wght-italic.woff2', '400 700', 'italic'),
  face('Public', '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2', '100 900'),
].join('');

// One light for all: from the upper left, with a flat shadow in the case's hue, as if printed.
const base = `
:root{--paper:#fbf9f4;--ink:color-mix(in oklab,var(--hue) 30%,#17150f);--mute:color-mix(in oklab,var(--hue) 32%,#6d675c);

--soft:color-mix(in oklab,var(--hue) 9%,#fbf9f4);--tint:color-mix(in oklab,var(--hue) 20%,#fbf9f4);--mid:color-mix(in oklab,var(--hue) 52%,#fbf9f4);
--line:color-mix(in oklab,var(--hue) 22%,#e2dccf)}
*{box-sizing:border-box;margin:0;padding:0}
body{position:relative;overflow:hidden;background:var(--field);color:var(--ink);font:400 18px/1.35 Public;font-variant-numeric:tabular-nums lining-nums;text-rendering:geometricPrecision}
.hero{width:900px;height:600px;--field:color-mix(in oklab,var(--ground) 82%,#fbf9f4);--shade:color-mix(in oklab,var(--ground) 78%,#000)}
.screen{width:800px;height:500px;--field:color-mix(in oklab,var(--ground) 42%,#f1ece0);--shade:color-mix(in oklab,var(--ground) 62%,#d8cfbc)}
b,strong{font-weight:650}.serif,h1,h2{font-family:Brygada;font-weight:500;line-height:1.08;letter-spacing:-.01em}.mute{color:var(--mute)}.hue{color:var(--hue)}
.sheet{position:absolute;background:var(--paper);box-shadow:0 0 0 1.5px color-mix(in oklab,var(--ink) 30%,transparent),10px 12px 0 var(--shade)}
.screen>.sheet.full{inset:26px 38px 38px 28px}
.row{display:flex;align-items:center}.between{display:flex;align-items:center;justify-content:space-between}
.top{display:flex;align-items:center;justify-content:space-between;height:48px;padding:0 24px;border-bottom:1.5px solid var(--line);font-size:16px}
.top b{font-family:Brygada;font-size:20px;font-weight:600}
.button{display:inline-block;background:var(--hue);color:#fff;font-weight:600;padding:11px 22px}
svg{display:block;overflow:visible}svg text{font-family:Public;fill:var(--ink)}
table{border-collapse:collapse;width:100%}th{font-weight:500;color:var(--mute);text-align:left;font-size:15px}td,th{padding:11px 0;border-bottom:1.5px solid var(--line)}
`;

/** Say how a case looks. */
interface Look {
  /** The one colour a case is drawn in. */
  hue: string;
  /** The colour behind it, where the hue is too heavy to fill a picture. */
  field?: string;
  css?: string;
  /** Below the project's root, without a slash at its end. */
  folder?: string;
}
/** A point in CSS pixels, from the upper left. */
export type Point = readonly [x: number, y: number];

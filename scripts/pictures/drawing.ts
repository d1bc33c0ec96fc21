import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Canvas sizes in CSS pixels; pictures are rendered at twice these. */
export const sizes = { hero: { width: 900, height: 600 }, screen: { width: 800, height: 500 } } as const;

/** One picture to render. */
export interface Drawing {
  /** Its path from the project's root. */
  file: string;
  size: keyof typeof sizes;
  /** The page that shows it. */
  html: string;
}

/** A silent film to render, and to encode with FFmpeg. */
export interface Film {
  /** Its path from the project's root. */
  file: string;
  size: keyof typeof sizes;
  /** Frames a second. */
  rate: number;
  /** The pages that show the frames. */
  frames: string[];
}

/** Make a function that creates the drawings of one case in its colours and styles. */
export function createDrawing({ hue, field = hue, css = '', folder = 'src/assets/images/projects' }: CaseStyle) {
  return (name: string, size: keyof typeof sizes, body: string): Drawing => ({
    file: `${folder}/${name}.jpg`,
    size,
    html: `<!doctype html><meta charset="utf-8"><style>${fonts}:root{--hue:${hue};--ground:${field}}${base}${css}</style><body class="${size}">${body}`,
  });
}

/** Wrap a drawing in an SVG of the given size in CSS pixels. */
export const svg = (width: number, height: number, body: string, attributes = ''): string =>
  `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ${attributes}>${body}</svg>`;

/** Join points to the `d` of an open path of straight lines. */
export const straightPath = (points: readonly Point[]): string => `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}`;

/** Join points to the `d` of a smooth path through all of them (Catmull-Rom as cubic Béziers). */
export function smoothPath(points: readonly Point[]): string {
  const pointAt = (index: number): Point => points[Math.min(points.length - 1, Math.max(0, index))] ?? [0, 0];
  const curves = points.slice(1).map((to, index) => {
    const [before, from, after] = [pointAt(index - 1), pointAt(index), pointAt(index + 2)];
    const first = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const second = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    return `C${[...first, ...second, ...to].map(round).join(' ')}`;
  });
  return `M${pointAt(0).map(round).join(' ')}${curves.join('')}`;
}

/** List the numbers from 0 to `length` − 1. */
export const range = (length: number): number[] => Array.from({ length }, (_, index) => index);

const round = (value: number): number => Math.round(value * 10) / 10;

const require = createRequire(import.meta.url);
const fontFace = (family: string, path: string, weights: string, style = 'normal'): string => {
  const bytes = readFileSync(require.resolve(path)).toString('base64');
  return `@font-face{font-family:'${family}';font-weight:${weights};font-style:${style};src:url(data:font/woff2;base64,${bytes})}`;
};
const fonts = [
  fontFace('Brygada', '@fontsource-variable/brygada-1918/files/brygada-1918-latin-wght-normal.woff2', '400 700'),
  fontFace('Brygada', '@fontsource-variable/brygada-1918/files/brygada-1918-latin-wght-italic.woff2', '400 700', 'italic'),
  fontFace('Public', '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2', '100 900'),
].join('');

// All pictures share one light from the upper left and flat shadows in the hue of their case, as in print.
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

interface CaseStyle {
  /** The main colour of the drawings. */
  hue: string;
  /** The background colour, if `hue` is too dark to fill a picture. */
  field?: string;
  css?: string;
  /** From the project's root, without a trailing slash. */
  folder?: string;
}

/** A point in CSS pixels from the upper left. */
export type Point = readonly [x: number, y: number];

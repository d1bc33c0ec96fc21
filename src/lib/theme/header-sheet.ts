import type { Site } from '../../schemas/site.ts';

/**
 * Write the styles that decide on which screens the menu is below the name, where that is not below 48rem (Header.astro), and on which it
 * is in columns there. Without them, an entry of the menu may move to another line when the fonts arrive, and the page with it, a layout
 * shift of up to 0.36: the system fonts that stand in for them are up to a tenth wider or narrower in one word.
 */
export function headerSheet({ name, menu, before, scale }: Content): string {
  const entrySize = entrySizes[scale];
  const entries = menu.map((text) => widest.text * widthOf(text));
  const line = entries.reduce((sum, width) => sum + width * entrySize + gap, -gap);
  const screen = screenFor((before + widest.name * widthOf(name)) * nameSize + 2 + line);
  const oneLine = Math.min(screenFor(line), Math.max(48, screen));
  return [
    ...(screen < 28 ? [`@media(width>=${screen}rem){${nav}{width:auto}}`] : []),
    ...(screen > 48 ? [`@media(width<${screen}rem){${nav}{width:100%}}`] : []),
    ...(oneLine > 20 ? [`@media(width<${oneLine}rem){body>header ul{display:grid;grid-template-columns:${columns(entries)}}}`] : []),
    nameRule(name, before),
  ].join('');
}

/** Return columns of one width, as many as have room for the widest entry, and no more than two rows need. */
function columns(entries: readonly number[]): string {
  const share = Math.floor(100 / (Math.ceil(entries.length / 2) + 1));
  return `repeat(auto-fill,minmax(min(100%,max(${em(Math.max(...entries))},${share}%)),1fr))`;
}

const nav = 'body>header nav';

interface Content {
  name: string;
  menu: readonly string[];
  /** Width of what precedes the name, in em of the name. */
  before: number;
  scale: Site['theme']['scale'];
}

/** Set a name that is wider than the narrowest phone in two lines on every phone, where it has two words. */
function nameRule(name: string, before: number): string {
  const width = widest.name * widthOf(name);
  if ((before + width) * nameSize <= narrowest) return '';
  const words = name.split(' ');
  const halves = words.slice(1).map((_, index) => [words.slice(0, index + 1), words.slice(index + 1)].map((half) => half.join(' ')));
  const half = widest.name * Math.min(...halves.map((lines) => Math.max(...lines.map(widthOf))));
  // Less than the whole in any of the fonts, so that none of them sets it in one line.
  const twoLines = (before + half) * nameSize <= narrowest && half < 0.8 * width;
  return twoLines ? `@media(width<40rem){body>header>div>a{max-width:${em(before + half)}}}` : '';
}

/** Return the width of the screen, in whole rem, that has a width between its gutters (`--spacing-gutter`). */
function screenFor(width: number): number {
  return Math.ceil(Math.max(width + 2.5, Math.min(width / 0.9, width + 7)));
}

/** Sizes of the header (src/components/site/Header.astro, `text-small` in src/lib/theme/theme.ts), in rem. */
const entrySizes = { small: 0.875, regular: 0.9375, large: 1 } as const satisfies Record<Content['scale'], number>;
export const nameSize = 1.25;
const gap = 1.25;

/** Width of a phone of 320 pixels between its gutters, in rem. */
const narrowest = 17.5;

/** What the widths below are multiplied by to be those of the widest font of a role; tests/browser/type.test.ts measures it. */
const widest = { text: 1.12, name: 1.1 };

/** Estimate the width of a text in em, by the shapes of its letters. */
function widthOf(text: string): number {
  return [...text.normalize('NFD')].reduce((sum, character) => sum + (shapes.find(([shape]) => shape.test(character))?.[1] ?? 0.56), 0);
}

const shapes: readonly (readonly [RegExp, number])[] = [
  [/\p{M}/u, 0],
  [/[ijlI'’.,:;!|·]/, 0.25],
  [/[ftrJ() /-]/, 0.32],
  [/[ckvsxyz]/, 0.5],
  [/[mwMW%@—]/, 0.83],
  [/[A-Z&]/, 0.69],
  [/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/, 1],
];

function em(width: number): string {
  return `${Number(width.toFixed(1))}em`;
}

/**
 * Write the styles that reserve the width of the name and of each entry of the menu, in em. Where a menu wraps depends on its width, and the
 * system font that stands in for a font until it has loaded is up to a tenth wider or narrower in one word: the page below would move by
 * a line. `before` is the width of what precedes the name, in em of the name.
 */
export function headerSheet({ name, menu, before }: { name: string; menu: readonly string[]; before: number }): string {
  const widths = menu.map((text) => widest.text * widthOf(text));
  const line = widths.reduce((sum, width) => sum + width * entrySize + gap, -gap);
  // The menu has one line on every phone, and is below the name.
  const isShort = before + widest.name * widthOf(name) <= narrowest;
  if (isShort && line <= narrowest * nameSize && (before + widthOf(name)) * nameSize + 2 + line > widestPhone) return '';
  const entries = widths.map((width, index) => `body>header li:nth-child(${index + 1}){min-width:${em(width)}}`);
  return `@media(width<64rem){${entries.join('')}${nameRule(name, before)}}`;
}

/** A name that is narrower than the narrowest phone has its width; a longer one has it on wider screens, and two lines on every phone, where it has two words. */
function nameRule(name: string, before: number): string {
  const width = widest.name * widthOf(name);
  const whole = `${nameOf}{min-width:${em(before + width)}}`;
  if (before + width <= narrowest) return whole;
  const words = name.split(' ');
  const halves = words.slice(1).map((_, index) => [words.slice(0, index + 1), words.slice(index + 1)].map((half) => half.join(' ')));
  const half = widest.name * Math.min(...halves.map((lines) => Math.max(...lines.map(widthOf))));
  // Less than the whole in any of the fonts, so that none of them sets it in one line.
  const twoLines = before + half <= narrowest && half < 0.8 * width;
  return `${twoLines ? `@media(width<40rem){${nameOf}{max-width:${em(before + half)}}}` : ''}@media(width>=40rem){${whole}}`;
}

/** Sizes of the header (src/components/site/Header.astro) and the width of a large phone between its gutters, in rem. */
const entrySize = 0.9375;
export const nameSize = 1.25;
const gap = 1.5;
const widestPhone = 25;

const nameOf = 'body>header>div>a';

/** Width of a phone of 320 pixels between its gutters, in em of the name (1.25 rem). */
const narrowest = 14;

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

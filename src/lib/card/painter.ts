import { cardLoss, withoutMissing, type SocialCard } from '../social-card.ts';
import { clear, fill, pixels } from './canvas.ts';
import { openFaces, type CardFace, type Face } from './faces.ts';
import { openLetters, type Letters, type Style } from './letters.ts';
import { balance, clamp, drawLine, isTorn, shape, wrap, type Line, type Run } from './lines.ts';
import { cardSize, inks } from './palette.ts';
import { encodePng } from './png.ts';

export type { CardFace } from './faces.ts';

/** Draws cards in the faces it was made with; letters that none of them has are left out, never drawn as boxes. */
export type Painter = (card: SocialCard) => DrawnCard;

export interface DrawnCard {
  /** 1200 × 630 pixels in sixteen colours. */
  png: Buffer;
  /** What the card does not say, and what helps; null where it says all. */
  loss: string | null;
}

/** Make a painter of cards in these faces: titles are set in Brygada 1918, text in Public Sans, and either in what else there is. */
export function createPainter(faces: readonly CardFace[]): Painter {
  const missing = new Set<string>();
  const styles = openStyles(openFaces(faces, 'Brygada 1918'), openFaces(faces, 'Public Sans'), missing);
  return (card) => {
    missing.clear();
    // What takes the place of a line that goes may lack letters too.
    for (let before = -1; before < missing.size;) {
      before = missing.size;
      clear();
      paint(withoutMissing(card, missing), styles);
    }
    return { png: encodePng(pixels), loss: cardLoss(card, missing) };
  };
}

type Styles = ReturnType<typeof openStyles>;

/** Space around what a card says, in pixels, and the width that is left. */
const edge = { left: 72, top: 60, bottom: 52 };
const room = cardSize.width - 2 * edge.left;
/** Least width of the words beside a figure, and what is between. */
const besideFigure = { width: 200, gap: 36 };

/** Sizes, each with the longest text in characters that is set in it; what has no room in one is set in the next. */
const titleSizes = [
  [34, 84],
  [60, 72],
  [90, 60],
  [Infinity, 50],
] as const;
const figureSizes = [
  [7, 120],
  [14, 92],
  [Infinity, 60],
  [Infinity, 40],
] as const;

function openStyles(title: readonly Face[], text: readonly Face[], missing: Set<string>) {
  const styleOf = (faces: readonly Face[], size: number, rest: Pick<Style, 'ink' | 'leading' | 'spacing'>): Letters =>
    openLetters({ faces, size, ...rest }, missing);
  return {
    eyebrow: styleOf(text, 28, { ink: inks.muted }),
    titles: titleSizes.map(([longest, size]) => ({
      longest,
      letters: styleOf(title, size, { ink: inks.ink, leading: 1.1, spacing: -0.01 }),
    })),
    deck: styleOf(text, 32, { ink: inks.muted, leading: 1.4 }),
    figures: figureSizes.map(([longest, size]) => ({ longest, letters: styleOf(title, size, { ink: inks.accent, leading: 1 }) })),
    label: styleOf(text, 32, { ink: inks.muted, leading: 1.3 }),
    siteName: styleOf(title, 30, { ink: inks.ink }),
  };
}

function paint(card: SocialCard, styles: Styles): void {
  const foot = paintFoot(card.siteName, styles.siteName);
  const floor = paintFigure(card, styles, foot - 32) ?? paintDeck(card.deck, styles.deck, foot - 32);
  const ceiling = edge.top + (card.eyebrow ? paintEyebrow(card.eyebrow, styles.eyebrow) : 0) + 18;
  // No line begins with a dot that stands between two words.
  paintTitle(card.title.replaceAll(' · ', '\u00a0· '), styles.titles, { top: ceiling, height: floor - ceiling });
}

/** Draw the rule, the mark and the name at the foot of a card; returns where it begins. */
function paintFoot(siteName: string, letters: Letters): number {
  const height = leadingOf(letters.style);
  const top = Math.round(cardSize.height - edge.bottom - Math.max(mark.height, height) - 26);
  const middle = (top + 26 + cardSize.height - edge.bottom) / 2;
  fill(inks.ink, { left: edge.left, top, width: room, height: 2 });
  paintMark(Math.round(middle - mark.height / 2));
  const run = shape(siteName, letters);
  paintBlock(run, cut(run, room - mark.width - 18, 1), edge.left + mark.width + 18, middle - height / 2);
  return top;
}

const mark = { width: 40, height: 34 };

/** Draw the bars of the favicon. */
function paintMark(top: number): void {
  fill(inks.rest, { left: edge.left, top, width: 40, height: 10 });
  fill(inks.accent, { left: edge.left, top: top + 14, width: 14, height: 10 });
  fill(inks.accent, { left: edge.left, top: top + 27, width: 26, height: 7 });
}

function paintEyebrow(text: string, letters: Letters): number {
  const run = shape(text, letters);
  return paintBlock(run, cut(run, room, 1), edge.left, edge.top);
}

/** Draw a title as large as its length and the room for it allow. */
function paintTitle(text: string, titles: Styles['titles'], { top, height }: { top: number; height: number }): void {
  const sizes = titles.filter(({ longest }) => text.length <= longest);
  for (const [index, { letters }] of sizes.entries()) {
    const run = shape(text, letters);
    const lines = wrap(run, room);
    const most = Math.min(4, Math.max(1, Math.floor(height / leadingOf(letters.style))));
    if (index < sizes.length - 1 && (lines.length > most || isTorn(lines))) continue;
    paintBlock(run, balance(run, room, most), edge.left, top);
    return;
  }
}

/** Draw a figure and what it is of, in the middle of each other's height; returns where they begin, or null where there is none that fits. */
function paintFigure({ figure }: SocialCard, { figures, label }: Styles, bottom: number): number | null {
  if (!figure) return null;
  const words = shape(figure.label, label);
  const widest = figure.label ? room - besideFigure.gap - besideFigure.width : room;
  for (const { longest, letters } of figures) {
    if (figure.value.length > longest) continue;
    const value = shape(figure.value, letters);
    const width = value.ends.at(-1) ?? 0;
    if (width > widest) continue;
    const beside = Math.round(width) + besideFigure.gap;
    const lines = cut(words, room - beside, 3);
    const [high, low] = [leadingOf(letters.style), lines.length * leadingOf(label.style)];
    const height = Math.max(high, low);
    paintBlock(value, [whole(value)], edge.left, bottom - (height + high) / 2);
    paintBlock(words, lines, edge.left + beside, bottom - (height + low) / 2);
    return bottom - height;
  }
  return null;
}

function paintDeck(text: string, letters: Letters, bottom: number): number {
  const run = shape(text, letters);
  const lines = cut(run, room, 3);
  const top = bottom - lines.length * leadingOf(letters.style);
  paintBlock(run, lines, edge.left, top);
  return top;
}

/** Draw lines below each other; returns their height. */
function paintBlock(run: Run, lines: readonly Line[], left: number, top: number): number {
  const { style } = run.letters;
  const leading = leadingOf(style);
  const { ascent = 0, descent = 0 } = style.faces[0] ?? {};
  // In the middle of its line is what a letter may take above and below.
  const base = (leading + (ascent - descent) * style.size) / 2;
  for (const [index, line] of lines.entries()) drawLine(run, line, left, Math.round(top + base + index * leading));
  return lines.length * leading;
}

function cut(run: Run, width: number, most: number): Line[] {
  return clamp(run, wrap(run, width), width, most);
}

function whole(run: Run): Line {
  return { start: 0, end: run.row.length, tail: '', torn: false };
}

/** Pixels from one line to the next. */
function leadingOf({ size, leading, faces: [face] }: Style): number {
  return size * (leading ?? (face ? face.ascent + face.descent : 1));
}

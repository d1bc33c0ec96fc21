import { Renderer, type Node } from '@takumi-rs/core';
import { create } from 'fontkitten';
import { markSvg } from '../../metrics/format/plate-mark.ts';
import type { Plate } from '../../metrics/format/plate.ts';
import { figureArrow, type HasGlyph, type SocialImageText } from './social-image-text.ts';
import type { Colors } from '../theme/theme.ts';
import { drawnFaces, titleWidth, type Type } from '../theme/type-pairs.ts';

/** Size in pixels: the shape that networks show without cropping. */
export const socialImageSize = { width: 1200, height: 630 } as const;

/** A font, or a subset of one, as WOFF, WOFF2, TrueType or OpenType. */
export interface SocialImageFont {
  family: string;
  data: Buffer;
}

/**
 * Load fonts and return a function that draws a social image as PNG, in the typefaces and colours of a site and with all other fonts as
 * fallback. An image has no reader whose mode it could follow, so its colours are those of the light one.
 */
export async function createSocialImageRenderer(
  fonts: readonly SocialImageFont[],
  { type, colors }: { type: Type; colors: Colors['light'] },
): Promise<(text: SocialImageText) => Promise<Buffer<ArrayBuffer>>> {
  const renderer = new Renderer();
  // The renderer keeps one font per name, and each subset is a font.
  for (const [index, { data }] of fonts.entries()) await renderer.registerFont({ name: nameOf(index), data });
  const { display, text } = drawnFaces(type);
  const look = {
    title: { fontFamily: stack(fonts, display.family), fontWeight: type.imageWeight, fontFeatureSettings: '"lnum"' },
    text: { fontFamily: stack(fonts, text.family) },
    scale: { title: display.size, text: text.size },
    width: titleWidth(type),
    colors,
  };
  return async (text) => {
    const title = await fitTitle(renderer, text, look);
    return renderer.render(layout(text, title, look), { ...socialImageSize, format: 'png' });
  };
}

/** Return a function that says whether any of these fonts has a glyph for a character; spaces and invisible characters need none. */
export function createGlyphCheck(fonts: readonly SocialImageFont[]): HasGlyph {
  const parsed = fonts.flatMap(({ data }) => {
    const font = create(data);
    return font.isCollection ? font.fonts : [font];
  });
  const known = new Map<string, boolean>();
  return (character) => {
    const cached = known.get(character);
    if (cached !== undefined) return cached;
    const found =
      /[\p{White_Space}\p{Default_Ignorable_Code_Point}]/u.test(character) ||
      parsed.some((font) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
    known.set(character, found);
    return found;
  };
}

/** Draw the plate of a site for its social images, as an SVG. */
export function socialImagePlate(plate: Plate<unknown>, colors: Colors['light']): string {
  return markSvg(plate, { ...plateSize, weight: 2.5, colors });
}

/** Styles of titles and figures, and of text; what their font sizes are multiplied by; the colours. */
interface Look {
  title: { fontFamily: string; fontWeight: number; fontFeatureSettings: string };
  text: { fontFamily: string };
  scale: { title: number; text: number };
  /** Width of the letters of titles, as a multiple of the usual one. */
  width: number;
  colors: Colors['light'];
}

interface TitleFit {
  size: number;
  /** Number of lines after which an ellipsis follows. */
  lines: number;
  /** Break words that are longer than a line. */
  breakWords?: boolean;
}

const edge = { left: 72, top: 60, bottom: 52 } as const;
const room = socialImageSize.width - 2 * edge.left;
const plateSize = { width: room, height: 200 } as const;

/** Font sizes, each with the longest text in characters that starts at it. */
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
] as const;

/** Find the largest size at which a title fits its room; cut it at the smallest. */
async function fitTitle(renderer: Renderer, text: SocialImageText, look: Look): Promise<TitleFit> {
  const sizes = titleSizes.flatMap(([longest, size]) => (text.title.length * look.width <= longest ? [size * look.scale.title] : []));
  let lines = 1;
  for (const size of sizes) {
    const { children } = await renderer.measure(layout(text, { size, lines: Infinity }, look), socialImageSize);
    const box = children[titleIndex];
    const title = box?.children[0];
    if (!box || !title) break;
    lines = Math.min(4, Math.max(1, Math.floor(box.height / (size * titleLeading))));
    // A word too long for a line sticks out at its end: on the left in text from right to left. The space at which a line is broken may too.
    const widest = Math.max(
      ...title.runs.map(({ text: run, x, width }) => Math.max(x + width, room - x) - (run.endsWith(' ') ? 0.2 * size : 0)),
    );
    if (title.height <= lines * Math.ceil(size * titleLeading) && widest <= room) return { size, lines };
  }
  return { size: sizes.at(-1) ?? 50, lines, breakWords: true };
}

const titleLeading = 1.1;
const titleIndex = 1;

function layout(text: SocialImageText, title: TitleFit, look: Look): Node {
  const { eyebrow, siteName, mark } = text;
  const { colors } = look;
  const column = { display: 'flex', flexDirection: 'column' } as const;
  return box(
    {
      ...column,
      ...socialImageSize,
      direction: directionOf(text.title),
      textAlign: 'start',
      padding: `${edge.top}px ${edge.left}px ${edge.bottom}px`,
      backgroundColor: colors.paper,
      color: colors.ink,
      ...look.text,
    },
    box({ ...column, marginBottom: 18, fontSize: 28 * look.scale.text, color: colors.muted }, line(eyebrow, { lineClamp: 1 })),
    box(
      { ...column, flex: 1, minHeight: 0, ...look.title },
      // No line begins with a dot that separates two words.
      line(text.title.replaceAll(' · ', '\u00a0· '), {
        ...{ flexShrink: 0, fontSize: title.size, lineHeight: titleLeading, letterSpacing: '-0.01em', textWrap: 'balance' },
        ...(title.lines < Infinity ? { lineClamp: title.lines } : {}),
        ...(title.breakWords ? { overflowWrap: 'anywhere' } : {}),
      }),
    ),
    proof(text, look),
    box({ height: 2, marginTop: 32, marginBottom: 24, backgroundColor: colors.ink }),
    box(
      { display: 'flex', alignItems: 'center', gap: 18, ...look.title, fontSize: 30 * look.scale.title },
      mark ? { type: 'image', src: mark, width: 40, height: 40 } : bars(colors),
      line(siteName, { flex: 1, minWidth: 0, lineClamp: 1 }),
    ),
  );
}

/** What the title rests on: a figure, the plate of the site, or a sentence. */
function proof({ figure, plate, deck }: SocialImageText, look: Look): Node | null {
  if (figure) return figureRow(figure, look);
  if (plate) return { type: 'image', src: plate, ...plateSize };
  return line(deck, { fontSize: 32 * look.scale.text, lineHeight: 1.4, color: look.colors.muted, lineClamp: 3 });
}

function figureRow({ value, label }: { value: string; label: string }, look: Look): Node {
  const size = (figureSizes.find(([longest]) => value.length <= longest)?.[1] ?? 60) * look.scale.title;
  const width = label ? room - 36 - 200 : room;
  const states = value.split(figureArrow);
  const state = (text: string) =>
    line(text, {
      ...{ ...look.title, fontSize: size, lineHeight: 1, color: look.colors.accent },
      ...{ flexShrink: 0, maxWidth: width / states.length - (states.length - 1) * size, whiteSpace: 'nowrap', textFit: 'shrink' },
    });
  return box(
    { display: 'flex', alignItems: 'center', gap: 36 },
    box(
      { display: 'flex', alignItems: 'center', direction: 'ltr', gap: 0.3 * size, flexShrink: 0 },
      ...states.flatMap((text, index) => (index > 0 ? [arrow(size, look.colors.accent), state(text)] : [state(text)])),
    ),
    line(label, { flex: 1, fontSize: 32 * look.scale.text, lineHeight: 1.3, color: look.colors.muted, lineClamp: 3 }),
  );
}

/** An arrow beside a figure of a font size; few fonts have one. */
function arrow(size: number, color: string): Node {
  const stroke = `${Math.round(size / 18)}px solid ${color}`;
  return box(
    { display: 'flex', alignItems: 'center', width: 0.5 * size, height: 0.3 * size },
    box({ flex: 1, borderTop: stroke }),
    box({
      width: 0.2 * size,
      height: 0.2 * size,
      marginLeft: -0.2 * size,
      borderTop: stroke,
      borderRight: stroke,
      transform: 'rotate(45deg)',
    }),
  );
}

/** The bars of public/favicon.svg. */
const bars = ({ line, accent }: Colors['light']) =>
  box(
    { display: 'flex', flexDirection: 'column', direction: 'ltr', width: 40, height: 34, flexShrink: 0 },
    box({ width: 40, height: 10, backgroundColor: line }),
    box({ width: 14, height: 10, marginTop: 4, backgroundColor: accent }),
    box({ width: 26, height: 7, marginTop: 3, backgroundColor: accent }),
  );

type Style = NonNullable<Node['style']>;

function box(style: Style, ...children: (Node | null)[]): Node {
  return { type: 'container', style, children: children.filter((child) => child !== null) };
}

/** A text node; null if the text is empty, because an empty node is as high as a line. */
function line(text: string, style: Style): Node | null {
  return text ? { type: 'text', text, style } : null;
}

/** The direction of a text's first letter. */
function directionOf(text: string): 'rtl' | 'ltr' {
  return rightToLeft.test(/\p{L}/u.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr';
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

function stack(fonts: readonly SocialImageFont[], family: string): string {
  const names = fonts.map((font, index) => ({ name: nameOf(index), first: font.family === family }));
  return [...names.filter(({ first }) => first), ...names.filter(({ first }) => !first)].map(({ name }) => name).join(', ');
}

function nameOf(index: number): string {
  return `font-${index}`;
}

import { Renderer, type Node } from '@takumi-rs/core';
import { create } from 'fontkitten';
import { markSvg } from '../metrics/format/plate-mark.ts';
import type { Plate } from '../metrics/format/plate.ts';
import { figureArrow, type HasGlyph, type SocialImageText } from './social-image-text.ts';
import { drawnFaces, titleWidth, type Type } from './type-pairs.ts';

/** Size in pixels: the shape that networks show without cropping. */
export const socialImageSize = { width: 1200, height: 630 } as const;

/** A font, or a subset of one, as WOFF, WOFF2, TrueType or OpenType. */
export interface SocialImageFont {
  family: string;
  data: Buffer;
}

/** Load fonts and return a function that draws a social image as PNG, in the typefaces of a site and with all other fonts as fallback. */
export async function createSocialImageRenderer(
  fonts: readonly SocialImageFont[],
  type: Type,
): Promise<(text: SocialImageText) => Promise<Buffer<ArrayBuffer>>> {
  const renderer = new Renderer();
  // The renderer keeps one font per name, and each subset is a font.
  for (const [index, { data }] of fonts.entries()) await renderer.registerFont({ name: nameOf(index), data });
  const { display, text } = drawnFaces(type);
  const faces = {
    title: { fontFamily: stack(fonts, display.family), fontWeight: type.imageWeight, fontFeatureSettings: '"lnum"' },
    text: { fontFamily: stack(fonts, text.family) },
    scale: { title: display.size, text: text.size },
    width: titleWidth(type),
  };
  return async (text) => {
    const title = await fitTitle(renderer, text, faces);
    return renderer.render(layout(text, title, faces), { ...socialImageSize, format: 'png' });
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
export function socialImagePlate(plate: Plate<unknown>): string {
  return markSvg(plate, { ...plateSize, weight: 2.5, colors });
}

/** Styles of titles and figures, and of text; what their font sizes are multiplied by. */
interface Faces {
  title: { fontFamily: string; fontWeight: number; fontFeatureSettings: string };
  text: { fontFamily: string };
  scale: { title: number; text: number };
  /** Width of the letters of titles, as a multiple of the usual one. */
  width: number;
}

interface TitleFit {
  size: number;
  /** Number of lines after which an ellipsis follows. */
  lines: number;
  /** Break words that are longer than a line. */
  breakWords?: boolean;
}

// The light theme of styles/tokens.css: an image has no reader whose theme it could follow.
const colors = { paper: '#faf9f6', ink: '#1d1b17', muted: '#534f47', accent: '#8a2b0e', rule: '#d5cfc2' } as const;
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
async function fitTitle(renderer: Renderer, text: SocialImageText, faces: Faces): Promise<TitleFit> {
  const sizes = titleSizes.flatMap(([longest, size]) => (text.title.length * faces.width <= longest ? [size * faces.scale.title] : []));
  let lines = 1;
  for (const size of sizes) {
    const { children } = await renderer.measure(layout(text, { size, lines: Infinity }, faces), socialImageSize);
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

function layout(text: SocialImageText, title: TitleFit, faces: Faces): Node {
  const { eyebrow, siteName, mark } = text;
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
      ...faces.text,
    },
    box({ ...column, marginBottom: 18, fontSize: 28 * faces.scale.text, color: colors.muted }, line(eyebrow, { lineClamp: 1 })),
    box(
      { ...column, flex: 1, minHeight: 0, ...faces.title },
      // No line begins with a dot that separates two words.
      line(text.title.replaceAll(' · ', '\u00a0· '), {
        ...{ flexShrink: 0, fontSize: title.size, lineHeight: titleLeading, letterSpacing: '-0.01em', textWrap: 'balance' },
        ...(title.lines < Infinity ? { lineClamp: title.lines } : {}),
        ...(title.breakWords ? { overflowWrap: 'anywhere' } : {}),
      }),
    ),
    proof(text, faces),
    box({ height: 2, marginTop: 32, marginBottom: 24, backgroundColor: colors.ink }),
    box(
      { display: 'flex', alignItems: 'center', gap: 18, ...faces.title, fontSize: 30 * faces.scale.title },
      mark ? { type: 'image', src: mark, width: 40, height: 40 } : bars,
      line(siteName, { flex: 1, minWidth: 0, lineClamp: 1 }),
    ),
  );
}

/** What the title rests on: a figure, the plate of the site, or a sentence. */
function proof({ figure, plate, deck }: SocialImageText, faces: Faces): Node | null {
  if (figure) return figureRow(figure, faces);
  if (plate) return { type: 'image', src: plate, ...plateSize };
  return line(deck, { fontSize: 32 * faces.scale.text, lineHeight: 1.4, color: colors.muted, lineClamp: 3 });
}

function figureRow({ value, label }: { value: string; label: string }, faces: Faces): Node {
  const size = (figureSizes.find(([longest]) => value.length <= longest)?.[1] ?? 60) * faces.scale.title;
  const width = label ? room - 36 - 200 : room;
  const states = value.split(figureArrow);
  const state = (text: string) =>
    line(text, {
      ...{ ...faces.title, fontSize: size, lineHeight: 1, color: colors.accent },
      ...{ flexShrink: 0, maxWidth: width / states.length - (states.length - 1) * size, whiteSpace: 'nowrap', textFit: 'shrink' },
    });
  return box(
    { display: 'flex', alignItems: 'center', gap: 36 },
    box(
      { display: 'flex', alignItems: 'center', direction: 'ltr', gap: 0.3 * size, flexShrink: 0 },
      ...states.flatMap((text, index) => (index > 0 ? [arrow(size), state(text)] : [state(text)])),
    ),
    line(label, { flex: 1, fontSize: 32 * faces.scale.text, lineHeight: 1.3, color: colors.muted, lineClamp: 3 }),
  );
}

/** An arrow beside a figure of a font size; few fonts have one. */
function arrow(size: number): Node {
  const stroke = `${Math.round(size / 18)}px solid ${colors.accent}`;
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
const bars = box(
  { display: 'flex', flexDirection: 'column', direction: 'ltr', width: 40, height: 34, flexShrink: 0 },
  box({ width: 40, height: 10, backgroundColor: colors.rule }),
  box({ width: 14, height: 10, marginTop: 4, backgroundColor: colors.accent }),
  box({ width: 26, height: 7, marginTop: 3, backgroundColor: colors.accent }),
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

import { maskOf, type Mask } from './canvas.ts';
import { coverOutline } from './coverage.ts';
import type { Face } from './faces.ts';
import type { Ink } from './palette.ts';

/** How a line of a card is set; sizes in pixels. */
export interface Style {
  size: number;
  ink: Ink;
  /** In order: a letter is of the first that has it. */
  faces: readonly Face[];
  /** Between the base lines, as a multiple of the size; what the first face asks for, where it is left out. */
  leading?: number;
  /** Added after each letter, as a multiple of the size. */
  spacing?: number;
}

/** A letter in its style. */
export interface Letter {
  face: Face;
  id: number;
  /** Pixels to the next letter, spacing included. */
  advance: number;
  /** Whether it stands over or under the letter before it. */
  mark: boolean;
  /** The middle of what is drawn, in pixels from where the letter begins. */
  middle: number;
  /** By eighths of two pixels, a byte of the card: how far from its beginning the letter begins. */
  masks: (Mask | undefined)[];
}

/** The letters of a style, each found and drawn once. */
export interface Letters {
  style: Style;
  find: (sign: string) => Letter | null;
  /** Pixels by which a letter stands nearer to the one before it, below zero for nearer. */
  kern: (left: Letter, right: Letter) => number;
  mask: (letter: Letter, eighth: number) => Mask;
}

/** Open the letters of a style. */
export function openLetters(style: Style): Letters {
  const letters = new Map<string, Letter | null>();
  const kerns = new Map<Letter, Map<Letter, number>>();
  return {
    style,
    find: (sign) => {
      const known = letters.get(sign);
      if (known !== undefined) return known;
      const letter = findLetter(sign, style);
      letters.set(sign, letter);
      return letter;
    },
    kern: (left, right) => {
      if (left.face !== right.face) return 0;
      let known = kerns.get(left);
      if (!known) kerns.set(left, (known = new Map<Letter, number>()));
      let kern = known.get(right);
      if (kern === undefined) {
        kern = (left.face.kerning(left.id, right.id) * style.size) / left.face.font.unitsPerEm;
        known.set(right, kern);
      }
      return kern;
    },
    mask: (letter, eighth) => (letter.masks[eighth] ??= drawLetter(letter, eighth, style)),
  };
}

/** Tell whether one of the faces has a sign, or it is one that is not drawn. */
export function canSet(sign: string, faces: readonly Face[]): boolean {
  return unseen.test(sign) || faces.some(({ font }) => font.hasGlyphForCodePoint(codeOf(sign)));
}

/** Signs that say how others are set: joiners, selectors, soft hyphens, spaces of all widths. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{White_Space}]/u;

/** The widths of spaces that a face lacks, as a multiple of the size. */
const spaces: Record<string, number> = { '\u2009': 0.17, '\u202f': 0.17, '\u200a': 0.08, '\u2007': 0.56, '\u2003': 1 };

function findLetter(sign: string, { size, faces, spacing = 0 }: Style): Letter | null {
  const code = codeOf(sign);
  const face = faces.find(({ font }) => font.hasGlyphForCodePoint(code));
  const blank = { mark: false, middle: 0, masks: [] };
  if (face) {
    const glyph = face.font.glyphForCodePoint(code);
    const scale = size / face.font.unitsPerEm;
    const mark = /\p{M}/u.test(sign);
    const advance = mark ? 0 : glyph.advanceWidth * scale + spacing * size;
    return { ...blank, face, id: glyph.id, advance, mark, middle: mark ? ((glyph.cbox.minX + glyph.cbox.maxX) / 2) * scale : advance / 2 };
  }
  const [first] = faces;
  return first && /\p{White_Space}/u.test(sign) ? { ...blank, face: first, id: 0, advance: (spaces[sign] ?? 0.25) * size } : null;
}

/** A hyphen that does not break looks like one that does. */
function codeOf(sign: string): number {
  return (sign === '\u2011' ? '-' : sign).codePointAt(0) ?? 0;
}

function drawLetter({ face, id }: Letter, eighth: number, { size, ink }: Style): Mask {
  // Glyph 0 is the box for what is missing; here it stands for a space.
  const steps = id === 0 ? [] : face.font.getGlyph(id).path.commands;
  return maskOf(coverOutline(steps, size / face.font.unitsPerEm, eighth / 4), ink);
}

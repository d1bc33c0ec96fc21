import { maskOf, type Mask } from './canvas.ts';
import { coverOutline } from './coverage.ts';
import type { Face } from './faces.ts';
import type { Ink } from './palette.ts';
import { kindOf, type SignKind } from './sign-kinds.ts';

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
  /** Of the glyph in the face; 0, which is the box for what is missing, stands for a space that the face lacks. */
  id: number;
  kind: SignKind;
  /** Pixels to the next letter, spacing included. */
  advance: number;
  /** The middle of what is drawn, in pixels from where the letter begins. */
  middle: number;
  /** By eighths of two pixels, a byte of the card: how far from its beginning the letter begins. */
  masks: (Mask | undefined)[];
}

/** The letters of a style, each found and drawn once. */
export interface Letters {
  style: Style;
  /** Undefined where no face has it; null for a sign that is not drawn and takes no place. */
  find: (sign: string) => Letter | null | undefined;
  /** Pixels by which a letter stands nearer to the one before it, below zero for nearer. */
  kern: (left: Letter, right: Letter) => number;
  mask: (letter: Letter, eighth: number) => Mask;
}

/** Open the letters of a style; what is asked for and no face has is noted in `missing`. */
export function openLetters(style: Style, missing: Set<string>): Letters {
  const letters = new Map<string, Letter | null>();
  const kerns = new Map<number, number>();
  return {
    style,
    find: (sign) => {
      const known = letters.get(sign);
      if (known !== undefined) return known;
      const letter = unseen.test(sign) ? null : findLetter(sign, style);
      if (letter === undefined) missing.add(sign);
      else letters.set(sign, letter);
      return letter;
    },
    kern: (left, right) => {
      if (left.face !== right.face) return 0;
      const pair = (left.face.index * 65_536 + left.id) * 65_536 + right.id;
      const known = kerns.get(pair);
      if (known !== undefined) return known;
      const kern = (left.face.kerning(left.id, right.id) * style.size) / left.face.font.unitsPerEm;
      kerns.set(pair, kern);
      return kern;
    },
    mask: (letter, eighth) => (letter.masks[eighth] ??= drawLetter(letter, eighth, style)),
  };
}

/** Signs that say how others are set: joiners, selectors, soft hyphens. */
const unseen = /\p{Default_Ignorable_Code_Point}/u;

/** The widths of spaces that a face lacks, as a multiple of the size. */
const spaces: Record<string, number> = { '\u2009': 0.17, '\u202f': 0.17, '\u200a': 0.08, '\u2007': 0.56, '\u2003': 1 };

function findLetter(sign: string, { size, faces, spacing = 0 }: Style): Letter | undefined {
  // A hyphen that does not break looks like one that does.
  const code = (sign === '\u2011' ? '-' : sign).codePointAt(0) ?? 0;
  const face = faces.find(({ font }) => font.hasGlyphForCodePoint(code));
  const kind = kindOf(sign);
  if (face) {
    const glyph = face.font.glyphForCodePoint(code);
    const scale = size / face.font.unitsPerEm;
    const advance = kind === 'mark' ? 0 : glyph.advanceWidth * scale + spacing * size;
    const middle = kind === 'mark' ? ((glyph.cbox.minX + glyph.cbox.maxX) / 2) * scale : advance / 2;
    return { face, id: glyph.id, kind, advance, middle, masks: [] };
  }
  const [first] = faces;
  if (!first || !/\p{White_Space}/u.test(sign)) return undefined;
  return { face: first, id: 0, kind, advance: (spaces[sign] ?? 0.25) * size, middle: 0, masks: [] };
}

function drawLetter({ face, id }: Letter, eighth: number, { size, ink }: Style): Mask {
  const steps = id === 0 ? [] : face.font.getGlyph(id).path.commands;
  return maskOf(coverOutline(steps, size / face.font.unitsPerEm, eighth / 4), ink);
}

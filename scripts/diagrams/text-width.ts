import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkitten';
import { typePairs, type SetFace } from '../../src/lib/theme/type-pairs.ts';

/** Measures a line of text in em. */
export type MeasureText = (text: string, bold?: boolean) => number;

/**
 * Create a measure that takes the widest text face of all type pairs, so that a drawing fits its labels whatever the theme says, and stays
 * the same when that changes. `root` is the folder with `node_modules`.
 */
export function createTextMeasure(root: string): MeasureText {
  const faces = Object.values(typePairs).flatMap(({ text, wordSpacing }) =>
    text ? [{ size: text.size, space: Number.parseFloat(wordSpacing ?? '0'), fonts: load(root, text) }] : [],
  );
  const known = new Map<string, number>();
  return (text, bold = false) => {
    const width = known.get(text) ?? Math.max(...faces.map(({ size, space, fonts }) => size * widthIn(fonts, text, space)));
    known.set(text, width);
    return bold ? width * boldWidth : width;
  };
}

/** How much wider the bold of the faces is, at most. */
const boldWidth = 1.08;

function load(root: string, face: SetFace): Font[] {
  return face.subsets.map((subset) => {
    const font = create(readFileSync(join(root, 'node_modules', face.file(subset))));
    if (font.isCollection) throw new Error(`${face.family} is a collection of fonts.`);
    return font;
  });
}

function widthIn(fonts: readonly Font[], text: string, wordSpacing: number): number {
  return [...text].reduce((sum, character) => {
    const font = fonts.find((one) => one.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
    const glyph = font?.glyphForCodePoint(character.codePointAt(0) ?? 0);
    const advance = font && glyph ? glyph.advanceWidth / font.unitsPerEm : replaced(character);
    return sum + advance + (character === ' ' ? wordSpacing : 0);
  }, 0);
}

/** Width of a character that a font of the reader's system replaces: ideographs and emoji are as wide as high, marks have no width. */
function replaced(character: string): number {
  if (/\p{M}/u.test(character)) return 0;
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]|\p{Extended_Pictographic}/u.test(character)
    ? 1.05
    : 0.65;
}

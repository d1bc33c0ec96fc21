import { create, type Font } from 'fontkitten';
import { readKerning, type Kerning } from './kerning.ts';

/** A face, or a subset of one, as WOFF, TrueType or OpenType. */
export interface CardFace {
  /** Subsets of one family are asked before other faces, in their order. */
  family: string;
  data: Buffer;
}

/** A face that has been read. */
export interface Face {
  /** Tells it from the others. */
  index: number;
  font: Font;
  kerning: Kerning;
  /** Pixels above and below the base line, for a size of one pixel. */
  ascent: number;
  descent: number;
}

/** Read faces, those of a family first. */
export function openFaces(faces: readonly CardFace[], family: string): Face[] {
  return [...faces.filter((face) => face.family === family), ...faces.filter((face) => face.family !== family)].map(openFace);
}

function openFace(face: CardFace): Face {
  const known = opened.get(face);
  if (known) return known;
  const file = create(face.data);
  const font = file.isCollection ? file.fonts[0] : file;
  if (!font) throw new Error(`${face.family} has no face in its file`);
  const read = {
    index: count++,
    font,
    kerning: readKerning(face.data),
    ascent: font.ascent / font.unitsPerEm,
    descent: -font.descent / font.unitsPerEm,
  };
  opened.set(face, read);
  return read;
}

let count = 0;
const opened = new WeakMap<CardFace, Face>();

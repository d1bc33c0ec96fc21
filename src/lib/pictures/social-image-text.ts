import type { FormattedOutcome } from '../../metrics/format/format-outcome.ts';

/** What a social image says; every line but the title may be empty. */
export interface SocialImageText {
  title: string;
  /** Client, industry and year, or the kind of page. */
  eyebrow: string;
  /** A sentence, shown where there is neither a figure nor a plate. */
  deck: string;
  /** `accessible` says both in words, for the alternative text. */
  figure: { value: string; label: string; accessible?: string } | null;
  /** The plate of the site, as an SVG. */
  plate?: string | null;
  /** The mark beside the name of the site, as a square SVG; the bars of public/favicon.svg if there is none. */
  mark?: string | null;
  siteName: string;
}

/** The arrow between the two states of a figure; the image draws it as a shape. */
export const figureArrow = ' → ';

/** Whether a font has a glyph for a character. */
export type HasGlyph = (character: string) => boolean;

/**
 * Leave out what no font can draw. A text that lacks a letter is dropped as a whole; other characters are dropped alone.
 * The next best line replaces a dropped title.
 */
export function withoutMissing(text: SocialImageText, hasGlyph: HasGlyph): SocialImageText {
  const keep = (line: string): string => {
    const characters = [...normalize(line)];
    const missing = characters.filter((character) => !hasGlyph(character));
    if (missing.some((character) => letter.test(character))) return '';
    if (missing.length === 0) return characters.join('');
    const kept = characters.filter((character) => hasGlyph(character) && !emojiJoiner.test(character));
    return normalize(kept.join(''));
  };
  const value = normalize(text.figure?.value ?? '');
  // A figure without its sign would say something else.
  const isWhole = value !== '' && value.length <= longestFigure && [...value.replaceAll(figureArrow, '')].every(hasGlyph);
  const figure = isWhole ? { value, label: keep(text.figure?.label ?? '') } : null;
  const [own, eyebrow, siteName] = [keep(text.title), keep(text.eyebrow), keep(text.siteName)];
  const title = own || eyebrow || siteName;
  return {
    title,
    eyebrow: title === eyebrow ? '' : eyebrow,
    deck: figure || text.plate ? '' : keep(text.deck),
    siteName: title === siteName ? '' : siteName,
    figure,
    plate: text.plate ?? null,
    mark: text.mark ?? null,
  };
}

/** Warn of the characters that an image leaves out, and name the fix; null if it leaves out nothing. */
export function missingWarning(text: SocialImageText, hasGlyph: HasGlyph): string | null {
  const { title, eyebrow, deck, figure, plate, siteName } = text;
  const lines = [title, eyebrow, siteName, figure?.value.replaceAll(figureArrow, '') ?? '', figure?.label ?? ''];
  // The deck is drawn only without a figure and a plate.
  if (!plate && !withoutMissing(text, hasGlyph).figure) lines.push(deck);
  const missing = [...new Set(normalize(lines.join(' ')))].filter((character) => !hasGlyph(character));
  return missing.length === 0
    ? null
    : `The social image of “${title}” leaves out part of its text: no font has ${missing.join('')}. Name a font that has them under cardFonts in src/site.config.ts.`;
}

/** Make the figure of an image from a formatted outcome; null if the outcome has no figure. */
export function figureText(outcome: FormattedOutcome | null): SocialImageText['figure'] {
  if (!outcome?.figure) return null;
  const { change, label, sentence, accessible } = outcome;
  return { value: change, label: label || sentence, accessible };
}

/** Compose letters with their marks where Unicode has one character for both, and collapse the spaces that may end a line. */
function normalize(line: string): string {
  return (
    line
      .normalize('NFC')
      // Soft hyphens would break a word without showing a hyphen; few fonts have the non-breaking one.
      .replace(/\u00ad/g, '')
      .replace(/\u2011/g, '-\u2060')
      .replace(/[^\S\u00a0\u2007\u202f]+/g, ' ')
      .trim()
  );
}

/** The most characters of a figure that are legible in one line. */
const longestFigure = 40;
const letter = /\p{L}/u;
// Join several emoji into one, or choose their style.
const emojiJoiner = /[\u200d\ufe0e\ufe0f]/;

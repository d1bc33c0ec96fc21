import type { FormattedOutcome } from '../metrics/format/format-outcome.ts';

/**
 * Leave out of a card what its faces have no letters for. A text with a letter missing, or one that runs from right to left,
 * goes whole; signs go alone. A title that goes is followed by the next best line, in the end by nothing but the mark.
 */
export function withoutMissing(card: SocialCard, missing: ReadonlySet<string>): SocialCard {
  const keep = (text: string): string => {
    if (rightToLeft.test(text)) return '';
    // Letters with their marks are one sign where there is one.
    const signs = text.normalize('NFC').replace(spaces, ' ').trim();
    if (missing.size === 0) return signs;
    if ([...signs].some((sign) => missing.has(sign) && letter.test(sign))) return '';
    return [...signs]
      .filter((sign) => !missing.has(sign) && !joiner.test(sign))
      .join('')
      .replace(spaces, ' ')
      .trim();
  };
  // A figure without its sign would say something else.
  const whole = card.figure && ![...card.figure.value].some((sign) => missing.has(sign));
  const figure = card.figure && { value: whole ? keep(card.figure.value) : '', label: keep(card.figure.label) };
  const [title, eyebrow, deck, siteName] = [card.title, card.eyebrow, card.deck, card.siteName].map(keep) as [
    string,
    string,
    string,
    string,
  ];
  const first = title || eyebrow || siteName;
  return {
    title: first,
    eyebrow: first === eyebrow ? '' : eyebrow,
    deck,
    siteName: first === siteName ? '' : siteName,
    figure: figure?.value ? figure : null,
  };
}

/** Tell what a card leaves out for want of letters, with the remedy; null where it leaves out nothing. */
export function cardLoss(card: SocialCard, missing: ReadonlySet<string>): string | null {
  const texts = [card.title, card.eyebrow, card.deck, card.siteName, card.figure?.value ?? '', card.figure?.label ?? ''];
  const signs = missing.size === 0 ? '' : [...new Set(texts.join('').normalize('NFC'))].filter((sign) => missing.has(sign)).join('');
  const reasons = [
    ...(signs ? [`no face has ${signs}; name one that has under cardFonts in src/site.config.ts`] : []),
    ...(texts.some((text) => rightToLeft.test(text)) ? ['no card sets what runs from right to left'] : []),
  ];
  return reasons.length > 0 ? `The social card of “${card.title}” leaves out part of its text: ${reasons.join('; ')}.` : null;
}

/** Make the figure of a card from an outcome as it is shown, with its two states in words; null where it has no figure. */
export function cardFigure(outcome: FormattedOutcome | null): SocialCard['figure'] {
  if (!outcome?.figure) return null;
  const { prefix, figure, unit, label, sentence, detail, accessible } = outcome;
  return { value: `${prefix ? `${prefix}\u00a0` : ''}${figure}${unit}`, label: detail ? accessible : label || sentence };
}

/** What a card says; every line but the title may be empty. */
export interface SocialCard {
  title: string;
  /** Client, industry and year, or the kind of page. */
  eyebrow: string;
  /** A sentence for a card without a figure. */
  deck: string;
  figure: { value: string; label: string } | null;
  siteName: string;
}

const letter = /\p{L}/u;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
// Spaces that may end a line; two of them are one.
const spaces = /[^\S\u00a0\u2007\u202f]+/g;
// Of pictures that are put together from several.
const joiner = /[\u200d\ufe0e\ufe0f]/;

import type { FormattedOutcome } from './metrics/format.ts';

/** Size of a social card in pixels: what networks show without cutting. */
export const cardSize = { width: 1200, height: 630 } as const;

/** Lay out a card as the tree of boxes that satori draws; all measures in pixels. */
export function cardTree({ title, eyebrow, deck, figure, siteName }: SocialCard): CardNode {
  const last = figure ? figureRow(figure) : text(deck, { ...styles.deck });
  return box(styles.card, [
    text(eyebrow, styles.eyebrow),
    // No line begins with a dot that stands between two words.
    text(title.replaceAll(' · ', '\u00a0· '), { ...styles.title, fontSize: titleSize(title) }),
    box(styles.spring, []),
    last,
    box(styles.foot, [mark(), text(siteName, styles.siteName)]),
  ]);
}

/**
 * Leave out of a card what its faces have no letters for. A text with a letter missing, or one that runs from right to left,
 * goes whole; signs go alone. A title that goes is followed by the next best line, in the end by nothing but the mark.
 */
export function withoutMissing(card: SocialCard, missing: readonly string[]): SocialCard {
  const signs = new Set(missing.flatMap((segment) => [...segment]));
  const keep = (text: string): string => {
    if (rightToLeft.test(text) || [...text].some((sign) => signs.has(sign) && letter.test(sign))) return '';
    return [...text.replace(/\u2011/g, '-')]
      .filter((sign) => !signs.has(sign))
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
  };
  // A figure without its sign would say something else.
  const whole = card.figure && ![...card.figure.value].some((sign) => signs.has(sign));
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
export function cardLoss(card: SocialCard, missing: readonly string[]): string | null {
  const texts = [card.title, card.eyebrow, card.deck, card.siteName, card.figure?.value ?? '', card.figure?.label ?? ''];
  const lacking = new Set(missing.join(''));
  const signs = [...new Set(texts.join(''))].filter((sign) => lacking.has(sign)).join('');
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

/** An element as satori takes it: React's shape, without React. */
export interface CardNode {
  type: string;
  props: { style?: Style; children?: string | CardNode[]; [attribute: string]: unknown };
}

type Style = Record<string, string | number>;

const letter = /\p{L}/u;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

// The light theme of styles/tokens.css: a card has no reader whose theme it could follow.
const color = { paper: '#faf9f6', ink: '#1d1b17', muted: '#534f47', line: '#d9d5cb', rest: '#d5cfc2', accent: '#8a2b0e' } as const;

const styles = {
  card: {
    ...{ display: 'flex', flexDirection: 'column', width: cardSize.width, height: cardSize.height },
    ...{ padding: '60px 72px 52px', boxSizing: 'border-box', background: color.paper, color: color.ink, fontFamily: 'Public Sans' },
  },
  eyebrow: { fontSize: 28, color: color.muted, lineClamp: 1 },
  title: {
    marginTop: 18,
    fontFamily: 'Brygada 1918',
    fontWeight: 600,
    lineHeight: 1.1,
    letterSpacing: '-0.01em',
    textWrap: 'balance',
    lineClamp: 4,
  },
  deck: { fontSize: 32, lineHeight: 1.4, color: color.muted, lineClamp: 3 },
  spring: { display: 'flex', flexGrow: 1 },
  row: { display: 'flex', alignItems: 'center' },
  label: { marginLeft: 36, flexGrow: 1, flexShrink: 1, flexBasis: 0, fontSize: 32, lineHeight: 1.3, color: color.muted, lineClamp: 3 },
  foot: { display: 'flex', alignItems: 'center', marginTop: 32, paddingTop: 24, borderTop: `2px solid ${color.ink}` },
  siteName: { marginLeft: 18, fontFamily: 'Brygada 1918', fontWeight: 600, fontSize: 30 },
} as const satisfies Record<string, Style>;

/** The longest title that is still set in a size, in characters. */
const titleSizes = [
  [34, 84],
  [60, 72],
  [90, 60],
] as const;

function titleSize(title: string): number {
  return titleSizes.find(([longest]) => title.length <= longest)?.[1] ?? 50;
}

function figureRow({ value, label }: NonNullable<SocialCard['figure']>): CardNode {
  const fontSize = value.length <= 7 ? 120 : value.length <= 14 ? 92 : 60;
  return box(styles.row, [
    text(value, { fontFamily: 'Brygada 1918', fontWeight: 600, fontSize, lineHeight: 1, flexShrink: 0, color: color.accent }),
    text(label, styles.label),
  ]);
}

/** The bars of the favicon. */
function mark(): CardNode {
  const bar = (attributes: Record<string, string | number>): CardNode => ({ type: 'rect', props: attributes });
  return {
    type: 'svg',
    props: {
      ...{ width: 40, height: 34, viewBox: '4 6 24 20' },
      children: [
        bar({ x: 4, y: 6, width: 24, height: 6, fill: color.rest }),
        bar({ x: 4, y: 14, width: 8, height: 6, fill: color.accent }),
        bar({ x: 4, y: 22, width: 15, height: 4, fill: color.accent }),
      ],
    },
  };
}

function box(style: Style, children: CardNode[]): CardNode {
  return { type: 'div', props: { style, children } };
}

function text(content: string, style: Style): CardNode {
  return { type: 'div', props: { style: { ...style, display: 'block' }, children: content } };
}

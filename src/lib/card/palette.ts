/** Size of a social card in pixels: what networks show without cutting. */
export const cardSize = { width: 1200, height: 630 } as const;

// The light theme of styles/tokens.css: a card has no reader whose theme it could follow.
const paper = '#faf9f6';

/** The colours things are drawn in: `first` is the palest of their `levels` in the palette, which lie one after another. */
export const inks = {
  ink: { color: '#1d1b17', first: 1, levels: 6 },
  muted: { color: '#534f47', first: 7, levels: 4 },
  accent: { color: '#8a2b0e', first: 11, levels: 4 },
  rest: { color: '#d5cfc2', first: 15, levels: 1 },
} as const satisfies Record<string, Ink>;

/** A colour with the levels in which it covers the paper, which make its edges smooth. */
export interface Ink {
  color: string;
  first: number;
  levels: number;
}

/** The sixteen colours of every card, three bytes each: the paper, then the inks from pale to full. */
export const palette: Buffer = Buffer.concat([
  rgb(paper),
  ...Object.values(inks).flatMap(({ color, levels }) =>
    Array.from({ length: levels }, (_, level) => mix(rgb(color), rgb(paper), (level + 1) / levels)),
  ),
]);

function rgb(color: string): Buffer {
  return Buffer.from(color.slice(1), 'hex');
}

function mix(over: Buffer, under: Buffer, share: number): Buffer {
  return Buffer.from(over.map((value, at) => Math.round(value * share + (under[at] ?? 0) * (1 - share))));
}

import type { FormattedOutcome } from './format-outcome.ts';

/** Classes for the figures of a strip: each fits its cell in one line, and all have one size unless one of them is much longer. */
export function figureSizes(figures: readonly Texts[]): string[] {
  const widths = figures.map(figureWidth);
  const common = Math.min(longestCommon, Math.max(...widths));
  return widths.map((width) => sizeClass(Math.max(width, common)));
}

/** Return the class for a figure that has a cell of its own. */
export function figureSize(figure: Texts): string {
  return sizeClass(figureWidth(figure));
}

/** Return the class for a text of figures that may be broken after its arrow: "€498k → €187k". */
export function changeSize(change: string): string {
  return sizeClass(Math.max(...change.split(' → ').map((state) => charWidth * (state.length + 2))));
}

type Texts = Pick<FormattedOutcome, 'prefix' | 'figure' | 'unit'>;

/** Widths in em of the figure that tokens.css has classes for. */
const steps = [4, 5, 6, 7, 8, 10, 13] as const;

/** Beyond it, a long figure is smaller than its neighbours instead of making them small too. */
const longestCommon = 6;

/** Width of a digit in em; units and words are set smaller. */
const charWidth = 0.57;

function figureWidth({ prefix, figure, unit }: Texts): number {
  return charWidth * figure.length + 0.32 * unit.length + (prefix ? 0.28 * (prefix.length + 1) : 0);
}

function sizeClass(width: number): string {
  return `fit-${steps.find((step) => width <= step) ?? steps.at(-1)}`;
}

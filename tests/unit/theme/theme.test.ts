import { readFileSync } from 'node:fs';
import { converter, wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeAccent, themeColors, themeSheet } from '../../../src/lib/theme/theme.ts';
import { themeSchema } from '../../../src/schemas/theme.ts';

const papers = ['warm', 'white', 'cool', 'cream', 'grey'] as const;
const accents = [
  undefined,
  ...['#ff0000', '#ffff00', '#00ff00', '#00ffff', '#0000ff', '#ff00ff', '#000000', '#ffffff', '#808080', '#7b7b7d'],
  ...['oklch(20% 0.03 150)', 'oklch(97% 0.02 250)', 'color(display-p3 0 1 0)', 'oklch(60% 0.4 30)', 'Coral', 'hsl(265 30% 45%)'],
];
const oklch = converter('oklch');
const read = (sheet: string): string => readFileSync(new URL(`../../../src/styles/${sheet}`, import.meta.url), 'utf8');

type Options = Parameters<typeof themeColors>[0];

/** The least contrast of a colour on paper and wash, in both modes. */
function leastContrast(theme: Options, name: 'ink' | 'muted' | 'accent' | 'rule'): number {
  const { light, dark } = themeColors(theme);
  return Math.min(...[light, dark].flatMap((colors) => [colors.paper, colors.wash].map((ground) => wcagContrast(colors[name], ground))));
}

/** The colours for readers who ask for more contrast, as [light, dark]. */
function increased(paper: Options['paper'], name: string): string[] {
  const sheet = themeSheet(themeSchema.parse({ paper }));
  const [, light = '', dark = ''] =
    new RegExp(`prefers-contrast: more.*--color-${name}: light-dark\\((#\\w+), (#\\w+)\\)`, 's').exec(sheet) ?? [];
  return [light, dark];
}

/** The colours of code, each in light and in dark; others are those of the theme. */
const codeColors = [...read('code.css').matchAll(/light-dark\((#\w+), (#\w+)\)/g)];

test('code has colours', () => expect(codeColors.length).toBeGreaterThan(5));

describe.each(papers)('on %s paper', (paper) => {
  test.each(accents)('with the accent %s, all text is readable and rules are seen', (accent) => {
    const theme = { accent, paper };
    for (const name of ['ink', 'muted', 'accent'] as const) expect([name, leastContrast(theme, name) >= 7]).toEqual([name, true]);
    expect(leastContrast(theme, 'rule')).toBeGreaterThanOrEqual(3);
  });

  test('all colours of code are readable, on marked lines too', () => {
    const { light, dark } = themeColors({ accent: undefined, paper });
    for (const [, ...pair] of codeColors)
      for (const [mode, { paper: ground, wash }] of [light, dark].entries())
        for (const behind of [ground, wash]) expect(wcagContrast(pair[mode] ?? '', behind)).toBeGreaterThanOrEqual(7);
  });

  test('more contrast is more, and makes lines seen', () => {
    const { light, dark } = themeColors({ accent: undefined, paper });
    for (const [mode, colors] of [light, dark].entries()) {
      const [muted = '', line = ''] = ['muted', 'line'].map((name) => increased(paper, name)[mode]);
      expect(wcagContrast(muted, colors.wash)).toBeGreaterThan(wcagContrast(colors.muted, colors.wash) + 2);
      for (const ground of [colors.paper, colors.wash]) expect(wcagContrast(line, ground)).toBeGreaterThanOrEqual(3);
    }
  });
});

test('any colour becomes a readable one', () => {
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
  const lch = fc
    .tuple(fc.integer({ min: -20, max: 120 }), fc.float({ min: 0, max: 1, noNaN: true }), fc.integer({ min: -360, max: 720 }))
    .map(([l, c, h]) => `oklch(${l}% ${c.toFixed(3)} ${h})`);
  fc.assert(
    fc.property(fc.oneof(hex, lch), fc.constantFrom(...papers), (accent, paper) => leastContrast({ accent, paper }, 'accent') >= 7),
  );
});

describe('an accent', () => {
  const accentOn = (accent: string, paper: Options['paper'] = 'warm') => {
    const { light, dark } = themeColors({ accent, paper });
    return [light.accent, dark.accent];
  };

  test.each([
    ['#0b4f3a', 0],
    ['#000000', 0],
    ['#ffff00', 1],
    ['#ffffff', 1],
  ])('that is readable stays as it is: %s', (accent, mode) => expect(accentOn(accent)[mode]).toBe(accent));

  test.each(['#b4637a', '#5e7ca0', '#9a7d3c', '#777777'])('keeps hue and chroma: %s', (accent) => {
    const { c, h } = oklch(accent) ?? { c: NaN, h: NaN };
    for (const became of accentOn(accent)) {
      const color = oklch(became);
      expect(color?.c).toBeCloseTo(c, 1.5);
      if (c > 0.01) expect(Math.abs((color?.h ?? 0) - (h ?? 0))).toBeLessThan(3);
    }
  });

  test('changes no more than it must', () => {
    for (const paper of papers) expect(leastContrast({ accent: '#c2410c', paper }, 'accent')).toBeLessThan(7.1);
  });

  test('of one colour is the same however it is written', () => expect(accentOn('hsl(39 100% 50%)')).toEqual(accentOn('#ffa600')));
});

test('white paper is white', () => expect(themeColors({ accent: undefined, paper: 'white' }).light.paper).toBe('#ffffff'));

describe('the report on an accent', () => {
  test('says what it became, and never claims more contrast than there is', () => {
    expect(describeAccent({ accent: '#c2410c', paper: 'white' })).toMatchInlineSnapshot(
      `"theme.accent: #c2410c becomes #a11f00 on light paper (7.0:1) and #ff8256 on dark paper (7.0:1)"`,
    );
    expect(describeAccent({ accent: 'navy', paper: 'cream' })).toMatchInlineSnapshot(
      `"theme.accent: navy becomes #000080 on light paper (13.3:1) and #77a7ff on dark paper (7.0:1)"`,
    );
  });

  test('is empty where the owner chose none', () => expect(describeAccent(themeSchema.parse({}))).toBeNull());
});

describe('the style sheet', () => {
  test('of the default theme has colours alone', () => {
    expect(themeSheet(themeSchema.parse({}))).toMatchInlineSnapshot(`
      "@theme { --color-*: initial; --text-*: initial; --color-paper: light-dark(#faf9f6, #141310); --color-wash: light-dark(#f1efe9, #1e1c18); --color-ink: light-dark(#1d1b17, #ece8df); --color-muted: light-dark(#534f47, #b9b3a7); --color-line: light-dark(#d9d5cb, #37342d); --color-rule: light-dark(#1d1b17, #8d877b); --color-accent: light-dark(#8a2b0e, #f2a98a); }
      @theme inline { --color-mat: #f1efe9; --aspect-card: 3 / 2; }
      @media (prefers-contrast: more) { :root { --color-muted: light-dark(#2b2924, #ddd8cd); --color-line: light-dark(#6e695f, #8d877b); } }"
    `);
  });

  test('of another has its colours and what else it changes', () => {
    const sheet = themeSheet(themeSchema.parse({ paper: 'cool', scale: 'large', density: 'airy', ratio: '1:1' }));
    expect(sheet).toContain('--color-paper: light-dark(#f2f5f5, #101313);');
    for (const name of ['text-h1', 'text-row', 'spacing-gap', 'spacing-row']) expect(sheet).toContain(`--${name}: `);
    expect(sheet).toContain('--aspect-card: 1 / 1;');
    expect(sheet).not.toContain('#faf9f6');
  });
});

import { culori } from '../../schemas/culori.ts';
import type { Site } from '../../schemas/site.ts';

const { converter, displayable, formatHex, toGamut, wcagContrast } = culori;

/** The colours of a theme, in light and in dark, each as `#rrggbb`. */
export interface Colors {
  light: ColorSet;
  dark: ColorSet;
}

/** Get the colours of a theme. Text has at least 7:1 on paper and wash. */
export function themeColors(theme: Pick<Site['theme'], 'accent' | 'paper'>): Colors {
  const palette = paletteOf(theme);
  return { light: inMode(palette, 0), dark: inMode(palette, 1) };
}

/** Write the style sheet of a theme: its colours, and the values that differ from those of `src/styles/tokens.css`. */
export function themeSheet(theme: Site['theme']): string {
  const { muted, line } = papers[theme.paper].more;
  const palette = paletteOf(theme);
  return [
    block('@theme', [
      '--color-*: initial',
      '--text-*: initial',
      ...Object.entries(palette).map(([name, pair]) => `--color-${name}: ${lightDark(pair)}`),
      ...declarations(scaleTokens.tokens, theme.scale),
      ...declarations(densityTokens.tokens, theme.density),
    ]),
    block('@theme inline', [
      `--color-mat: ${palette.wash[0]}`,
      `--aspect-card: ${theme.ratio.replace(':', ' / ')}`,
      ...declarations(scaleTokens.inline, theme.scale),
      ...declarations(densityTokens.inline, theme.density),
    ]),
    block('@media (prefers-contrast: more)', [block(':root', [`--color-muted: ${lightDark(muted)}`, `--color-line: ${lightDark(line)}`])]),
  ].join('\n');
}

/** Say what the build makes of the accent in both modes, with its least contrast there; null where the owner chose none. */
export function describeAccent(theme: Pick<Site['theme'], 'accent' | 'paper'>): string | null {
  if (theme.accent === undefined) return null;
  const modes = Object.entries(themeColors(theme)).map(([mode, { accent, paper, wash }]: [string, ColorSet]) => {
    const least = Math.floor(Math.min(wcagContrast(accent, paper), wcagContrast(accent, wash)) * 10) / 10;
    return `${accent} on ${mode} paper (${least.toFixed(1)}:1)`;
  });
  return `theme.accent: ${theme.accent} becomes ${modes.join(' and ')}`;
}

/** A colour in light, then in dark. */
type Pair = readonly [light: string, dark: string];

type ColorName = 'paper' | 'wash' | 'ink' | 'muted' | 'line' | 'rule' | 'accent';

type ColorSet = Record<ColorName, string>;

interface Paper extends Record<Exclude<ColorName, 'accent'>, Pair> {
  /** For readers who ask for more contrast. */
  more: { muted: Pair; line: Pair };
}

/** Contrast of text at WCAG level AAA. */
const leastContrast = 7;

/** The accent of a site whose owner chose none. */
const ownAccent: Pair = ['#8a2b0e', '#f2a98a'];

const papers: Record<Site['theme']['paper'], Paper> = {
  warm: {
    paper: ['#faf9f6', '#141310'],
    wash: ['#f1efe9', '#1e1c18'],
    ink: ['#1d1b17', '#ece8df'],
    muted: ['#534f47', '#b9b3a7'],
    line: ['#d9d5cb', '#37342d'],
    rule: ['#1d1b17', '#8d877b'],
    more: { muted: ['#2b2924', '#ddd8cd'], line: ['#6e695f', '#8d877b'] },
  },
  white: {
    paper: ['#ffffff', '#111111'],
    wash: ['#f4f4f4', '#1b1b1b'],
    ink: ['#161616', '#eeeeee'],
    muted: ['#505050', '#b4b4b4'],
    line: ['#dadada', '#343434'],
    rule: ['#161616', '#888888'],
    more: { muted: ['#282828', '#dcdcdc'], line: ['#6b6b6b', '#888888'] },
  },
  cool: {
    paper: ['#f2f5f5', '#101313'],
    wash: ['#e6ebeb', '#1a1e1e'],
    ink: ['#15191a', '#e6eaea'],
    muted: ['#454c4d', '#aeb6b6'],
    line: ['#ccd3d3', '#303637'],
    rule: ['#15191a', '#828a8b'],
    more: { muted: ['#242a2b', '#d5dbdb'], line: ['#616a6b', '#828a8b'] },
  },
  cream: {
    paper: ['#fdf3e1', '#16130c'],
    wash: ['#f6e9d1', '#211d14'],
    ink: ['#21190d', '#f0e6d3'],
    muted: ['#55472f', '#bfb299'],
    line: ['#dfd0b3', '#3b3425'],
    rule: ['#21190d', '#938668'],
    more: { muted: ['#30271a', '#e0d5bf'], line: ['#736548', '#938668'] },
  },
  grey: {
    paper: ['#e9e9e7', '#1a1a19'],
    wash: ['#dededb', '#252524'],
    ink: ['#141413', '#efefed'],
    muted: ['#3f3f3d', '#bdbdba'],
    line: ['#c2c2be', '#3f3f3d'],
    rule: ['#141413', '#93938f'],
    more: { muted: ['#20201f', '#dfdfdc'], line: ['#5d5d5a', '#93938f'] },
  },
};

/**
 * Values of tokens without their two hyphens, by the scale or density that has one of its own; `inline` are those that
 * `src/styles/tokens.css` writes into the rules.
 */
interface Tokens<Choice extends string> {
  tokens: Record<string, Partial<Record<Choice, string>>>;
  inline: Record<string, Partial<Record<Choice, string>>>;
}

const scaleTokens: Tokens<Site['theme']['scale']> = {
  tokens: {
    'text-label': { large: '0.875rem' },
    'text-small': { small: '0.875rem', large: '1rem' },
    'text-body': { small: '1.0625rem', large: '1.1875rem' },
    'text-deck': { small: 'clamp(1.125rem, 1.06rem + 0.3vw, 1.25rem)', large: 'clamp(1.25rem, 1.15rem + 0.6vw, 1.5625rem)' },
    'text-h3': { small: '1.1875rem', large: '1.4375rem' },
    'text-h2': { small: 'clamp(1.4375rem, 1.35rem + 0.4vw, 1.625rem)', large: 'clamp(1.75rem, 1.55rem + 0.9vw, 2.25rem)' },
    'text-h1': { small: 'clamp(2rem, 1.5rem + 2.1vw, 3rem)', large: 'clamp(2.375rem, 1.4rem + 4.6vw, 5.25rem)' },
    'text-figure': { small: 'clamp(2rem, 1.65rem + 1.2vw, 2.625rem)', large: 'clamp(2.375rem, 1.7rem + 2.6vw, 4rem)' },
    'container-measure': { small: '33.5rem', large: '39.5rem' },
  },
  inline: {
    'text-reading': { small: '1.0625rem', large: '1.25rem' },
    'text-row': { small: '1.375rem', large: '1.875rem' },
    'text-lead': { small: 'clamp(1.5rem, 1.3rem + 1vw, 2rem)', large: 'clamp(1.875rem, 1.4rem + 2.2vw, 3.125rem)' },
    'text-outcome': { small: 'clamp(1.5rem, 10cqi, 2.625rem)', large: 'clamp(1.75rem, 12cqi, 4rem)' },
    'text-quote': { small: '1.875rem', large: '2.75rem' },
    'text-long': { small: 'clamp(1.625rem, 1.4rem + 1.3vw, 2.5rem)', large: 'clamp(1.875rem, 1.5rem + 2.7vw, 4.25rem)' },
    'text-longest': { small: 'clamp(1.5rem, 1.2rem + 1vw, 2rem)', large: 'clamp(1.625rem, 1.1rem + 2.2vw, 3rem)' },
    'container-title': { small: '36rem', large: '56rem' },
  },
};

const densityTokens: Tokens<Site['theme']['density']> = {
  tokens: {
    'text-body--line-height': { compact: '1.5', airy: '1.7' },
    'spacing-gap': { compact: 'clamp(2.75rem, 2.25rem + 2.2vw, 4.5rem)', airy: 'clamp(5rem, 3.5rem + 6vw, 10rem)' },
  },
  inline: {
    'spacing-top': { compact: '1.5rem', airy: '3.5rem' },
    'spacing-top-wide': { compact: '2.5rem', airy: '6.5rem' },
    'spacing-row': { compact: '1.25rem', airy: '2.75rem' },
    'spacing-row-wide': { compact: '1.5rem', airy: '4rem' },
    'spacing-cell': { compact: '1rem', airy: '2rem' },
    'spacing-cell-end': { compact: '1.125rem', airy: '2.375rem' },
    'spacing-part': { compact: '2.25rem', airy: '5rem' },
  },
};

function paletteOf({ accent, paper }: Pick<Site['theme'], 'accent' | 'paper'>): Record<ColorName, Pair> {
  const { more: _more, ...colors } = papers[paper];
  const accentOf = (mode: 0 | 1) => legible(accent ?? ownAccent[mode], { grounds: [colors.paper[mode], colors.wash[mode]], end: mode });
  return { ...colors, accent: [accentOf(0), accentOf(1)] };
}

/**
 * Find the colour nearest in lightness, towards black (0) or white (1), that has enough contrast on every ground. Hue and chroma stay as
 * far as sRGB has them (https://www.w3.org/TR/css-color-4/#gamut-mapping).
 */
function legible(color: string, { grounds, end }: { grounds: readonly string[]; end: 0 | 1 }): string {
  const { l, ...rest } = { l: 0, c: 0, ...toOklch(color) };
  const own = Math.min(1, Math.max(0, l));
  for (let step = 0; step <= 1000; step++) {
    const candidate = step === 0 && displayable(color) ? color : toSrgb({ ...rest, mode: 'oklch', l: own + ((end - own) * step) / 1000 });
    const hex = formatHex(candidate);
    if (hex !== undefined && grounds.every((ground) => wcagContrast(hex, ground) >= leastContrast)) return hex;
  }
  throw new Error(`No lightness of ${color} has ${leastContrast}:1 on ${grounds.join(' and ')}.`);
}

const toOklch = converter('oklch');
const toSrgb = toGamut('rgb', 'oklch');

function inMode(palette: Record<ColorName, Pair>, mode: 0 | 1): ColorSet {
  return Object.fromEntries(Object.entries(palette).map(([name, pair]) => [name, pair[mode]])) as ColorSet;
}

function lightDark(pair: Pair): string {
  return `light-dark(${pair.join(', ')})`;
}

function declarations<Choice extends string>(tokens: Tokens<Choice>['tokens'], choice: Choice): string[] {
  return Object.entries(tokens).flatMap(([name, { [choice]: value }]) => (value === undefined ? [] : [`--${name}: ${value}`]));
}

function block(prelude: string, body: readonly string[]): string {
  return `${prelude} { ${body.map((one) => (one.endsWith('}') ? one : `${one};`)).join(' ')} }`;
}

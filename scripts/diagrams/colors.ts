import { converter, formatHex, formatHex8, parse, toGamut, type Color } from 'culori';

/** Colours of the site by their names in `src/styles/tokens.css`, as they are drawn; `flatten` puts the names back. */
export const drawnColors = {
  paper: '#faf9f6',
  wash: '#f1efe9',
  ink: '#1d1b17',
  muted: '#534f47',
  line: '#d9d5cb',
  accent: '#8a2b0e',
} as const;

/** Fills that tell parts apart, in light and in dark; text in ink has at least 7:1 on each. */
export const tones = [
  ['#f3dfc4', '#4a3415'],
  ['#cfe3f2', '#16394f'],
  ['#d5e8d0', '#22401f'],
  ['#e9d9ef', '#432c4d'],
  ['#f4d6d3', '#512a28'],
  ['#d0e8e4', '#0f413b'],
  ['#eee6b8', '#413a0d'],
  ['#dadcf3', '#2f3358'],
] as const;

/** Write the colour of an area so that it follows the theme: those of the site by their names, others in light as they are and mirrored in dark. */
export function themedFill(written: string): string {
  return themed(written, 0);
}

/** The same for a line or a text. The fills that tell parts apart are too pale for a line. */
export function themedLine(written: string): string {
  const color = themed(written, 0.78);
  return color.startsWith('var(--tone') ? `color-mix(in oklab,${color},var(--color-ink) 45%)` : color;
}

/** `least` is the least lightness in dark. */
function themed(written: string, least: number): string {
  const color = parse(written);
  if (color === undefined) return written;
  if (color.alpha === 0) return 'none';
  const known = names.get(formatHex8(color));
  return known ?? `light-dark(${hexOf(color)},${hexOf(mirrored(color, least))})`;
}

const names = new Map<string, string>([
  ['#000000ff', 'var(--color-ink)'],
  ['#ffffffff', 'var(--color-paper)'],
  // Icons of architectures.
  ['#087ebfff', 'var(--color-muted)'],
  ...Object.entries(drawnColors).map(([name, hex]) => [`${hex}ff`, `var(--color-${name})`] as const),
  ...tones.map(([light], index) => [`${light}ff`, `var(--tone-${index + 1})`] as const),
]);

/** Turn the lightness of a colour around, so that pale is deep and dark is light; its hue stays. */
function mirrored(color: Color, least: number): Color {
  const { l, c, ...rest } = { ...toOklch(color) };
  return toSrgb({ ...rest, l: Math.min(0.97, Math.max(least, 1.13 - 0.97 * l)), c: 0.85 * c });
}

const toOklch = converter('oklch');
const toSrgb = toGamut('rgb', 'oklch');

function hexOf(color: Color): string {
  return (color.alpha ?? 1) === 1 ? formatHex(color) : formatHex8(color);
}

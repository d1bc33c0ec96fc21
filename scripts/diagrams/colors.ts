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

/** Write a colour so that it follows the theme: those of the site by their names, others in light as they are and mirrored in dark. */
export function themedColor(written: string): string {
  const color = parse(written);
  if (color === undefined) return written;
  if (color.alpha === 0) return 'none';
  const hex = formatHex(color);
  const known = names.get(hex);
  if (known !== undefined && (color.alpha ?? 1) === 1) return known;
  return `light-dark(${withAlpha(color)},${withAlpha(mirrored(color))})`;
}

/** Write the colour of a line: the fills that tell parts apart are too pale for one. */
export function themedLine(written: string): string {
  const color = themedColor(written);
  return color.startsWith('var(--tone') ? `color-mix(in oklab,${color},var(--color-ink) 45%)` : color;
}

const names = new Map<string, string>([
  ['#000000', 'var(--color-ink)'],
  ['#ffffff', 'var(--color-paper)'],
  ...Object.entries(drawnColors).map(([name, hex]) => [hex, `var(--color-${name})`] as const),
  ...tones.map(([light], index) => [light, `var(--tone-${index + 1})`] as const),
]);

/** Turn the lightness of a colour around, so that pale is deep and dark is light; its hue stays. */
function mirrored(color: Color): Color {
  const { l, c, ...rest } = { ...toOklch(color) };
  return toSrgb({ ...rest, l: Math.min(0.97, 1.13 - 0.97 * l), c: 0.85 * c });
}

const toOklch = converter('oklch');
const toSrgb = toGamut('rgb', 'oklch');

function withAlpha(color: Color): string {
  return (color.alpha ?? 1) === 1 ? formatHex(color) : formatHex8(color);
}

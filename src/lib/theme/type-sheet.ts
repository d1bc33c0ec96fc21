import { everyWeight, pageFonts, type Role, type SetFace, type Type } from './type-pairs.ts';

/**
 * Write the style sheet of a pair: its font faces, the system fonts that replace them until they have loaded, and its custom
 * properties. `url` gives the address of the font of a role.
 */
export function typeSheet(type: Type, url: (role: Role) => string): string {
  const fonts = pageFonts(type).map((font) => ({ ...font, name: nameOf(font.face, type, font.role) }));
  const tokens = [
    ...fonts.map(({ role, face, name }) => {
      const fallbacks = standIns(face).map(({ system }) => `${system} as ${name}`);
      const system = face.serif ? ['Georgia', 'serif'] : ['Arial', 'sans-serif'];
      return `--font-${role}-face:${[...new Set([name, ...fallbacks])].map(quote).concat(system).join(',')}`;
    }),
    ...(type.weight === 500 ? [] : [`--font-weight-title:${type.weight}`]),
    ...Object.entries(type.tokens ?? {}).map(([name, value]) => `${name}:${value}`),
  ];
  return [
    ...fonts.flatMap(({ role, face, name }) => [fontFace(face, name, url(role)), ...standInFaces(face, name)]),
    `:root{${tokens.join(';')}}`,
    ...(type.wordSpacing ? [`body{word-spacing:${type.wordSpacing}}`] : []),
  ].join('');
}

/**
 * List system fonts with the width and height of a face, so that the page does not move when the face has loaded: how much each is
 * scaled and its ascent and descent, in percent.
 */
export function standIns(face: SetFace) {
  return systems[face.serif ? 'serif' : 'sans'].flatMap(({ name, bold, local, width }) => {
    if (bold && face.boldWidth === undefined) return [];
    const scale = (face.fitted?.[name] ?? (100 * face.size * (bold ? (face.boldWidth ?? 0) : face.width)) / width) / 100;
    const percent = (ratio: number) => Number((100 * ratio).toFixed(1));
    return {
      ...{ system: name, bold, local, size: percent(scale) },
      ...{ ascent: percent((face.ascent * face.size) / scale), descent: percent((face.descent * face.size) / scale) },
    };
  });
}

interface System {
  name: string;
  bold: boolean;
  /** Names of the system font and of those with its metrics. */
  local: readonly string[];
  /** Mean width of a character in em, as that of a face. */
  width: number;
}

/** Liberation and Tinos have the metrics of Times and Arial; many Linux systems have DejaVu only. */
export const systems: Record<'serif' | 'sans', readonly System[]> = {
  serif: [
    { name: 'Times', bold: false, local: ['Times New Roman', 'Liberation Serif', 'Tinos'], width: 0.3955 },
    { name: 'Noto', bold: false, local: ['Noto Serif'], width: 0.4722 },
    { name: 'DejaVu', bold: false, local: ['DejaVu Serif'], width: 0.5088 },
  ],
  sans: [
    { name: 'Arial', bold: false, local: ['Arial', 'Liberation Sans', 'Roboto'], width: 0.4369 },
    { name: 'Arial', bold: true, local: ['Arial Bold', 'Liberation Sans Bold'], width: 0.4685 },
    { name: 'Roboto', bold: true, local: ['Roboto Bold', 'Roboto-Bold'], width: 0.4426 },
    { name: 'DejaVu', bold: false, local: ['DejaVu Sans'], width: 0.5003 },
    { name: 'DejaVu', bold: true, local: ['DejaVu Sans Bold'], width: 0.566 },
  ],
};

function fontFace({ weights, size }: SetFace, name: string, url: string): string {
  return rule(name, `url(${url})format("woff2")`, [
    'font-display:swap',
    `font-weight:${weights}`,
    ...(size === 1 ? [] : [`size-adjust:${Number((100 * size).toFixed(1))}%`]),
  ]);
}

function standInFaces(face: SetFace, name: string): string[] {
  // A bold that browsers make of the regular cut would have its widths, not those of the bold one.
  const weightOf = (bold: boolean) =>
    face.boldWidth ? [`font-weight:${bold ? 700 : 400}`] : face.weights === everyWeight ? [`font-weight:${everyWeight}`] : [];
  return standIns(face).map(({ system, bold, local, size, ascent, descent }) =>
    rule(`${system} as ${name}`, local.map((one) => `local(${quote(one)})`).join(), [
      ...weightOf(bold),
      `size-adjust:${size}%`,
      `ascent-override:${ascent}%`,
      `descent-override:${descent}%`,
      'line-gap-override:0%',
    ]),
  );
}

function rule(family: string, source: string, descriptors: readonly string[]): string {
  return `@font-face{${[`font-family:${quote(family)}`, `src:${source}`, ...descriptors].join(';')}}`;
}

/** The name of a face on the page: a family that has both roles has two sizes. */
function nameOf({ family }: SetFace, { display, text }: Type, role: Role): string {
  return role === 'display' && display?.family === text?.family ? `${family} Display` : family;
}

function quote(name: string): string {
  return /^[a-z-]+$/i.test(name) ? name : `"${name}"`;
}

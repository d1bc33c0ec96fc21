import type { TypePair } from '../../schemas/theme.ts';

/** A font family from an installed package. Lengths are in em; tests/unit/theme/type-pairs.test.ts measures them in the files. */
export interface Face {
  family: string;
  /** Weights of the file, as CSS declares them. */
  weights: string;
  /** Subsets of the package. Pages load the first; social images use all. */
  subsets: readonly string[];
  /** Path of the file of a subset, from `node_modules/`. */
  file: (subset: string) => string;
  ascent: number;
  descent: number;
  /** Mean width of a character in regular weight. */
  width: number;
  /** The same in the weight of titles, where system fonts can only replace it by their bold cut. */
  boldWidth?: number;
  /** Path of a bolder file for initials in the size of an icon, where the package has one. */
  initials?: string;
}

/** A face in its role on a page. */
export interface SetFace extends Face {
  /** What it is scaled by, so that the faces of all pairs look equally large at one font size. */
  size: number;
  serif: boolean;
  /** Widths in percent of the system fonts that replace it until it has loaded, where line breaks of the samples fitted them. */
  fitted?: Readonly<Record<string, number>>;
}

/** The typefaces of a site. */
export interface Type {
  /** Null for those of the reader's system. */
  display: SetFace | null;
  text: SetFace | null;
  /** Weight of titles and figures. */
  weight: number;
  /** Weight of titles and figures on social images, which are often seen small. */
  imageWeight: number;
  /** Other custom properties of `styles/tokens.css` that differ from those of `report`. */
  tokens?: Readonly<Record<`--${string}`, string>>;
  /** Space to add between the words of texts. */
  wordSpacing?: string;
}

/** A family with one weight is declared for all, so that browsers draw no bold of their own. */
export const everyWeight = '1 1000';

const faces = {
  brygada: variable('Brygada 1918', ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'], {
    ...{ weights: '400 700', ascent: 0.92, descent: 0.25, width: 0.4554 },
    initials: '@fontsource/brygada-1918/files/brygada-1918-latin-600-normal.woff',
  }),
  publicSans: variable('Public Sans', ['latin', 'latin-ext', 'vietnamese'], {
    weights: '100 900',
    ascent: 0.95,
    descent: 0.225,
    width: 0.4541,
  }),
  instrumentSerif: single('Instrument Serif', ['latin', 'latin-ext'], { ascent: 0.99, descent: 0.31, width: 0.3316 }),
  instrumentSans: variable('Instrument Sans', ['latin', 'latin-ext'], { weights: '400 700', ascent: 0.97, descent: 0.25, width: 0.4437 }),
  youngSerif: single('Young Serif', ['latin', 'latin-ext'], { ascent: 1.046, descent: 0.366, width: 0.4901 }),
  figtree: variable('Figtree', ['latin', 'latin-ext'], { weights: '300 900', ascent: 0.95, descent: 0.25, width: 0.4389 }),
  hanken: variable('Hanken Grotesk', ['latin', 'latin-ext', 'vietnamese', 'cyrillic-ext'], {
    weights: '100 900',
    ascent: 1,
    descent: 0.303,
    width: 0.4414,
  }),
};

const report = {
  display: { ...faces.brygada, size: 1, serif: true, fitted: { Times: 115, Noto: 98, DejaVu: 93 } },
  text: { ...faces.publicSans, size: 1, serif: false, fitted: { Arial: 104, DejaVu: 91.5 } },
  weight: 500,
  imageWeight: 600,
} satisfies Type;

/** The pairs of typefaces that `theme.type` names. */
export const typePairs: Readonly<Record<TypePair, Type>> = {
  report,
  // Narrow and light, so it is set larger.
  studio: {
    display: { ...faces.instrumentSerif, size: 1.14, serif: true, fitted: { Times: 97, DejaVu: 76 } },
    text: { ...faces.instrumentSans, size: 1, serif: false, fitted: { Arial: 103, DejaVu: 89.7 } },
    weight: 400,
    imageWeight: 400,
    tokens: { '--tracking-title': '-0.012em', '--text-h1--line-height': '1.13', '--text-h2--line-height': '1.2' },
    // The space of Instrument Sans is a fifth of an em.
    wordSpacing: '0.05em',
  },
  // Heavy and wide, so it is set smaller.
  almanac: {
    display: { ...faces.youngSerif, size: 0.92, serif: true, fitted: { Times: 115, DejaVu: 91.5 } },
    text: { ...faces.figtree, size: 1.03, serif: false, fitted: { Arial: 103, DejaVu: 91.3 } },
    weight: 400,
    imageWeight: 400,
  },
  works: {
    display: { ...faces.hanken, boldWidth: 0.4471, size: 0.94, serif: false },
    text: { ...faces.hanken, size: 1.02, serif: false },
    weight: 640,
    imageWeight: 640,
    tokens: { '--tracking-title': '-0.022em', '--tracking-figure': '-0.025em' },
  },
  plain: {
    display: null,
    text: null,
    weight: 400,
    imageWeight: 600,
    tokens: {
      // Georgia and Palatino have no lining figures.
      '--font-display': "Charter,'Bitstream Charter',Cambria,'Noto Serif','Times New Roman',serif",
      '--font-text': "-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif",
      '--tracking-title': '-0.012em',
    },
  },
};

/** List the fonts that pages load, each with the custom property of its role. */
export function pageFonts({ display, text }: Type): { role: Role; face: SetFace }[] {
  return [...(display ? [{ role: 'display' as const, face: display }] : []), ...(text ? [{ role: 'text' as const, face: text }] : [])];
}

/** Return the faces that social images and the icon draw: those of `report` where pages have the fonts of the system. */
export function drawnFaces({ display, text }: Type): { display: SetFace; text: SetFace } {
  return { display: display ?? report.display, text: text ?? report.text };
}

/** List the faces of a pair, then those of `report`, which have more scripts, each once. */
export function facesWithFallback(type: Type): Face[] {
  const { display, text } = drawnFaces(type);
  return [...new Map([display, text, report.display, report.text].map((face) => [face.family, face])).values()];
}

/** What a typeface is for. */
export type Role = 'display' | 'text';

/** Return how wide titles are in a pair, as a multiple of `report`. */
export function titleWidth({ display }: Type): number {
  return display ? ((display.boldWidth ?? display.width) * display.size) / faces.brygada.width : 1;
}

type Measures = Omit<Face, 'family' | 'subsets' | 'file'>;

function variable(family: string, subsets: readonly string[], measures: Measures): Face {
  const name = packageOf(family);
  return { subsets, file: (subset) => `@fontsource-variable/${name}/files/${name}-${subset}-wght-normal.woff2`, family, ...measures };
}

function single(family: string, subsets: readonly string[], measures: Omit<Measures, 'weights'>): Face {
  const name = packageOf(family);
  const file = (subset: string) => `@fontsource/${name}/files/${name}-${subset}-400-normal.woff2`;
  return { subsets, weights: everyWeight, file, family, ...measures };
}

function packageOf(family: string): string {
  return family.toLowerCase().replaceAll(' ', '-');
}

import { fontData, type FontData } from 'astro:assets';
import { pageFonts, typePairs, type Type } from '../lib/theme/type-pairs.ts';
import { typeSheet } from '../lib/theme/type-sheet.ts';
import { site } from './site.ts';

/** The typefaces of the site. */
export const type: Type = typePairs[site.theme.type];

/** The names of its fonts, each once; none for those of the system. */
export const fontNames = [...new Set(pageFonts(type).map(({ face }) => face.family))];

// Its type has the roles of the owner's pair, which may be none.
const fonts: Readonly<Record<string, readonly FontData[] | undefined>> = fontData;

/** The styles of its typefaces, which every page has. */
export const typeStyles = typeSheet(type, (role) => fonts[`--font-${role}-face`]?.[0]?.src[0]?.url ?? '');

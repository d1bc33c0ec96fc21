import { hash } from 'node:crypto';

/** A style sheet that stands in pages. */
export interface Sheet {
  /** Its bytes in UTF-8, one in each character. */
  css: string;
  /** `'sha256-…'`, as policies name what stands in a page. */
  source: string;
}

/**
 * Name a style sheet for the head of a page that is being rendered; `finishPage` puts the sheet in its place. Were it rendered with
 * the page, it would be copied, searched and digested again for each of ten thousand.
 */
export function sheetName(css: string): string {
  const known = names.get(css);
  if (known !== undefined) return known;
  const bytes = Buffer.from(css);
  const name = `sheet:${sheets.size}`;
  sheets.set(name, { css: bytes.toString('latin1'), source: `'sha256-${hash('sha256', bytes, 'base64')}'` });
  names.set(css, name);
  return name;
}

/** The style sheet of a name; throws where there is none. */
export function sheetOf(name: string): Sheet {
  const sheet = sheets.get(name);
  if (!sheet) throw new Error(`There is no style sheet ${name}.`);
  return sheet;
}

// The build and the code it has bundled find the sheets in the same place.
const { sheets, names } = ((globalThis as { casefolioSheets?: Sheets }).casefolioSheets ??= { sheets: new Map(), names: new Map() });

interface Sheets {
  sheets: Map<string, Sheet>;
  names: Map<string, string>;
}

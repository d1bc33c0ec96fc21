import { pluralize, stringsFor } from '../../i18n/strings.ts';

/** Describe a PDF in the text of its link: `PDF, 3 pages, 240 kB`. */
export function pdfLabel({ pages, bytes }: { pages: number; bytes: number }, locale: string): string {
  const size = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(Math.ceil(bytes / 1000));
  return `PDF, ${pluralize(pages, stringsFor(locale).pages, locale)}, ${size}`;
}

/** Say in the terminal what was printed: a booklet of the chosen case studies alone, or each and the portfolio. */
export function printedLine(cases: number, chosen: boolean): string {
  const count = cases === 1 ? '1 case study' : `${cases} case studies`;
  return chosen ? `a booklet of ${count} printed` : `${count} and the portfolio printed`;
}

import { pluralize, stringsFor } from '../../i18n/strings.ts';

/** Say what a link to a PDF leads to: `PDF, 3 pages, 240 kB`. */
export function pdfLabel({ pages, bytes }: { pages: number; bytes: number }, locale: string): string {
  const size = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(Math.ceil(bytes / 1000));
  return `PDF, ${pluralize(pages, stringsFor(locale).pages, locale)}, ${size}`;
}

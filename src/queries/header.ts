import { headerSheet, nameSize } from '../lib/theme/header-sheet.ts';
import { getOwnMark } from './icons.ts';
import type { LanguageAlternate, PageLocale } from './locales.ts';
import { getNavigation } from './navigation.ts';
import { site } from './site.ts';

/** Get what the header of a page shows, and the styles for just that. `languages` are all versions of the page. */
export async function getHeader(locale: PageLocale, languages: readonly LanguageAlternate[]) {
  const mark = await getOwnMark();
  const links = (await getNavigation(locale)).map((link) => ({
    ...link,
    name: link.hreflang ? `${link.name} (${link.hreflang})` : link.name,
  }));
  const others = languages.filter((language) => language.locale !== locale.locale);
  const menu = [...links, ...others].map(({ name }) => name);
  const before = mark ? (mark.width + gap) / (16 * nameSize) : 0;
  return { mark, links, others, sheet: headerSheet({ name: site.name, menu, before, scale: site.theme.scale }) };
}

export type Header = Awaited<ReturnType<typeof getHeader>>;

/** Between the mark and the name, in pixels: src/components/site/Header.astro. */
const gap = 12;

import site from '../site.config.ts';
import { stringsFor, type Strings } from '../i18n/strings.ts';
import { createUrls, type Urls } from '../lib/urls.ts';

const { url: origin, base, trailingSlash, locale } = site;

/** The address builder of this site. */
export const urls = createUrls({ origin, base, trailingSlash });

const t = stringsFor(locale);

export { site, t };

/** The words and addresses of a language: the site's own without `lang`, else that of translations, named by the tag in their file names. */
export function editionIn(lang?: string): Edition {
  if (lang === undefined) return { lang, locale, t, urls };
  return { lang, locale: new Intl.Locale(lang).toString(), t: stringsFor(lang), urls: createUrls({ origin, base, trailingSlash, lang }) };
}

/** A language the site is read in: its own at the root, each other below an address part of its own. */
export interface Edition {
  /** As translations are named, `de`; undefined for the site's own. */
  lang: string | undefined;
  /** BCP 47, for words, dates and numbers. */
  locale: string;
  t: Strings;
  /** Addresses of the edition's own pages and files. */
  urls: Urls;
}

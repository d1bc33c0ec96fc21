import config from '../site.config.ts';
import { interpolate, stringsFor, type Strings } from '../i18n/strings.ts';
import { themeColors } from '../lib/theme.ts';
import { typeset } from '../lib/typography.ts';
import { createUrls, type Urls } from '../lib/urls.ts';
import type { Menu } from '../schemas/navigation.ts';
import type { Site } from '../schemas/site.ts';

const { url: origin, base, trailingSlash, locale, author: owner } = config;

/** URL builder of this site. */
export const urls = createUrls({ origin, base, trailingSlash });

/** The colours of the owner's theme. */
export const colors = themeColors(config.theme);

const set = (text: string) => typeset(text, locale);
const setOptional = (text: string | undefined) => text && set(text);
const setMenu = (menu: Menu | undefined): Menu | undefined =>
  menu?.map((entry) => (typeof entry === 'string' ? entry : { ...entry, label: set(entry.label) }));

const author = { ...owner, name: set(owner.name) };

/** The owner's options, their texts set as the language of the site prints them. */
const site: Site = {
  ...config,
  author,
  name: set(config.name),
  promise: set(config.promise),
  description: set(config.description),
  about: set(config.about),
  workIntro: setOptional(config.workIntro),
  navigation: setMenu(config.navigation),
  footer: { links: setMenu(config.footer.links), note: config.footer.note && set(config.footer.note) },
  contact: { question: setOptional(config.contact.question), action: setOptional(config.contact.action) },
};

const t = stringsFor(locale, author.kind);

export { site, t };

/** Strings and URLs of a locale: the site's own without `lang`, else the one of translations with that tag in their file names. */
export function localeOf(lang?: string): SiteLocale {
  if (lang === undefined) return { lang, locale, t, urls };
  return {
    lang,
    locale: new Intl.Locale(lang).toString(),
    t: stringsFor(lang, author.kind),
    urls: createUrls({ origin, base, trailingSlash, lang }),
  };
}

/** The question above the contact link and the words of the link: the owner's in the site's own language, else neutral ones. */
export function contactCall({ lang, t }: Pick<SiteLocale, 'lang' | 't'>): { question: string; action: string } {
  const { question, action } = lang === undefined ? site.contact : {};
  return { question: question ?? t.contactQuestion, action: action ?? interpolate(t.writeToOwner, { name: author.name }) };
}

/** A locale of the site: its own at the root, each other one below its own path segment. */
export interface SiteLocale {
  /** Language tag of translations (`de`); undefined for the site's own locale. */
  lang: string | undefined;
  /** BCP 47, for strings, dates and numbers. */
  locale: string;
  t: Strings;
  /** URL builder of this locale. */
  urls: Urls;
}

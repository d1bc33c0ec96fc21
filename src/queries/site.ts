import config from '../site.config.ts';
import { languageOf } from '../i18n/languages.ts';
import { interpolate, stringsFor, type Strings } from '../i18n/strings.ts';
import { themeColors } from '../lib/theme/theme.ts';
import { typeset } from '../lib/markdown/typography.ts';
import { createUrls, type Urls } from '../lib/urls.ts';
import type { Menu } from '../schemas/navigation.ts';
import type { Site } from '../schemas/site.ts';

const { url: origin, base, trailingSlash, locale, author: owner } = config;

/** URL builder of this site. */
export const urls = createUrls({ origin, base, trailingSlash });

/** The colours of the owner's theme. */
export const colors = themeColors(config.theme);

const { name, promise, description, about, workIntro, footer, contact, portrait } = config;
const set = <T extends object>(texts: T): T => typesetAll(texts, locale);
const setMenu = (menu: Menu | undefined): Menu | undefined =>
  menu?.map((entry) => (typeof entry === 'string' ? entry : { ...entry, ...set({ label: entry.label }) }));

const author = { ...owner, ...set({ name: owner.name }) };

/** The owner's options, their texts set as the language of the site prints them; `contact.email` has its default. */
const site: Site & { contact: { email: string } } = {
  ...config,
  ...set({ name, promise, description, about, workIntro }),
  author,
  navigation: setMenu(config.navigation),
  footer: { links: setMenu(footer.links), ...set({ note: footer.note }) },
  contact: { ...contact, ...set({ question: contact.question, action: contact.action }), email: contact.email ?? owner.email },
  portrait: portrait && { ...portrait, ...set({ alt: portrait.alt }) },
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

/** The owner's texts in a language: those at the top of the options in the site's own, else those of `translations`, as far as there are any. */
export function ownerTexts(lang: string | undefined): OwnerTexts {
  if (lang === undefined) return site;
  const language = languageOf(lang);
  const { words: _, ...texts } = (language && config.translations[language]) ?? {};
  return typesetAll(texts, lang);
}

/** The question above the contact link and the words of the link: the owner's in the language of the page, else neutral ones. */
export function contactCall({ lang, t }: Pick<SiteLocale, 'lang' | 't'>): { question: string; action: string } {
  const { question = t.contactQuestion, action } = ownerTexts(lang).contact ?? {};
  return { question, action: action ?? (site.contact.booking ? t.bookCall : interpolate(t.writeToOwner, { name: author.name })) };
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

type OwnerTexts = Partial<Pick<Site, 'promise' | 'description' | 'about' | 'workIntro'>> & {
  contact?: { question?: string | undefined; action?: string | undefined } | undefined;
  portrait?: { alt: string } | undefined;
};

/** Set every text of a map and of the maps in it. */
function typesetAll<T extends object>(texts: T, locale: string): T {
  const entries = Object.entries(texts).map(([key, text]: [string, unknown]) => [
    key,
    typeof text === 'string' ? typeset(text, locale) : text && typesetAll(text, locale),
  ]);
  return Object.fromEntries(entries) as T;
}

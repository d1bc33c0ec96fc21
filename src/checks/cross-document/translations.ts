import { languageOf, languages } from '../../i18n/languages.ts';
import type { ProjectData } from '../../schemas/project.ts';
import { createNameSearch } from '../../lib/confidentiality.ts';
import { technologyKey } from '../../lib/technologies.ts';
import type { Metric } from '../../metrics/model/types.ts';
import { errorIn, warningIn, type Diagnostic, type FieldDiagnostic } from '../../documents/diagnostic.ts';
import { outcomesOf, type CrossDocumentDiagnostic } from './cross-document.ts';
import { declaredLanguage } from '../../documents/values.ts';
import type { CheckedFile } from '../document.ts';
import { siteConfigDiagnostic } from '../options/site-config.ts';

/** Compare translations with their originals; `locale` is the language of the site, when known. */
export function checkTranslations(files: readonly CheckedFile[], locale?: string): CrossDocumentDiagnostic[] {
  const originals = originalsOf(files);
  return files.flatMap((file): CrossDocumentDiagnostic[] => {
    const { lang } = file.name;
    if (lang === null) return [];
    const original = originals.get(keyOf(file));
    const pair = original && { file, lang, original, locale };
    const diagnostics = pair ? [...checkLanguage(pair), ...checkFacts(pair)] : [missingOriginal(file, lang)];
    return diagnostics.map((diagnostic) => ({ path: file.path, ...diagnostic }));
  });
}

/** A language for which the owner's options have texts. */
export interface TranslatedOptions {
  language: string;
  /** Whether they make a home page. */
  hasHome: boolean;
}

/**
 * Compare the languages of the owner's texts with those of the documents: returns the addresses of the home pages, and reports texts
 * that no page shows.
 */
export function checkTranslatedOptions(
  translations: readonly TranslatedOptions[],
  { files, locale, source }: { files: readonly CheckedFile[]; locale?: string | undefined; source: () => string },
): { homes: string[]; diagnostics: Diagnostic[] } {
  const unpublished = unpublishedTranslations(files, locale);
  const published = files.filter(({ path }) => !unpublished.has(path));
  const tags = [...new Set(published.flatMap(({ name }) => name.lang ?? []))];
  const diagnostics = translations
    .filter(({ language }) => !tags.some((tag) => languageOf(tag) === language))
    .map(({ language }) => {
      const message = `has texts, but no document is translated into \`${language}\``;
      const fix = `write a translation, like \`src/content/pages/contact.${language}.md\`; its home page comes with it`;
      const error = siteConfigDiagnostic({ field: `translations.${language}`, message, fix }, source());
      return { ...error, severity: 'warning' } as const;
    });
  const homes = tags.filter((tag) => translations.some(({ language, hasHome }) => hasHome && language === languageOf(tag)));
  return { homes: homes.map((tag) => `/${tag}`), diagnostics };
}

/** Return the paths of translations that are not published: into a language the templates lack, or into the original's own. */
export function unpublishedTranslations(files: readonly CheckedFile[], locale?: string): ReadonlySet<string> {
  const originals = originalsOf(files);
  const unpublished = files.filter((file) => {
    const { lang } = file.name;
    const original = originals.get(keyOf(file));
    return lang !== null && (!languageOf(lang) || (original && sameLanguage(original, lang, locale) !== undefined));
  });
  return new Set(unpublished.map(({ path }) => path));
}

interface Pair {
  file: CheckedFile;
  lang: string;
  original: CheckedFile;
  locale?: string | undefined;
}

function originalsOf(files: readonly CheckedFile[]): ReadonlyMap<string, CheckedFile> {
  return new Map(files.flatMap((file) => (file.name.lang === null ? [[keyOf(file), file]] : [])));
}

function keyOf({ collection, name }: CheckedFile): string {
  return `${collection}/${name.slug}`;
}

function missingOriginal({ name, path }: CheckedFile, lang: string): FieldDiagnostic {
  const original = path.replace(`.${lang}.`, '.');
  const fix = `write \`${original}\`, or rename this file${languageOf(lang) ? ` to it and add \`lang: ${lang}\`` : ''}`;
  const message = `is named as the translation of \`${name.slug}\` into \`${lang}\`, but there is no \`${name.slug}\``;
  return errorIn([], message, fix);
}

function checkLanguage({ file, lang, original, locale }: Pair): FieldDiagnostic[] {
  const declared = declaredLanguage(file.data);
  const diagnostics: FieldDiagnostic[] = [];
  const same = sameLanguage(original, lang, locale);
  if (!languageOf(lang)) {
    const message = `is not published: the site has texts in ${new Intl.ListFormat('en-GB').format(languages)}, but not in \`${lang}\``;
    diagnostics.push(warningIn([], message, 'add the texts; see README.md, Languages'));
  } else if (same) {
    const message = `is not published: ${original.path} is in \`${same}\` too`;
    const fix = 'delete one of them, or declare the language of the other with `lang`';
    diagnostics.push(warningIn([], message, fix, { related: [original.path] }));
  }
  if (declared && !matchesLanguage(declared, lang))
    diagnostics.push(warningIn(['lang'], `is \`${declared}\`, but the file name says \`${lang}\``, 'delete it: the file name counts'));
  return diagnostics;
}

/** Compare the facts both versions state; readers of both must learn the same. */
function checkFacts({ file, lang, original }: Pair): FieldDiagnostic[] {
  if (file.collection !== 'projects' || !file.data || !original.data) return [];
  const [translated, source] = [file.data, original.data] as [ProjectData, ProjectData];
  const diagnostics: FieldDiagnostic[] = [];
  const warn = (field: string, message: string, fix: string): void => {
    diagnostics.push(warningIn([field], message, fix));
  };
  if (translated.date !== source.date) {
    const fix = source.date ? `write \`${source.date}\`` : 'delete it';
    warn('date', `differs from the date in ${original.path}, which is used for both`, fix);
  }
  if (translated.order !== undefined && translated.order !== source.order) {
    warn('order', `differs from the order in ${original.path}, which is used for both`, 'delete it');
  }
  const names = ({ technologies }: ProjectData): string => technologies.map(technologyKey).toSorted().join('\n');
  if (names(translated) !== names(source)) {
    warn('technologies', `differ from those in ${original.path}, which are used for both`, 'use the same list');
  }
  const [own, theirs] = [figuresOf(file, lang), figuresOf(original, source.lang)];
  const differing = own.findIndex((figure, index) => figure && theirs[index] && figure !== theirs[index]);
  if (own.length !== theirs.length) {
    warn('metrics', `give ${own.length} outcomes, but ${original.path} gives ${theirs.length}`, 'give the same ones, in the same order');
  } else if (differing !== -1) {
    const message = `give ${own[differing]}, but ${original.path} gives ${theirs[differing]}`;
    warn('metrics', message, 'give the same figures, in the same order');
  }
  return [...diagnostics, ...revealedClient(file, original)].map((diagnostic) => ({ ...diagnostic, related: [original.path] }));
}

/** Find a client in a translation that the original keeps confidential. */
function revealedClient(file: CheckedFile, original: CheckedFile): FieldDiagnostic[] {
  const [{ client }, { client: hidden }] = [file.data, original.data] as [ProjectData, ProjectData];
  if (!hidden?.confidential || !client || client.confidential) return [];
  if (createNameSearch([hidden.name, ...hidden.also]).inText(client.name).length === 0) return [];
  const message = `names the client that ${original.path} keeps confidential`;
  return [errorIn(['client'], message, 'keep it confidential here as well')];
}

/** The figures of each outcome as one text; empty for an outcome in words. */
function figuresOf(file: CheckedFile, lang: string | undefined): string[] {
  const write = ({ value, before, after }: Metric): string => [value, before?.value, after?.value].filter((one) => one != null).join(' → ');
  return outcomesOf(file, lang).map(write);
}

/** Return the original's language when a translation into `lang` would have the same one; undefined otherwise. */
function sameLanguage(original: CheckedFile, lang: string, locale: string | undefined): string | undefined {
  const source = declaredLanguage(original.data) ?? locale;
  return source && matchesLanguage(source, lang) ? source : undefined;
}

/** Whether a tag (`de-AT`) is `lang` or a region of it. */
function matchesLanguage(tag: string, lang: string): boolean {
  return tag.toLowerCase() === lang.toLowerCase() || new Intl.Locale(tag).language === lang.toLowerCase();
}

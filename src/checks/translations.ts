import { isLanguageTag, languageOf, languages } from '../schemas/language.ts';
import type { ProjectData } from '../schemas/project.ts';
import { fold } from '../lib/confidentiality.ts';
import { readOutcomes } from '../metrics/read-outcomes.ts';
import type { Metric } from '../metrics/model/types.ts';
import { technologyKey } from '../lib/technologies.ts';
import { confidentialFindings } from './confidential.ts';
import type { CrossFinding } from './cross-document.ts';
import type { Finding } from '../documents/diagnostic.ts';
import type { ReadFile } from './collection.ts';
import { valueAt } from '../documents/values.ts';

/** Find what is wrong between translations and their originals; `locale` is the language of the site, where it is known. */
export function translationFindings(files: readonly ReadFile[], locale?: string): CrossFinding[] {
  const originals = originalsOf(files);
  return files.flatMap((file): CrossFinding[] => {
    const { lang } = file.named;
    if (lang === null) return [];
    const original = originals.get(keyOf(file));
    const findings = original ? between({ file, lang, original, locale }) : [orphan(file, lang)];
    return findings.map((finding) => ({ path: file.path, finding }));
  });
}

/** List the paths of translations that are not published: into a language without words in the templates, or that of their original. */
export function idleTranslations(files: readonly ReadFile[], locale?: string): ReadonlySet<string> {
  const originals = originalsOf(files);
  const idle = files.filter((file) => {
    const { lang } = file.named;
    const original = originals.get(keyOf(file));
    return lang !== null && (!languageOf(lang) || (original && sourceOf(original, lang, locale) !== undefined));
  });
  return new Set(idle.map(({ path }) => path));
}

interface Pair {
  file: ReadFile;
  lang: string;
  original: ReadFile;
  locale?: string | undefined;
}

const top = { field: [], line: 1, column: 1 } as const;

function originalsOf(files: readonly ReadFile[]): ReadonlyMap<string, ReadFile> {
  return new Map(files.flatMap((file) => (file.named.lang === null ? [[keyOf(file), file]] : [])));
}

/** The language of an original where a translation into `lang` would be in the same; undefined where it is in another. */
function sourceOf(original: ReadFile, lang: string, locale: string | undefined): string | undefined {
  const source = declared(original) ?? locale;
  return source && (sameTag(source, lang) || sameTag(new Intl.Locale(source).language, lang)) ? source : undefined;
}

function keyOf({ collection, named }: ReadFile): string {
  return `${collection}/${named.slug}`;
}

function orphan({ named, path }: ReadFile, lang: string): Finding {
  const alone = path.replace(`.${lang}.`, '.');
  const meant = languageOf(lang)
    ? `write \`${alone}\`, or rename this to it and add \`lang: ${lang}\``
    : `write \`${alone}\`, or rename this`;
  return {
    severity: 'error',
    ...top,
    message: `is named as the translation of \`${named.slug}\` into \`${lang}\`, and there is no \`${named.slug}\``,
    fix: meant,
  };
}

function between(pair: Pair): Finding[] {
  const { file, lang, original, locale } = pair;
  const related = [original.path];
  const found: Finding[] = [];
  const needless = sourceOf(original, lang, locale);
  if (!languageOf(lang)) {
    const message = `is not published: the site has no words for \`${lang}\`, but for ${new Intl.ListFormat('en-GB').format(languages)}`;
    found.push({ severity: 'warning', ...top, message, fix: 'add the words, as README.md says under Languages' });
  } else if (needless) {
    const message = `is not published: ${original.path} is in \`${needless}\` itself`;
    found.push({ severity: 'warning', ...top, message, fix: 'delete one of them, or say in `lang` what the other is written in', related });
  }
  const said = declared(file);
  if (said && !sameTag(said, lang) && !sameTag(new Intl.Locale(said).language, lang)) {
    const message = `says \`${said}\`, where the file's name says \`${lang}\``;
    found.push({ severity: 'warning', field: ['lang'], message, fix: 'delete it: the name is what counts' });
  }
  return [...found, ...facts(pair).map((finding) => ({ ...finding, related }))];
}

/** What both versions state: a reader of one must not be told otherwise than a reader of the other. */
function facts({ file, lang, original }: Pair): Finding[] {
  if (file.collection !== 'projects' || !file.data || !original.data) return [];
  const [here, there] = [file.data, original.data] as [ProjectData, ProjectData];
  const found: Finding[] = [];
  if (here.date !== there.date) {
    const message = `is another date than in ${original.path}, and is not shown: both stand in one order`;
    found.push({ severity: 'warning', field: ['date'], message, fix: there.date ? `write \`${there.date}\`` : 'delete it' });
  }
  const names = ({ technologies }: ProjectData) => technologies.map(technologyKey).toSorted().join('\n');
  if (names(here) !== names(there)) {
    const message = `are not those of ${original.path}, and are not shown: the pages of technologies count a case once`;
    found.push({ severity: 'warning', field: ['technologies'], message, fix: 'write them as there' });
  }
  const [own, theirs] = [figures(here, lang), figures(there, there.lang)];
  const wrong = own.length === theirs.length ? own.find((figure, index) => figure && theirs[index] && figure !== theirs[index]) : undefined;
  if (own.length !== theirs.length) {
    const message = `give ${own.length} outcomes, and ${original.path} gives ${theirs.length}`;
    found.push({ severity: 'warning', field: ['metrics'], message, fix: 'give the same ones, in the same order' });
  } else if (wrong !== undefined) {
    const message = `give ${wrong}, where ${original.path} gives ${theirs[own.indexOf(wrong)] ?? ''}`;
    found.push({ severity: 'warning', field: ['metrics'], message, fix: 'give the same figures, in the same order' });
  }
  return [...found, ...leaks({ file, original })];
}

/** The name that the original hides must not stand in the translation, whatever that calls its client. */
function leaks({ file, original }: Pick<Pair, 'file' | 'original'>): Finding[] {
  const [here, there] = [file.data, original.data] as [ProjectData, ProjectData];
  if (!there.client.confidential || here.client.confidential || !file.document) return [];
  const names = [there.client.name, ...there.client.also];
  const shown = names.some((name) => fold(here.client.name).includes(fold(name)));
  const message = `names the client that ${original.path} keeps confidential`;
  const named: Finding[] = shown ? [{ severity: 'error', field: ['client'], message, fix: 'keep it confidential here as well' }] : [];
  const elsewhere = confidentialFindings({ ...file.document, data: { client: valueAt(original.document?.data, ['client']) } }, '');
  return [...named, ...elsewhere.filter(({ field }) => field[0] !== 'client')];
}

/** The figures of each outcome as one text; empty where it has none. */
function figures(data: ProjectData, lang: string | undefined): string[] {
  const write = ({ value, before, after }: Metric) => [value, before?.value, after?.value].filter((one) => one != null).join(' → ');
  return readOutcomes(data.metrics, data.results_metrics, lang).map(write);
}

function declared({ data }: ReadFile): string | undefined {
  const lang = data && 'lang' in data ? data.lang : undefined;
  return lang !== undefined && isLanguageTag(lang) ? lang : undefined;
}

function sameTag(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

import { graphemeCount } from '../../../src/schemas/scalar.ts';
import { asText, isEmpty, isRecord, keys, normalizeKey, type KeyedValue } from '../front-matter/values.ts';
import { isKnownTechnology } from './known-technologies.ts';
import { toPlainLine } from '../text/plain-text.ts';

/** Keys whose values sort a document among others. */
export const topicKeys = keys(`
  topics topic tags tag categories category keywords skills project_type work_type worktype type meta.type focus
`);

/** What the tags of a document name. */
export interface Tags {
  topics: string[];
  technologies: string[];
  /** Tags that name the collection, mark the document as featured, or occur twice. */
  dropped: string[];
}

interface TagOptions {
  /** Whether a string of `tags` or `categories` is parted at spaces, as in Jekyll. */
  splitsAtSpaces: boolean;
  /** The project's own technologies, in the form of `technologyKey`. */
  glossary: ReadonlySet<string>;
}

/** Read the tags of one key; null if a value is no list of short names. They are topics unless most of them are technologies for certain. */
export function readTags({ key, value }: KeyedValue, { splitsAtSpaces, glossary }: TagOptions): Tags | null {
  const names = splitTags(value, splitsAtSpaces && /^(?:tags|categories)$/.test(normalizeKey(key)));
  if (names === null) return null;
  const kept = names.filter((name, index) => !isNoise(name) && names.indexOf(name) === index);
  const technologies = kept.filter((name) => isKnownTechnology(name, glossary));
  const areTechnologies = technologies.length * 2 > kept.length;
  return {
    topics: kept.filter((name) => !areTechnologies || !technologies.includes(name)),
    technologies: areTechnologies ? technologies : [],
    dropped: names.filter((name, index) => isNoise(name) || names.indexOf(name) !== index),
  };
}

/** Tags that every document of a collection has, and switches of templates. */
const collectionWords =
  /^(?:all|posts?|pages?|blog|articles?|news|home|works?|projects?|portfolios?|case[-_ ]?stud(?:y|ies)|featured|recent|archived?|protected|selected|untranslated)$|^[a-z]+[-_](?:page|post|item)$/i;

/** A language, which the address of the document says already; upper case, as in `IT`, is a topic. */
const languageCode = /^(?:en|de|es|fr|nl|pt|pl|sv|da|cs|ja|zh)$/;

const isNoise = (name: string): boolean => collectionWords.test(name) || languageCode.test(name);

function splitTags(value: unknown, splitsAtSpaces: boolean): string[] | null {
  const text = asText(value);
  // A list in HTML is a part of the page.
  if (/<li\b/i.test(text ?? '')) return null;
  const items =
    text === undefined ? [value].flat().map((item) => asText(isRecord(item) ? onlyValue(item) : item)) : split(text, splitsAtSpaces);
  if (!items.every((item) => item !== undefined)) return null;
  const names = items.map((item) => toPlainLine(item)).filter((name) => name !== '');
  return names.length > 0 && names.every((name) => graphemeCount(name) <= 60 && !/\p{Ll}[.!?]$|^https?:/u.test(name)) ? names : null;
}

/** A map with further values is no tag. */
function onlyValue(map: Record<string, unknown>): unknown {
  const values = Object.values(map).filter((value) => !isEmpty(value));
  return values.length === 1 ? values[0] : undefined;
}

function split(text: string, splitsAtSpaces: boolean): string[] {
  if (/[,;|]/.test(text)) return text.split(/\s*[,;|]\s*/);
  return splitsAtSpaces ? text.split(/\s+/) : [text];
}

import { asText, findText, isEmpty, isRecord, normalizeKey } from '../front-matter/values.ts';
import { toPlainWords } from '../text/plain-text.ts';
import { protectCode } from '../text/protect-code.ts';

/** A value that its author labelled, `Client: Harbour Office`, outside the top level of the front matter. */
export interface LabelledValue {
  /** The label in the form of `normalizeKey`. */
  name: string;
  value: unknown;
  /** The paths of the front matter that hold the label and the value, such as `sidebar[0].text`; empty if other text surrounds them. */
  paths: string[];
}

/**
 * Find the labelled values of a document: keys of nested maps, lists of `{title: Client, text: X}`, and lines such as `**Client:** X` in the
 * front matter and in `body`.
 */
export function findLabelledValues(data: Record<string, unknown>, body: string): LabelledValue[] {
  const nested = Object.entries(data).flatMap(([key, value]) => (unrelatedKeys.test(normalizeKey(key)) ? [] : fromValue(value, key, 0)));
  return [...nested, ...fromText(protectCode(body).text).map((pair) => ({ ...pair, paths: [] }))];
}

/** Maps whose keys describe something other than the work. */
const unrelatedKeys =
  /^(?:seo|og|open_graph|twitter|meta_?data|images?|testimonials?|quotes?|reviews?|client_feedback|authors?|related.*|next|previous|links?|buttons?|cta.*|extra|sitemap|cover|thumbnail)$/;

function fromValue(value: unknown, path: string, depth: number): LabelledValue[] {
  if (depth > 3) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => fromItem(item, `${path}[${index}]`, depth));
  if (isRecord(value)) {
    return Object.entries(value).flatMap(([key, inner]) => [
      ...(isFact(inner) ? [{ name: normalizeKey(key), value: inner, paths: [`${path}.${key}`] }] : []),
      ...fromValue(inner, `${path}.${key}`, depth + 1),
    ]);
  }
  const pairs = fromText(asText(value) ?? '');
  const isAlone = pairs.length === 1 && toPlainWords(asText(value) ?? '').replace(/<[^>]*>/g, '').length <= textLength(pairs[0]) + 6;
  return pairs.map((pair) => ({ ...pair, paths: isAlone ? [path] : [] }));
}

/** A map in a list is a pair if one of its keys is a label and another a value. */
function fromItem(item: unknown, path: string, depth: number): LabelledValue[] {
  if (!isRecord(item)) return fromValue(item, path, depth + 1);
  const label = findText(item, 'label', 'title', 'name', 'key', 'term', 'heading');
  const entry = Object.entries(item).find(([key, value]) => valueKeys.has(normalizeKey(key)) && isFact(value));
  if (label === undefined || entry === undefined || label.length > 40) return fromValue(item, path, depth + 1);
  const labelKey = Object.keys(item).find((key) => asText(item[key]) === label) ?? '';
  return [{ name: labelName(label), value: entry[1], paths: [`${path}.${labelKey}`, `${path}.${entry[0]}`] }];
}

const valueKeys = new Set(['value', 'text', 'description', 'content', 'detail', 'details', 'data', 'info']);

/** Find lines that consist of a label in bold, a colon and a short value. */
function fromText(text: string): { name: string; value: string }[] {
  const bold =
    /^[ \t]*(?:[-*+][ \t]+|<li>|<p>)?(\*\*|__|<strong>|<b>)[ \t]*([\p{L}][^\n:*<]{1,30}?)[ \t]*(:?)[ \t]*(?:\*\*|__|<\/strong>|<\/b>)[ \t]*(:?)[ \t]*(\S[^\n]{0,200})$/gmu;
  return [...text.matchAll(bold)].flatMap(([, , label = '', inside, outside, value = '']) => {
    const words = toPlainWords(value.replace(/<br\s*\/?>|\\$/gi, '').replace(/<[^>]*>/g, ' '));
    return (inside || outside) && isShort(words) ? [{ name: labelName(label), value: words }] : [];
  });
}

/** A sentence after a bold word is prose. */
function isShort(words: string): boolean {
  return (
    words !== '' && words.length <= 120 && (!/\p{Ll}[.!?]$|[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(words) || words.split(' ').length <= 5)
  );
}

function labelName(label: string): string {
  return normalizeKey(label.replace(/[:：]\s*$/, '').replace(/[*_`]/g, ''));
}

function textLength(pair: { name: string; value: string } | undefined): number {
  return (pair?.name.length ?? 0) + (pair?.value.length ?? 0);
}

function isFact(value: unknown): boolean {
  if (isEmpty(value)) return false;
  return asText(value) !== undefined || (Array.isArray(value) && value.every((item) => asText(item) !== undefined));
}

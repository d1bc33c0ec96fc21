import { graphemeCount } from '../../../src/schemas/scalar.ts';
import { asText, findText, findTextEntry, isRecord, normalizeKey, valuesBeside } from '../front-matter/values.ts';
import type { FieldValue, ReaderContext } from './field-reader.ts';
import { toPlainLine } from '../text/plain-text.ts';

/** Read a quotation with its author, role and company, from a map or from keys beside it, such as `quote_author`. */
export function readTestimonial(value: unknown, context: ReaderContext): FieldValue | null {
  const [first, ...others] = [value].flat();
  const map = isRecord(first) ? first : {};
  const quote = asText(first) ?? findText(map, 'quote', 'text', 'content', 'body', 'testimonial', 'message', 'blockquote', 'long');
  if (quote === undefined || quote.trim() === '' || /^(?:true|false)$/.test(quote)) return null;
  const used = [quote];
  const find = (names: readonly string[], beside: readonly string[]): string | undefined => {
    const written = isRecord(first) ? findText(map, ...names) : attributions(context, beside);
    if (written === undefined) return undefined;
    used.push(written);
    const line = toPlainLine(written).replace(/^[—–-]\s*|[,;]$/g, '');
    return line !== '' && graphemeCount(line) <= 120 ? line : undefined;
  };
  const testimonial = {
    quote: unquote(context.markdown(quote, context.key).trim()),
    author: find(
      ['author', 'name', 'person', 'attribution', 'figcaption', 'cite', 'by', 'client'],
      ['author', 'name', 'by', 'attribution', 'attr', 'person', 'cite'],
    ),
    role: find(
      ['role', 'title', 'position', 'job_title', 'job'],
      ['role', 'title', 'position', 'author_position', 'author_title', 'author_role'],
    ),
    company: find(
      ['company', 'organization', 'organisation', ...(findText(map, 'figcaption') === undefined ? [] : ['cite'])],
      ['company', 'organisation', 'organization', 'author_company'],
    ),
  };
  return { value: testimonial, rest: [...valuesBeside(map, used), ...others] };
}

/** The page sets quotation marks itself. */
function unquote(text: string): string {
  const [, words] = /^["“„«]([^"“”„«»]+)["”“»]$/.exec(text) ?? [];
  return words?.trim() ?? text;
}

/** The keys beside a quotation that attribute it, by the key of the quotation. */
function attributions({ data, key, use }: ReaderContext, parts: readonly string[]): string | undefined {
  const base = normalizeKey(key).replace(/_long$|s$/, '');
  const names = parts.map((part) => `${base}_${part}`);
  if (/^(?:client|customer)_/.test(base)) names.push(...parts.map((part) => `${base.split('_')[0] ?? ''}_${part}`));
  // A title beside a name is the document's.
  else if (base === 'quote') names.push(...parts.filter((part) => part !== 'title'));
  const entry = findTextEntry(data, names);
  if (entry) use(entry.key);
  return entry?.text;
}

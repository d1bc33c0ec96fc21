import { z } from 'zod';
import { asTyped, text } from './scalar.ts';

/** A full web or mail address: http, https or mailto. */
export const address = () =>
  z
    .preprocess(asTyped, z.string({ error: 'must be an address' }).trim())
    .superRefine((value, ctx) => {
      const fault = addressFault(value);
      if (fault !== null) ctx.addIssue({ code: 'custom', message: fault });
    })
    .meta({ type: 'string', format: 'uri' });

/** Say why something is no address we publish, as the rest of a sentence about it; null when it is one. */
export function addressFault(value: string): string | null {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value)?.[1]?.toLowerCase();
  if (/[\s\p{Cc}]/u.test(value)) return 'must be an address without blanks';
  if (scheme === undefined || /^[^/]+\.[^/]+:\d/.test(value)) return 'must be a full address that begins with https://, http:// or mailto:';
  if (!schemes.has(scheme)) return `must be an http(s) or mailto address, not \`${scheme}:\``;
  if (scheme === 'mailto') return /^mailto:[^@?]+@[^@?]+/i.test(value) ? null : 'must name a mail address after mailto:';
  return /^https?:\/\/[^/?#]/i.test(value) && URL.canParse(value) ? null : 'must name a host after https://';
}

/** A link the author gives with its words. */
export const link = z.strictObject(
  {
    label: text().describe('The words of the link'),
    url: address().describe('Where it leads: http(s) or mailto'),
  },
  { error: ({ code }) => (code === 'invalid_type' ? 'must be {label, url}' : undefined) },
);

/** A path at which the document used to be found; it will redirect to the page. */
export const formerPath = () =>
  z
    .preprocess(asTyped, z.string({ error: 'must be a path' }).trim())
    .superRefine((value, ctx) => {
      const fault = formerPathFault(value);
      if (fault !== null) ctx.addIssue({ code: 'custom', message: fault });
    })
    .meta({ type: 'string', pattern: '^/' });

/** One former path or a list of them, always read as a list. */
export const formerPaths = () =>
  z
    .preprocess(
      (value) => (typeof asTyped(value) === 'string' ? [value] : value),
      z.array(formerPath(), { error: 'must be a path or a list of paths' }),
    )
    .default([])
    .meta({ type: undefined, items: undefined, anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] });

const schemes = new Set(['http', 'https', 'mailto']);

function formerPathFault(value: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(value) || value.startsWith('//')) return 'must be a path, without scheme and host';
  if (!value.startsWith('/')) return 'must begin with a slash';
  if (/[?#]/.test(value)) return 'must have no query and no fragment';
  if (/[\\\s\p{Cc}]/u.test(value)) return 'must have no blank and no backslash';
  if (value.split('/').some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment))) return 'must have no `.` or `..` in it';
  return null;
}

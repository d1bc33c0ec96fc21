import { z } from 'zod';
import { inputShapes } from './json-shape.ts';
import { mustBe, refusedBy, sourceText, text } from './scalar.ts';

/** A full web or mail address: http, https or mailto. */
export const address = () =>
  z
    .preprocess(sourceText, z.string({ error: 'must be an address' }).trim())
    .superRefine(refusedBy(checkAddress))
    .meta({ type: 'string', format: 'uri' });

/** Return why a text cannot be published as an address, as a predicate (`must be …`); null when it can. */
export function checkAddress(value: string): string | null {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value)?.[1]?.toLowerCase();
  if (/[\s\p{Cc}]/u.test(value)) return 'must be an address without spaces';
  if (scheme === undefined || /^[^/]+\.[^/]+:\d/.test(value)) return 'must be a full address that starts with https://, http:// or mailto:';
  if (!schemes.has(scheme)) return `must be an http(s) or mailto address, not \`${scheme}:\``;
  if (scheme === 'mailto') return /^mailto:[^@?]+@[^@?]+/i.test(value) ? null : 'must have an email address after mailto:';
  return /^https?:\/\/[^/?#]/i.test(value) && URL.canParse(value) ? null : 'must have a host after https://';
}

/** A web address of the owner's. `error` says what it must be. */
export function webAddress(error: string, protocol = /^https?$/) {
  const check = (value: string): string | null => {
    // What is no such address is reported already.
    if (!URL.canParse(value) || !protocol.test(new URL(value).protocol.slice(0, -1))) return null;
    return publishesPassword(value) ?? (isPlain(value) ? null : error);
  };
  return z.url({ protocol, error: ({ input }) => (input === undefined ? undefined : error) }).superRefine(refusedBy(check));
}

/** The origin of an https address of the owner's. */
export function httpsOrigin(error = 'must be an https: address') {
  return z.url({ protocol: /^https$/, error }).transform((address) => new URL(address).origin);
}

/** Return why a full address would publish a secret, with the fix; null when it would not. */
export function publishesPassword(address: string): string | null {
  const { username, password } = new URL(address);
  return username || password ? 'contains a user name or password, which every reader could see; leave it out' : null;
}

/** A link with its text. */
export const link = z.strictObject(
  {
    label: text().describe('Text of the link'),
    url: linkTarget().describe('Address of the link: http(s), mailto, or the path of a file in `public/`, like /report.pdf'),
  },
  mustBe('{label, url}'),
);

/** An old path of the document, which will redirect to the page. */
export const formerPath = () =>
  z
    .preprocess(sourceText, z.string({ error: 'must be a path' }).trim())
    .superRefine(refusedBy(checkFormerPath))
    .meta(pathShape);

/** One old path or a list of them, always parsed as a list. */
export const formerPaths = () =>
  z
    .preprocess(
      (value) => (typeof sourceText(value) === 'string' ? [value] : value),
      z.array(formerPath(), { error: 'must be a path or a list of paths' }),
    )
    .default([])
    .meta(inputShapes(pathShape, { type: 'array', items: pathShape }));

/** An address, or the path of a file in `public/`, which starts with a slash. */
function linkTarget() {
  return z
    .preprocess(sourceText, z.string({ error: 'must be an address' }).trim())
    .superRefine(refusedBy((value) => (/^\/(?!\/)/.test(value) ? checkPath(value) : checkAddress(value))))
    .meta({ type: 'string', format: 'uri-reference' });
}

const pathShape = { type: 'string', pattern: '^/' } as const;
const encoder = new TextEncoder();
/** File systems take names of 255 bytes; hosts and caches add to them. */
const longestName = 200;
const schemes = new Set(['http', 'https', 'mailto']);

function checkFormerPath(value: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(value) || value.startsWith('//')) return 'must be a path, without a scheme and host';
  return value.startsWith('/') ? checkPath(value) : 'must start with a slash';
}

/** Whether an address has no blanks, and a host that no policy takes for a pattern. */
function isPlain(address: string): boolean {
  return !/[\s\p{Cc}]/u.test(address) && /^(?:[\w.-]+|\[[\da-f:.]+\])$/i.test(new URL(address).hostname);
}

function isEncoded(path: string): boolean {
  try {
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
}

function checkPath(value: string): string | null {
  if (/[?#]/.test(value)) return 'must not have a query or a fragment';
  if (/[\\\s\p{Cc}]/u.test(value)) return 'must not contain spaces or backslashes';
  if (/[{}`*]|\/:/.test(value)) return 'must not contain `*`, braces, backquotes or `/:`, which hosts read as patterns';
  if (/%(?:2f|5c|[01][\da-f]|7f)/i.test(value)) return 'must not contain an encoded slash, backslash or control character';
  if (!isEncoded(value)) return 'contains a percent sign that encodes nothing; write `%25` for it';
  if (value.split('/').some((segment) => encoder.encode(segment).length > longestName))
    return `must not have a part of more than ${longestName} bytes between slashes`;
  if (value.split('/').some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment))) return 'must not contain `.` or `..` segments';
  return null;
}

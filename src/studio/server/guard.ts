import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { tokenHeader } from '../api.ts';
import { Refusal } from './refusal.ts';

/**
 * List the hosts of a server, as requests to it name them: those of this computer, and those of its own addresses. Any other name would be
 * one that a foreign site has made lead here.
 */
export function hostsOf({ port, addresses }: { port: number; addresses: readonly string[] }): ReadonlySet<string> {
  const names = ['localhost', '127.0.0.1', '[::1]', ...addresses.map((address) => new URL(address).hostname)];
  return new Set(names.map((name) => new URL(`http://${name}:${port}`).host));
}

/** Refuse a request that another site has made: one to a foreign host, from a foreign page, or from a page of another origin. */
export function refuseForeign(headers: IncomingHttpHeaders, hosts: ReadonlySet<string>): void {
  const { host = '', origin, 'sec-fetch-site': site = 'none' } = headers;
  if (!hosts.has(host.toLowerCase()))
    throw new Refusal(403, `The studio does not answer at \`${host}\`.`, { fix: 'Open the address that `npm run studio` prints.' });
  if (origin !== undefined && origin !== `http://${host.toLowerCase()}`) throw fromElsewhere;
  if (site !== 'none' && site !== 'same-origin') throw fromElsewhere;
}

const fromElsewhere = new Refusal(403, 'The request comes from another site.', { fix: 'Use the page of the studio.' });

/** Whether a server answers this computer alone, by the address that it listens at. */
export function isLocal(address: string): boolean {
  return /^(?:127\.|::1$)/.test(address);
}

/**
 * Refuse the page to those in the network who do not know the address that the terminal prints: it has the token, and whoever has opened
 * it keeps the token in a cookie. Returns that cookie when the address has it.
 */
export function refuseStrangers({ cookie = '' }: IncomingHttpHeaders, given: string | null, { token, path }: Guarded): string | null {
  const name = 'studio-token';
  if (given !== null && isSame(given, token)) return `${name}=${token}; Path=${path}; HttpOnly; SameSite=Strict`;
  const kept = cookie.split('; ').find((one) => one.startsWith(`${name}=`)) ?? '';
  if (isSame(kept.slice(name.length + 1), token)) return null;
  throw new Refusal(403, 'The studio is open to those who know its address alone.', {
    fix: 'Open the address that `npm run studio` prints in its terminal, with everything behind `?`.',
  });
}

interface Guarded {
  token: string;
  /** The path of the studio. */
  path: string;
}

/** Compare a text with the token, in the same time for every wrong one. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

/** Refuse a request without the token of the page. */
export function refuseWithoutToken(headers: IncomingHttpHeaders, token: string): void {
  const given = headers[tokenHeader];
  if (typeof given !== 'string' || !isSame(given, token))
    throw new Refusal(403, 'The studio was started anew, or the request is not from its page.', {
      fix: 'Copy what is not saved, and reload the page.',
    });
}

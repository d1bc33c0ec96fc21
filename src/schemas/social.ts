import { z } from 'zod';
import { webAddress } from './address.ts';
import { ownerText } from './owner-text.ts';

/** Your accounts on other sites: addresses, or addresses with a name. */
export const social = z
  .array(
    z
      .union([address(), z.strictObject({ name: ownerText(40).describe('Name of the link'), url: address().describe('Address') })], {
        error: 'must be an address, or { name, url }',
      })
      .transform((entry) => (typeof entry === 'string' ? { name: nameOfAccount(entry), url: entry } : entry)),
  )
  .default([])
  .describe(
    'Your accounts on other sites, in the footer by their names, in structured data and with rel=me; an address alone is named after its site',
  );

/** Name the site of an account: the name it gives itself, Mastodon for any other host with an address like `/@ann`, else the host. */
function nameOfAccount(address: string): string {
  const { hostname, pathname } = new URL(address);
  const known = names.find(([host]) => hostname === host || hostname.endsWith(`.${host}`));
  if (known) return known[1];
  return /^\/@[^/]+\/?$/.test(pathname) ? 'Mastodon' : hostname.replace(/^www\./, '');
}

function address() {
  return webAddress('must be a full address, like https://github.com/ann');
}

const names: readonly (readonly [host: string, name: string])[] = [
  ['github.com', 'GitHub'],
  ['gitlab.com', 'GitLab'],
  ['codeberg.org', 'Codeberg'],
  ['bitbucket.org', 'Bitbucket'],
  ['sr.ht', 'SourceHut'],
  ['stackoverflow.com', 'Stack Overflow'],
  ['linkedin.com', 'LinkedIn'],
  ['xing.com', 'Xing'],
  ['malt.com', 'Malt'],
  ['bsky.app', 'Bluesky'],
  ['x.com', 'X'],
  ['twitter.com', 'X'],
  ['threads.net', 'Threads'],
  ['threads.com', 'Threads'],
  ['facebook.com', 'Facebook'],
  ['instagram.com', 'Instagram'],
  ['pinterest.com', 'Pinterest'],
  ['tiktok.com', 'TikTok'],
  ['youtube.com', 'YouTube'],
  ['vimeo.com', 'Vimeo'],
  ['twitch.tv', 'Twitch'],
  ['dribbble.com', 'Dribbble'],
  ['behance.net', 'Behance'],
  ['are.na', 'Are.na'],
  ['figma.com', 'Figma'],
  ['codepen.io', 'CodePen'],
  ['flickr.com', 'Flickr'],
  ['read.cv', 'Read.cv'],
  ['medium.com', 'Medium'],
  ['substack.com', 'Substack'],
  ['dev.to', 'DEV'],
  ['hashnode.dev', 'Hashnode'],
  ['speakerdeck.com', 'Speaker Deck'],
  ['goodreads.com', 'Goodreads'],
  ['orcid.org', 'ORCID'],
  ['scholar.google.com', 'Google Scholar'],
  ['researchgate.net', 'ResearchGate'],
  ['npmjs.com', 'npm'],
  ['matrix.to', 'Matrix'],
  ['t.me', 'Telegram'],
];

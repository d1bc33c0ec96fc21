import { describe, expect, test } from 'vitest';
import { fileAt, redirects, urls } from './dist.ts';
import { documents, leaves, type SourceDocument } from './documents.ts';

const all = documents();
const redirectPages = redirects();

/** List the old addresses of a document, without its current one. */
function oldAddresses({ slug, fields }: SourceDocument): string[] {
  const addresses = ['aliases', 'redirect_from', 'permalink'].flatMap((key) => leaves(fields[key]).map(({ text }) => text));
  return addresses.filter((address) => address.replace(/\/$/, '') !== `/projects/${slug}`);
}

const addresses = (hidden: boolean) =>
  all
    .filter((document) => document.hidden === hidden)
    .flatMap((document) => oldAddresses(document).map((address) => ({ address, slug: document.slug })));

describe.each(addresses(false))('$address', ({ address, slug }) => {
  const page = urls.absolute(urls.page('projects', slug));
  const found = redirectPages.find(({ file }) => file === fileAt(urls.file(address)))?.document;

  test('redirects to the case study and names its address as canonical', () => {
    const refresh = found?.querySelector('meta[http-equiv=refresh]')?.getAttribute('content') ?? '';
    const [, target = ''] = /^0;\s*url=(.+)$/i.exec(refresh) ?? [];
    expect(new URL(target, page).href).toBe(page);
    expect(found?.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(page);
    expect(found?.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    expect(found?.querySelector('a')?.getAttribute('href')).toBe(target);
  });

  test('has no scripts and no styles', () => expect(found?.querySelectorAll('script, style, [style]')).toHaveLength(0));
});

test.each(addresses(true))('$address, of a hidden case study, has no file', ({ address }) => {
  expect(fileAt(urls.file(address))).toBeNull();
});

test('no other file redirects', () => {
  const expected = addresses(false).map(({ address }) => fileAt(urls.file(address)));
  expect(expected.length).toBeGreaterThan(5);
  expect(redirectPages.map(({ file }) => file).toSorted()).toEqual(expected.toSorted());
});

import { describe, expect, test } from 'vitest';
import { fileAt, redirects, urls } from './dist.ts';
import { documents, leaves, type SourceDocument } from './documents.ts';

const all = documents();
const moved = redirects();

/** The addresses a document has answered at before, its own left out. */
function formerAddresses({ slug, fields }: SourceDocument): string[] {
  const written = ['aliases', 'redirect_from', 'permalink'].flatMap((key) => leaves(fields[key]).map(({ text }) => text));
  return written.filter((address) => address.replace(/\/$/, '') !== `/projects/${slug}`);
}

const addresses = (hidden: boolean) =>
  all
    .filter((document) => document.hidden === hidden)
    .flatMap((document) => formerAddresses(document).map((address) => ({ address, slug: document.slug })));

describe.each(addresses(false))('$address', ({ address, slug }) => {
  const page = urls.absolute(urls.page('projects', slug));
  const found = moved.find(({ file }) => file === fileAt(urls.file(address)))?.document;

  test('leads to the case study, whose address is the one to keep', () => {
    const refresh = found?.querySelector('meta[http-equiv=refresh]')?.getAttribute('content') ?? '';
    const [, target = ''] = /^0;\s*url=(.+)$/i.exec(refresh) ?? [];
    expect(new URL(target, page).href).toBe(page);
    expect(found?.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(page);
    expect(found?.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    expect(found?.querySelector('a')?.getAttribute('href')).toBe(target);
  });

  test('runs nothing', () => expect(found?.querySelectorAll('script, style, [style]')).toHaveLength(0));
});

test.each(addresses(true))('$address, of a hidden case study, answers nothing', ({ address }) => {
  expect(fileAt(urls.file(address))).toBeNull();
});

test('nothing else leads on', () => {
  const expected = addresses(false).map(({ address }) => fileAt(urls.file(address)));
  expect(expected.length).toBeGreaterThan(5);
  expect(moved.map(({ file }) => file).toSorted()).toEqual(expected.toSorted());
});

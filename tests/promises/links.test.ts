import { describe, expect, test } from 'vitest';
import { fileAt, files, isSecret, pages, parseHtml, read, redirects, site, urls, type Page } from '../site/dist.ts';

/** The attributes that hold an address; `srcset` holds several. */
const addresses = [
  ['a[href], area[href], link[href]', 'href'],
  ['[src]', 'src'],
  ['[srcset]', 'srcset'],
  ['link[imagesrcset]', 'imagesrcset'],
  ['video[poster]', 'poster'],
  ['astro-island', 'component-url'],
  ['meta[property="og:image"], meta[property="og:url"]', 'content'],
] as const;

/** Say what is wrong with an address on a page; null for one that exists or is on another site. */
function errorOf(address: string, { url, document }: Pick<Page, 'url' | 'document'>): string | null {
  if (!URL.canParse(address, url)) return `${address} is no address`;
  const target = new URL(address, url);
  if (target.origin !== new URL(site.url).origin) {
    return /^(?:https?|mailto):$/.test(target.protocol) ? null : `${address} is neither http(s) nor mailto`;
  }
  const file = fileAt(target.pathname);
  if (!file) return `${address} leads to no file`;
  if (!target.hash) return null;
  const destination = target.pathname === new URL(url).pathname ? document : parsed(file);
  return destination.getElementById(decodeURIComponent(target.hash.slice(1))) ? null : `${address} leads to no element`;
}

function addressesOf(document: Document): string[] {
  return addresses.flatMap(([selector, name]) =>
    [...document.querySelectorAll(selector)].flatMap((element) => {
      const value = element.getAttribute(name) ?? '';
      return name.endsWith('srcset') ? value.split(',').map((candidate) => candidate.trim().split(/\s+/)[0] ?? '') : [value];
    }),
  );
}

const documents = new Map<string, Document>();

function parsed(file: string): Document {
  const document = documents.get(file) ?? parseHtml(read(file));
  documents.set(file, document);
  return document;
}

describe.each(pages())('$path', (page) => {
  test('links only to files and elements that exist', () => {
    const found = [...new Set(addressesOf(page.document))];
    expect(found.length).toBeGreaterThan(5);
    expect(found.flatMap((address) => errorOf(address, page) ?? [])).toEqual([]);
  });

  test('names only files that exist in its style sheets', () => {
    const css = [...page.document.querySelectorAll('style')].map(({ textContent }) => textContent ?? '').join('\n');
    const used = [...css.matchAll(/url\((["']?)(?!data:)([^"')]+)\1\)/g)].map(([, , address = '']) => address);
    expect(used.flatMap((address) => errorOf(address, page) ?? [])).toEqual([]);
  });

  test('opens and closes only dialogs that exist', () => {
    const commanded = [...page.document.querySelectorAll('[popovertarget]')].map((button) => button.getAttribute('popovertarget') ?? '');
    expect(commanded.filter((id) => page.document.getElementById(id)?.localName !== 'dialog')).toEqual([]);
  });
});

test('every page is linked from another', () => {
  const linked = new Set(
    pages().flatMap((page) =>
      addressesOf(page.document).map((address) => (URL.canParse(address, page.url) ? fileAt(new URL(address, page.url).pathname) : null)),
    ),
  );
  const redirected = redirects().map(({ file }) => file);
  const reached = new Set(['404.html', ...linked, ...redirected]);
  expect(files().filter((file) => file.endsWith('.html') && !reached.has(file) && !isSecret(file))).toEqual([]);
});

test('no public page leads to a page that only its address leads to', () => {
  const secret = files()
    .filter(isSecret)
    .map((file) => file.split('/')[1] ?? '');
  const telling = files().filter((file) => !isSecret(file) && /\.(?:html|xml|json|txt|md|css|js)$|^_/.test(file));
  expect(telling.filter((file) => secret.some((code) => read(file).includes(code)))).toEqual([]);
});

describe('the test reports', () => {
  const [page] = pages();
  test.each([
    ['/nowhere/', 'leads to no file'],
    [`${urls.page()}#nowhere`, 'leads to no element'],
    ['javascript:alert(1)', 'is neither http(s) nor mailto'],
    ['https://', 'is no address'],
  ])('%s', (address, error) => expect(page && errorOf(address, page)).toBe(`${address} ${error}`));
});

import { describe, expect, test } from 'vitest';
import { defineSite, type SiteInput } from '../../src/schemas/site.ts';

const written = (overrides: Record<string, unknown> = {}) =>
  ({
    name: 'Marlow',
    url: 'https://example.com',
    promise: 'We measure.',
    description: 'Case studies.',
    about: 'A practice.',
    author: { name: 'Ann', email: 'ann@example.com' },
    ...overrides,
  }) as SiteInput;

/** Return the error message for invalid options. */
const errorOf = (overrides: Record<string, unknown>): string => {
  try {
    defineSite(written(overrides));
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

test('options have defaults', () => {
  expect(defineSite(written())).toMatchObject({
    ...{ base: '/', trailingSlash: 'always', locale: 'en-GB', feedLength: 30, aiCrawlers: 'all', cardFonts: [] },
    author: { kind: 'organization', profiles: [] },
  });
});

test('a locale is canonicalised', () => expect(defineSite(written({ locale: 'DE-at' })).locale).toBe('de-AT'));

test('frames are reduced to their origins, and need trusted HTML', () => {
  const frames = ['https://player.example.com/embed/?a=1'];
  expect(defineSite(written({ markdown: { html: 'trusted', frames } })).markdown.frames).toEqual(['https://player.example.com']);
  expect(errorOf({ markdown: { frames } })).toContain("needs html: 'trusted', without which frames are removed\n  → at markdown.frames");
  expect(errorOf({ markdown: { html: 'trusted', frames: ['http://example.com', '*'] } })).toMatch(
    /an https: address\n.*frames\[0\]\n.*an https: address/,
  );
});

describe('the error lists', () => {
  test('every invalid option at once', () => {
    expect(errorOf({ url: undefined, nam: 'x', locale: 'english', aiCrawlers: 'some', security: { contact: 'me' } }))
      .toMatchInlineSnapshot(`
      "src/site.config.ts
      ✖ Unrecognized key: "nam"
      ✖ is missing; write the address of the published site, like url: 'https://example.com'
        → at url
      ✖ must be a BCP 47 language tag, like en-GB
        → at locale
      ✖ Invalid option: expected one of "all"|"answers"|"none"
        → at aiCrawlers
      ✖ must be an https: or mailto: address
        → at security.contact"
    `);
  });

  test('the available languages', () => {
    expect(errorOf({ locale: 'it-CH' })).toMatchInlineSnapshot(`
      "src/site.config.ts
      ✖ \`it-CH\` has no texts; the site has en, de, fr and es. Translate src/i18n/strings/en.ts, see README.md, Languages
        → at locale"
    `);
  });

  test.each([
    ['a path', 'https://example.com/a/b/', "`https://example.com/a/b/` has a path; write url: 'https://example.com' and base: '/a/b'"],
    ['a query', 'https://example.com/?a', "`https://example.com/?a` has a query or fragment; write 'https://example.com'"],
    [
      'no scheme',
      'example.com',
      "`example.com` is not a full address; write the address of the published site, like url: 'https://example.com'",
    ],
    [
      'another scheme',
      'ftp://example.com',
      "`ftp://example.com` is not a full address; write the address of the published site, like url: 'https://example.com'",
    ],
    ['a password', 'https://a:b@example.com', "contains a user name or password; write 'https://example.com'"],
  ])('the fix for a url with %s', (_case, url, fix) => {
    expect(errorOf({ url })).toBe(`src/site.config.ts\n✖ ${fix}\n  → at url`);
  });
});

test.each(['/', '/work', '/work/', '/my-work/2024/', '/~ada/v1.2'])('%s is a valid base', (base) => {
  expect(defineSite(written({ base })).base).toBe(base);
});

test.each(['/büro/', '/b%C3%BCro/', 'work', '/a b', '/a?b', `/${'case-studies-of-the-practice'.repeat(3)} `])('%s is no base', (base) => {
  expect(errorOf({ base })).toContain('must be a path that starts with a slash and has only a–z, digits, hyphens and the like');
});

test.each(['https://example.com', 'https://example.com/', 'http://localhost:4321'])(
  '%s is a valid url, without its trailing slash',
  (url) => {
    expect(defineSite(written({ url })).url).toBe(url.replace(/\/$/, ''));
  },
);

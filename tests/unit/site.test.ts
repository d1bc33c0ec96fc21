import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseOptions } from '../../src/schemas/option-errors.ts';
import { defineSite, siteSchema, type SiteInput } from '../../src/schemas/site.ts';
import { wordErrors } from '../../src/schemas/words.ts';

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
    ...{ author: { kind: 'organization' }, contact: {}, social: [], translations: {} },
    theme: { type: 'report' },
  });
});

describe('what would harm the site is refused', () => {
  const invisible = (code: string) => `contains the invisible character U+${code}; delete it, or type the text again`;
  const password = 'contains a user name or password, which every reader could see; leave it out';
  const receiver = "must be the https: address that receives the form, like 'https://formspree.io/f/abcdwxyz', or 'netlify'";
  const account = 'must be a full address, like https://github.com/ann';

  test.each([
    [{ name: ' \n ' }, 'is empty', 'name'],
    [{ promise: 'We\u0000build.' }, invisible('0000'), 'promise'],
    [{ about: 'Left \u202Etfel' }, invisible('202E'), 'about'],
    [{ words: { work: 'Wo\u0007rk' } }, invisible('0007'), 'words.work'],
    [{ navigation: [{ label: '\t', url: 'https://a.example' }] }, 'is empty', 'navigation[0].label'],
    [{ navigation: [{ label: 'x', url: 'https://ann:pw@a.example' }] }, password, 'navigation[0].url'],
    [{ contact: { form: 'https://ann@forms.example/f' } }, password, 'contact.form'],
    [{ contact: { form: 'https://*.forms.example/f' } }, receiver, 'contact.form'],
    [{ contact: { form: "https://forms.example'/f" } }, receiver, 'contact.form'],
    [{ contact: { booking: 'https://cal.example/a b' } }, 'must be an https: address', 'contact.booking'],
    [{ social: ['https://forge.example/a b'] }, account, 'social[0]'],
    [{ social: [{ name: '', url: 'https://forge.example' }] }, 'is empty', 'social[0].name'],
    [{ social: [{ name: 'Forge' }] }, 'is missing', 'social[0].url'],
    [{ source: 'javascript:alert(1)' }, 'must be a full address, like https://github.com/ann/site', 'source'],
    [{ theme: { mark: 'Plate' } }, expect.stringContaining("must be 'plate', 'initials' or the path of an SVG"), 'theme.mark'],
    [{ base: '/work/../x' }, expect.stringContaining('must be a path that starts with a slash'), 'base'],
  ])('%j', (options, message, field) => {
    const { data, errors } = parseOptions(siteSchema, written(options));
    const found = data ? wordErrors({ ...data, voice: 'person' }) : errors;
    expect(found.map((error) => [error.message, z.core.toDotPath(error.path)])).toEqual([[message, field]]);
  });

  test('line breaks and blanks of the source are none of the text', () => {
    expect(defineSite(written({ about: '\n  Two lines\n  of source. ' })).about).toBe('Two lines of source.');
  });

  test.each(['https://forms.example/f?to=a&b=c#d', 'https://bücher.example/f', 'https://forms.example:8443/f', 'https://[::1]/f'])(
    'a form may be sent to %s',
    (form) => expect(defineSite(written({ contact: { form } })).contact.form).toBe(form),
  );
});

test('the length of a text is counted in characters as readers see them', () => {
  const name = '👩‍👩‍👧‍👦'.repeat(60);
  expect(defineSite(written({ name })).name).toBe(name);
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
  test('the new place of the mark', () => {
    expect(errorOf({ mark: 'plate' })).toContain("`mark` is not an option; write it in `theme`, like theme: { mark: 'plate' }");
  });

  test.each([{ type: 'press' }, { mark: 'plates' }, { mark: '/logo.svg' }, { mark: 'src/assets/logo.png' }, { face: 'serif' }])(
    'what is no value of the theme: %o',
    (theme) => expect(errorOf({ theme })).toMatch(/→ at theme/),
  );

  test('every invalid option at once', () => {
    expect(errorOf({ url: undefined, nam: 'x', locale: 'english', aiCrawlers: 'some', security: { contact: 'me' } }))
      .toMatchInlineSnapshot(`
        "src/site.config.ts
        ✖ is missing; write the address of the published site, like url: 'https://example.com'
          → at url
        ✖ must be a BCP 47 language tag, like en-GB
          → at locale
        ✖ \`some\` is not one of its values; write \`all\`, \`answers\` or \`none\`
          → at aiCrawlers
        ✖ must be an https: or mailto: address
          → at security.contact
        ✖ \`nam\` is not an option; did you mean \`name\`?
          → at nam"
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

describe('a misspelt option', () => {
  test.each([
    ['at the top', { promisse: 'x' }, '`promisse` is not an option; did you mean `promise`?', 'promisse'],
    ['below another', { pdf: { publsh: true } }, '`publsh` is not an option of `pdf`; did you mean `publish`?', 'pdf.publsh'],
    [
      'in a list',
      { social: ['https://example.com', { nmae: 'Notes', url: 'https://example.com' }] },
      '`nmae` is not an option; did you mean `name`?',
      'social[1].nmae',
    ],
    ['in the wrong place', { booking: 'https://cal.example' }, '`booking` is not an option; it belongs below `contact`', 'booking'],
    [
      'that only looks for its place',
      { contact: { projectsPerPage: 3 } },
      '`projectsPerPage` is not an option of `contact`; it belongs at the top',
      'contact.projectsPerPage',
    ],
    ['of which nothing is known', { zebra: 1 }, '`zebra` is not an option; README.md lists the options', 'zebra'],
    [
      'of which nothing is known below another',
      { portrait: { image: 'me.jpg', alt: 'Me', frame: 'gold' } },
      '`frame` is not an option of `portrait`; it has `image` and `alt`',
      'portrait.frame',
    ],
    [
      'that has moved',
      { author: { name: 'A', email: 'a@example.com', profiles: [] } },
      '`profiles` is not an option of `author`; write `social`, a list of addresses, at the top of the options',
      'author.profiles',
    ],
  ])('%s gets its remedy', (_case, options, message, field) => {
    expect(errorOf(options)).toContain(`✖ ${message}\n  → at ${field}`);
  });

  test('is one error beside the others, not also a missing option', () => {
    expect(errorOf({ zebra: 1, promisse: 2, promise: undefined }).match(/✖/g)).toHaveLength(2);
  });
});

test.each([
  [{ trailingSlash: 'alwyas' }, '`alwyas` is not one of its values; did you mean `always`? The values are `always` and `never`'],
  [{ author: { name: 'A', email: 'a@example.com', kind: 'robot' } }, '`robot` is not one of its values; write `person` or `organization`'],
  [{ name: 7 }, 'must be text in quotation marks'],
  [{ pdf: 'A4' }, 'must be a map in { }; write pdf: { publish: …, paper: … }'],
  [{ portrait: './me.jpg' }, 'must be a map in { }; write portrait: { image: …, alt: … }'],
  [{ feedLength: 0 }, 'is 0; it needs at least 1'],
  [{ promise: 'w'.repeat(121) }, 'has 121 characters; it may have at most 120 characters'],
  [{ name: '👩‍👩‍👧‍👦'.repeat(61) }, 'has 61 characters; it may have at most 60 characters'],
  [{ footer: { note: 'w'.repeat(301) } }, 'has 301 characters; it may have at most 300 characters'],
  [{ footer: { note: 3 } }, 'must be text, or `false` for none'],
  [{ promise: undefined }, 'is missing'],
  [{ author: { name: 'A', email: 'ann' } }, '`ann` is not an email address'],
  [
    { contact: { form: 'http://example.com/form' } },
    "must be the https: address that receives the form, like 'https://formspree.io/f/abcdwxyz', or 'netlify'",
  ],
  [{ contact: { booking: 'http://example.com' } }, 'must be an https: address'],
  [{ social: ['github.com/ann'] }, 'must be a full address, like https://github.com/ann'],
  [
    { portrait: { image: 'https://example.com/me.jpg', alt: 'Me' } },
    'must be the path of a picture in src/assets/images/, like /assets/images/portrait.jpg',
  ],
  [{ portrait: { image: '/assets/images/me.jpg', alt: ' ' } }, 'is empty; say who or what the picture shows'],
])('the value in %j is explained', (options, message) => expect(errorOf(options)).toContain(`✖ ${message}\n`));

describe('accounts on other sites', () => {
  test.each([
    ['https://github.com/ann', 'GitHub'],
    ['https://www.linkedin.com/in/ann', 'LinkedIn'],
    ['https://de.linkedin.com/in/ann', 'LinkedIn'],
    ['https://ann.substack.com', 'Substack'],
    ['https://medium.com/@ann', 'Medium'],
    ['https://www.youtube.com/@ann', 'YouTube'],
    ['https://bsky.app/profile/ann.example', 'Bluesky'],
    ['https://scholar.google.com/citations?user=ann', 'Google Scholar'],
    ['https://tooting.example/@ann', 'Mastodon'],
    ['https://www.ann.example/notes', 'ann.example'],
    ['https://notgithub.com/ann', 'notgithub.com'],
  ])('%s is %s', (url, name) => expect(defineSite(written({ social: [url] })).social).toEqual([{ name, url }]));

  test('can have names of their own', () => {
    const account = { name: 'Essays', url: 'https://github.com/ann/essays' };
    expect(defineSite(written({ social: [account] })).social).toEqual([account]);
  });
});

import { expect, test } from 'vitest';
import { z } from 'zod';
import { navigationFields } from '../../../src/schemas/navigation.ts';

const schema = z.strictObject(navigationFields);

const errorsOf = (options: object): string => {
  const { error } = schema.safeParse(options);
  return error ? z.prettifyError(error) : '';
};

test('menus and the home page have defaults', () => {
  expect(schema.parse({})).toEqual({ home: ['plate', 'figures', 'work', 'quote', 'about', 'contact'], footer: {} });
});

test('menus may be empty, and name pages, addresses and paths', () => {
  const links = [
    'work',
    { label: 'Legal', page: 'imprint' },
    { label: 'Code', url: 'https://a.example/x' },
    { label: 'CV', url: '/cv.pdf#2' },
  ];
  expect(errorsOf({ navigation: links, footer: { links, note: false } })).toBe('');
  expect(errorsOf({ navigation: [], home: [{ page: 'intro' }], footer: { links: [], note: '' } })).toBe('');
});

test('wrong entries are reported with what they can be', () => {
  const navigation = [
    7,
    { label: 'A' },
    { label: 'A', page: 'a', url: '/a' },
    { label: 'A', url: 'javascript:1' },
    { label: 'A', url: '/../a' },
  ];
  expect(errorsOf({ navigation, home: ['plates', 'work', 'work'], footer: { note: true, copyright: 'A' } })).toMatchInlineSnapshot(`
    "✖ Unrecognized key: "copyright"
      → at footer
    ✖ must be the name of a page, like \`about\`, { label, page } or { label, url }
      → at navigation[0]
    ✖ needs either \`page\` or \`url\`
      → at navigation[1]
    ✖ needs either \`page\` or \`url\`
      → at navigation[2]
    ✖ must be one of \`plate\`, \`figures\`, \`work\`, \`quote\`, \`about\`, \`contact\`, or { page } with the name of an own page
      → at home[0]
    ✖ must be text, or \`false\` for none
      → at footer.note
    ✖ must be an http(s) or mailto address, not \`javascript:\`
      → at navigation[3].url
    ✖ must not contain \`.\` or \`..\` segments
      → at navigation[4].url"
  `);
});

import { expect, test } from 'vitest';
import { findRepeatedKeys } from '../../../scripts/import/repeated-keys.ts';
import { findTitleAffixes, withoutAffixes } from '../../../scripts/import/site-titles.ts';
import { importSite, type Files } from '../../fixtures/import/sites.ts';

const config = { '_config.yml': 'collections: { projects: { output: true, permalink: /work/:name/ } }' };

/** A Jekyll site of documents with these front matters and one sentence each. */
const siteOf = (documents: Record<string, string>): Files => ({
  ...config,
  ...Object.fromEntries(
    Object.entries(documents).map(([name, yaml]) => [`_projects/${name}.md`, `---\n${yaml}\n---\nThe ${name} was built in spring.\n`]),
  ),
});

const textOf = async (files: Files, slug: string): Promise<string> => {
  const { documents, errors } = await importSite(files);
  expect(errors).toEqual([]);
  return documents.find((document) => document.slug === slug)?.text ?? '';
};

test.each([
  [
    ['Case Study: Mill', 'Case Study: Weir', 'Case Study: Lock'],
    ['Mill', 'Weir', 'Lock'],
  ],
  [
    ['Mill | Reed & Co', 'Weir: a dam | Reed & Co', 'Lock | Reed & Co'],
    ['Mill', 'Weir: a dam', 'Lock'],
  ],
  [
    ['Jo Reed - Mill', 'Jo Reed - Weir', 'Jo Reed - Lock'],
    ['Mill', 'Weir', 'Lock'],
  ],
  [
    ['Mill: a wheel', 'Weir: a dam', 'Lock: a gate'],
    ['Mill: a wheel', 'Weir: a dam', 'Lock: a gate'],
  ],
  [
    ['Case Study: Mill', 'Case Study: Weir'],
    ['Case Study: Mill', 'Case Study: Weir'],
  ],
  [
    ['Case Study: Mill', 'Case Study: Weir', 'Lock'],
    ['Case Study: Mill', 'Case Study: Weir', 'Lock'],
  ],
])('the titles %j lose what they have in common: %j', (titles, expected) => {
  const affixes = findTitleAffixes(titles);
  expect(titles.map((title) => withoutAffixes(title, affixes))).toEqual(expected);
});

test('a title that loses words says so in the report', async () => {
  const { documents } = await importSite(siteOf({ mill: 'title: Reed | Mill', weir: 'title: Reed | Weir', lock: 'title: Reed | Lock' }));
  expect(documents.map(({ text }) => /title: .*/.exec(text)?.[0])).toEqual(['title: Lock', 'title: Mill', 'title: Weir']);
  expect(documents[0]?.logEntries).toContainEqual({ kind: 'dropped', field: 'title', text: 'what every title has in common: Reed | ' });
});

test('values are repeated if most of at least four documents have them', () => {
  const [same, other] = [{ call: { text: 'Write to us today.' } }, { call: { text: 'Read on.' } }];
  expect(findRepeatedKeys([same, same, same, other])).toEqual([new Set(['call']), new Set(['call']), new Set(['call']), new Set()]);
  expect(findRepeatedKeys([same, same, other, other])).toEqual([new Set(), new Set(), new Set(), new Set()]);
  expect(findRepeatedKeys([same, same, same])).toEqual([new Set(), new Set(), new Set()]);
  expect(findRepeatedKeys([1, 2, 3, 4].map(() => ({ params: same })))[0]).toEqual(new Set(['call']));
});

test('an invitation that every document repeats is no part of a story', async () => {
  const invitation = 'invitation: {heading: Talk to us, text: We build mills for towns and for millers everywhere.}';
  const names = ['mill', 'weir', 'lock', 'ford'];
  const site = siteOf(Object.fromEntries(names.map((name) => [name, `title: The ${name}\n${invitation}`])));
  expect(await textOf(site, 'mill')).toMatch(/extra:\n {2}invitation:[^]*\n---\n\nThe mill was built in spring\.\n$/);
  expect(await textOf(siteOf({ mill: `title: Mill\n${invitation}` }), 'mill')).toContain('## Talk to us\n\nWe build mills');
});

test.each([
  ['related: [weir, lock]', 'related: [weir, lock]'],
  ['related_posts: /work/weir/', 'related: [weir]'],
  ['related_projects: [_projects/weir.md, nowhere]', 'related: [weir]'],
  ['relatedLinks: [{href: /work/lock/, label: See the lock}]', 'related: [lock]'],
])('%s names other case studies', async (yaml, expected) => {
  const site = siteOf({ mill: `title: Mill\n${yaml}`, weir: 'title: Weir', lock: 'title: Lock' });
  expect(await textOf(site, 'mill')).toContain(`${expected}\n`);
});

test.each(['related: [mill]', 'related: [hidden]', 'related_posts: true'])('%s names no other public case study', async (yaml) => {
  const site = siteOf({ mill: `title: Mill\n${yaml}`, hidden: 'title: Hidden\npublished: false' });
  expect(await textOf(site, 'mill')).not.toMatch(/^related:/m);
});

test('documents link to each other by relative path and by their new address; a heading that is not there is no target', async () => {
  const site = {
    ...siteOf({ weir: 'title: Weir' }),
    '_projects/mill.md':
      '---\ntitle: Mill\n---\n[one](weir.md), [two](weir.md#gates), [three](/projects/weir/), <a href="/work/weir/#gates">four</a>, [five](ford.md).\n',
  };
  expect(await textOf(site, 'mill')).toMatch(
    /\[one\]\(\/projects\/weir\/\), \[two\]\(\/projects\/weir\/\), \[three\]\(\/projects\/weir\/\), <a href="\/projects\/weir\/">four<\/a>, five\.\n$/,
  );
});

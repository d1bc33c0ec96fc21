import { describe, expect, test } from 'vitest';
import { check, makeDocument } from '../../fixtures/documents/make.ts';

/** What is told of a translation, as `severity field message`. */
async function told(translation: string, { name = 'rota.de.md', original = makeDocument() } = {}): Promise<string[]> {
  const { problems } = await check({ 'rota.md': original, [name]: translation });
  return problems.map(({ severity, field, message }) => `${severity} ${field} ${message}`.replace(/ {2,}/g, ' '));
}

const german = { metrics: 'metrics: { calls: "Anrufe je Dienstplan von 30 auf 4" }' };

describe('a translation', () => {
  test.each(['rota.de.md', 'rota.fr-CA.md', 'rota.es.mdx'])('that says the same is right: %s', async (name) => {
    expect(await told(makeDocument(german), { name })).toEqual([]);
  });

  test('may lie in the folder of its original', async () => {
    const { documents, problems } = await check({ 'rota/index.md': makeDocument(), 'rota/index.de.md': makeDocument(german) });
    expect([problems, documents.map(({ id }) => id)]).toEqual([[], ['rota.de', 'rota']]);
  });

  test('of nothing is an error, with the name it should have', async () => {
    const { problems, documents } = await check({ 'rota.de.md': makeDocument(), 'node.js.md': makeDocument() });
    expect(problems.map(({ path, message, fix }) => `${path} ${message}; ${fix}`)).toMatchInlineSnapshot(`
      [
        "src/content/projects/node.js.md is named as the translation of \`node\` into \`js\`, and there is no \`node\`; write \`src/content/projects/node.md\`, or rename this",
        "src/content/projects/rota.de.md is named as the translation of \`rota\` into \`de\`, and there is no \`rota\`; write \`src/content/projects/rota.md\`, or rename this to it and add \`lang: de\`",
      ]
    `);
    expect(documents).toEqual([]);
  });

  test('into a language the templates do not speak is told, and left out', async () => {
    expect(await told(makeDocument(), { name: 'rota.it.md' })).toEqual([
      'warning is not published: the site has no words for `it`, but for en, de, fr and es',
    ]);
    const { documents } = await check({ 'rota.md': makeDocument(), 'rota.it.md': makeDocument() });
    expect(documents.map(({ id }) => id)).toEqual(['rota']);
  });

  test('may say its language, but no other', async () => {
    expect(await told(makeDocument({ ...german, odd: 'lang: de-AT' }))).toEqual([]);
    expect(await told(makeDocument({ ...german, odd: 'lang: fr' }))).toEqual(["warning lang says `fr`, where the file's name says `de`"]);
  });

  test('into the language of its original is told, and left out', async () => {
    const original = makeDocument({ odd: 'lang: de-AT' });
    expect(await told(makeDocument(german), { original })).toEqual([
      'warning is not published: src/content/projects/rota.md is in `de-AT` itself',
    ]);
    const { documents } = await check({ 'rota.md': original, 'rota.de.md': makeDocument(german) });
    expect(documents.map(({ id }) => id)).toEqual(['rota']);
  });

  test('is a page below its language, whose address no other may claim', async () => {
    const { problems } = await check({
      'rota.md': makeDocument({ odd: 'aliases: [/de/projects/rota]' }),
      'rota.de.md': makeDocument({ ...german, odd: 'aliases: [/DE/projects/rota/]' }),
    });
    expect(problems.map(({ path, message }) => `${path} ${message}`)).toEqual([
      'src/content/projects/rota.md `/de/projects/rota` is an address of src/content/projects/rota.de.md, and cannot lead to src/content/projects/rota.md',
    ]);
  });

  test('gives its language a list and feeds, whose addresses are taken', async () => {
    const pages = { '/src/pages/[...lang]/projects/index.astro': '', '/src/pages/[...lang]/rss.xml.ts': '' };
    const rota = makeDocument({ odd: 'aliases: [/de/projects/, /DE/rss.xml, /fr/projects/]' });
    const { problems } = await check({ 'rota.md': rota, 'rota.de.md': makeDocument(german), ...pages });
    expect(problems.map(({ field, message }) => `${field} ${message}`)).toEqual([
      "aliases[0] `/de/projects/` is an address of the site's own page `src/pages/[...lang]/projects/index.astro`, and cannot lead to src/content/projects/rota.md",
      "aliases[1] `/DE/rss.xml` is an address of the site's own page `src/pages/[...lang]/rss.xml.ts`, and cannot lead to src/content/projects/rota.md",
    ]);
  });
});

test.each([
  ['en', 'en-GB', false],
  ['en-US', 'en-GB', true],
  ['de', 'en-GB', true],
])('a translation into %s on a site in %s is published: %s', async (lang, locale, published) => {
  const files = { 'rota.md': makeDocument(), [`rota.${lang}.md`]: makeDocument(german) };
  const { documents } = await check(files, undefined, locale);
  expect(documents.map(({ id }) => id).includes(`rota.${lang}`)).toBe(published);
});

describe('what both versions state', () => {
  test.each([
    [
      'another date',
      { date: 'date: 2024-06' },
      'warning date is another date than in src/content/projects/rota.md, and is not shown: both stand in one order',
    ],
    [
      'other technologies',
      { technologies: 'technologies: [Go, Redis]' },
      'warning technologies are not those of src/content/projects/rota.md, and are not shown: the pages of technologies count a case once',
    ],
    [
      'other figures',
      { metrics: 'metrics: { calls: "Anrufe je Dienstplan von 30 auf 5" }' },
      'warning metrics give 30 → 5, where src/content/projects/rota.md gives 30 → 4',
    ],
    [
      'more outcomes',
      { metrics: 'metrics: { calls: "Anrufe je Dienstplan von 30 auf 4", boats: "12 Boote" }' },
      'warning metrics give 2 outcomes, and src/content/projects/rota.md gives 1',
    ],
  ])('%s is told', async (_what, fields, message) => {
    expect(await told(makeDocument({ ...german, ...fields }))).toContain(message);
  });

  test('figures are read as the language writes them', async () => {
    const original = makeDocument({ metrics: 'metrics: { load: "Load time from 3.5 s to 1,200 ms" }' });
    expect(await told(makeDocument({ metrics: 'metrics: { load: "Ladezeit von 3,5 s auf 1.200 ms" }' }), { original })).toEqual([]);
  });

  test('a client kept confidential in one is named in neither', async () => {
    const original = makeDocument({ client: 'client: { name: Orlow Shipping, alias: A shipping line, confidential: true }' });
    const fields = {
      ...german,
      client: 'client: Orlow Shipping',
      business_context: 'business_context: Bei Orlow Shipping stand eine Tafel.',
    };
    expect(await told(makeDocument(fields), { original })).toEqual([
      'error client names the client that src/content/projects/rota.md keeps confidential',
      'warning business_context names the confidential client',
    ]);
    expect(await told(makeDocument({ ...german, client: 'client: Eine Reederei' }), { original })).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { emptyFile } from '../../../../src/checks/document.ts';
import { checkTranslatedOptions } from '../../../../src/checks/cross-document/translations.ts';
import { check, makeDocument } from '../../../fixtures/documents/make.ts';

/** Return the diagnostics of a translation as `severity field message`. */
async function diagnosticsOf(translation: string, { name = 'rota.de.md', original = makeDocument() } = {}): Promise<string[]> {
  const { diagnostics } = await check({ 'rota.md': original, [name]: translation });
  return diagnostics.map(({ severity, field, message }) => `${severity} ${field} ${message}`.replace(/ {2,}/g, ' '));
}

const german = { metrics: 'metrics: { calls: "Anrufe je Dienstplan von 30 auf 4" }' };

describe('a translation', () => {
  test.each(['rota.de.md', 'rota.fr-CA.md', 'rota.es.mdx'])('with the same facts is valid: %s', async (name) => {
    expect(await diagnosticsOf(makeDocument(german), { name })).toEqual([]);
  });

  test('may be in the folder of its original', async () => {
    const { documents, diagnostics } = await check({ 'rota/index.md': makeDocument(), 'rota/index.de.md': makeDocument(german) });
    expect([diagnostics, documents.map(({ id }) => id)]).toEqual([[], ['rota.de', 'rota']]);
  });

  test('without an original is an error that suggests a name', async () => {
    const { diagnostics, documents } = await check({ 'rota.de.md': makeDocument(), 'node.js.md': makeDocument() });
    expect(diagnostics.map(({ path, message, fix }) => `${path} ${message}; ${fix}`)).toMatchInlineSnapshot(`
      [
        "src/content/projects/node.js.md is named as the translation of \`node\` into \`js\`, but there is no \`node\`; write \`src/content/projects/node.md\`, or rename this file",
        "src/content/projects/rota.de.md is named as the translation of \`rota\` into \`de\`, but there is no \`rota\`; write \`src/content/projects/rota.md\`, or rename this file to it and add \`lang: de\`",
      ]
    `);
    expect(documents).toEqual([]);
  });

  test('into a language without templates is a warning, and left out', async () => {
    expect(await diagnosticsOf(makeDocument(), { name: 'rota.it.md' })).toEqual([
      'warning is not published: the site has texts in en, de, fr and es, but not in `it`',
    ]);
    const { documents } = await check({ 'rota.md': makeDocument(), 'rota.it.md': makeDocument() });
    expect(documents.map(({ id }) => id)).toEqual(['rota']);
  });

  test('may declare its language, but no other', async () => {
    expect(await diagnosticsOf(makeDocument({ ...german, odd: 'lang: de-AT' }))).toEqual([]);
    expect(await diagnosticsOf(makeDocument({ ...german, odd: 'lang: fr' }))).toEqual([
      'warning lang is `fr`, but the file name says `de`',
    ]);
  });

  test('into the language of its original is a warning, and left out', async () => {
    const original = makeDocument({ odd: 'lang: de-AT' });
    expect(await diagnosticsOf(makeDocument(german), { original })).toEqual([
      'warning is not published: src/content/projects/rota.md is in `de-AT` too',
    ]);
    const { documents } = await check({ 'rota.md': original, 'rota.de.md': makeDocument(german) });
    expect(documents.map(({ id }) => id)).toEqual(['rota']);
  });

  test('is a page below its language, whose address nobody else may claim', async () => {
    const { diagnostics } = await check({
      'rota.md': makeDocument({ odd: 'aliases: [/de/projects/rota]' }),
      'rota.de.md': makeDocument({ ...german, odd: 'aliases: [/DE/projects/rota/]' }),
    });
    expect(diagnostics.map(({ path, message }) => `${path} ${message}`)).toEqual([
      'src/content/projects/rota.md `/de/projects/rota` is an address of src/content/projects/rota.de.md and cannot redirect to src/content/projects/rota.md',
    ]);
  });

  test('adds a list and feeds in its language, whose addresses are taken', async () => {
    const pages = { '/src/pages/[...lang]/projects/index.astro': '', '/src/pages/[...lang]/rss.xml.ts': '' };
    const rota = makeDocument({ odd: 'aliases: [/de/projects/, /DE/rss.xml, /fr/projects/]' });
    const { diagnostics } = await check({ 'rota.md': rota, 'rota.de.md': makeDocument(german), ...pages });
    expect(diagnostics.map(({ field, message }) => `${field} ${message}`)).toEqual([
      "aliases[0] `/de/projects/` is an address of the site's own page `src/pages/[...lang]/projects/index.astro` and cannot redirect to src/content/projects/rota.md",
      "aliases[1] `/DE/rss.xml` is an address of the site's own page `src/pages/[...lang]/rss.xml.ts` and cannot redirect to src/content/projects/rota.md",
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

describe('facts of both versions', () => {
  test.each([
    [
      'an order of its own',
      { odd: 'order: 3' },
      'warning order differs from the order in src/content/projects/rota.md, which is used for both',
    ],
    [
      'another date',
      { date: 'date: 2024-06' },
      'warning date differs from the date in src/content/projects/rota.md, which is used for both',
    ],
    [
      'other technologies',
      { technologies: 'technologies: [Go, Redis]' },
      'warning technologies differ from those in src/content/projects/rota.md, which are used for both',
    ],
    [
      'other figures',
      { metrics: 'metrics: { calls: "Anrufe je Dienstplan von 30 auf 5" }' },
      'warning metrics give 30 → 5, but src/content/projects/rota.md gives 30 → 4',
    ],
    [
      'more outcomes',
      { metrics: 'metrics: { calls: "Anrufe je Dienstplan von 30 auf 4", boats: "12 Boote" }' },
      'warning metrics give 2 outcomes, but src/content/projects/rota.md gives 1',
    ],
  ])('%s: a warning', async (_what, fields, message) => {
    expect(await diagnosticsOf(makeDocument({ ...german, ...fields }))).toContain(message);
  });

  test('an order is that of the original', async () => {
    expect(await diagnosticsOf(makeDocument(german), { original: makeDocument({ odd: 'order: 3' }) })).toEqual([]);
  });

  test('figures under headings of results count', async () => {
    const original = makeDocument({ metrics: null }, '## Results\n\n- **Calls from 30 to 4**');
    const translated = (figure: number) => makeDocument({ metrics: null }, `## Ergebnisse\n\n- **Anrufe von 30 auf ${figure}**`);
    expect(await diagnosticsOf(translated(4), { original })).toEqual([]);
    expect(await diagnosticsOf(translated(5), { original })).toEqual([
      'warning metrics give 30 → 5, but src/content/projects/rota.md gives 30 → 4',
    ]);
  });

  test('figures are read in the notation of the language', async () => {
    const original = makeDocument({ metrics: 'metrics: { load: "Load time from 3.5 s to 1,200 ms" }' });
    expect(await diagnosticsOf(makeDocument({ metrics: 'metrics: { load: "Ladezeit von 3,5 s auf 1.200 ms" }' }), { original })).toEqual(
      [],
    );
  });

  test('a client kept confidential in the original is named in neither', async () => {
    const original = makeDocument({ client: 'client: { name: Orlow Shipping, alias: A shipping line, confidential: true }' });
    const fields = {
      ...german,
      client: 'client: Orlow Shipping',
      business_context: 'business_context: Bei Orlow Shipping stand eine Tafel.',
    };
    expect(await diagnosticsOf(makeDocument(fields), { original })).toEqual([
      'error client names the client that src/content/projects/rota.md keeps confidential',
      'warning business_context names the confidential client',
    ]);
    expect(await diagnosticsOf(makeDocument({ ...german, client: 'client: Eine Reederei' }), { original })).toEqual([]);
  });
});

describe('texts of the options in other languages', () => {
  const source = () => "export default defineSite({\n  translations: {\n    fr: { words: { work: 'Projets' } },\n  },\n});\n";
  const ofLanguages = (...languages: (string | null)[]) =>
    languages.map((lang) => ({
      ...emptyFile,
      collection: 'pages' as const,
      path: `${lang}`,
      name: { slug: 'a', lang, diagnostics: [] },
      diagnostics: [],
    }));
  const options = ['de', 'fr'].map((language) => ({ language, hasHome: language === 'de' }));

  test('make a home page at the tag of the documents', () => {
    expect(checkTranslatedOptions(options, { files: ofLanguages(null, 'de-AT', 'fr'), source })).toEqual({
      homes: ['/de-AT'],
      diagnostics: [],
    });
  });

  test('are reported where no document is in the language', () => {
    const { homes, diagnostics } = checkTranslatedOptions(options.slice(1), { files: ofLanguages(null), source });
    expect([homes, diagnostics.map(({ line, severity, message }) => [line, severity, message])]).toEqual([
      [],
      [[3, 'warning', 'has texts, but no document is translated into `fr`']],
    ]);
  });
});

import fs, { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { check, makeDocument, png, diagnosticsOf, short } from '../../fixtures/documents/make.ts';

const fixtures = new URL('../../fixtures/site/', import.meta.url).pathname;

describe('a valid document', () => {
  test('has no diagnostics and yields everything the page needs', async () => {
    const { documents, diagnostics, checked } = await check({ 'rota.md': makeDocument({}, 'Body ![x](/assets/images/quay.png)') });
    expect({ diagnostics, checked }).toEqual({ diagnostics: [], checked: 1 });
    expect(documents).toMatchObject([
      {
        collection: 'projects',
        id: 'rota',
        slug: 'rota',
        lang: null,
        path: 'src/content/projects/rota.md',
        data: { title: 'Rota for a lifeboat station', date: '2024-05', client: { name: 'Sample Station' } },
        pictures: { '/assets/images/quay.png': { kind: 'asset', path: '/src/assets/images/quay.png', width: 30, height: 20 } },
      },
    ]);
  });

  test('may be MDX with a layout, which is ignored', async () => {
    expect(await diagnosticsOf(makeDocument({ layout: 'layout: project' }, 'export const towns = 3\n\n{towns} towns'), 'rota.mdx')).toEqual(
      [],
    );
  });
});

test('the reference document has no error; these are its warnings', async () => {
  const path = 'src/content/projects/ecommerce-platform-re-architecture.md';
  const { diagnostics } = await check({ 'ecommerce-platform-re-architecture.md': readFileSync(fixtures + path) }, (root) => {
    mkdirSync(`${root}/src/assets/images/projects`, { recursive: true });
    cpSync(`${fixtures}src/assets/images/projects`, `${root}/src/assets/images/projects`, { recursive: true });
  });
  expect(diagnostics.map(short)).toMatchInlineSnapshot(`
    [
      "1:1 warning role is missing: readers cannot tell what you did",
      "1:1 warning duration is missing, and no metric has a period",
      "26:3 warning metrics.performance gives a change of 70% without the figures behind it",
      "27:3 warning metrics.roi gives a change of 25% without the figures behind it",
      "28:3 warning metrics.impact gives a change of 15% without the figures behind it",
    ]
  `);
});

test('a malformed language is one error, and the other fields are checked', async () => {
  const { diagnostics } = await check({ 'rota.md': '---\ntitle: Rota\nlang: en_GB\ndate: 2031-01-01\n---\n\nText.\n' });
  expect(diagnostics.map(short)).toEqual(
    expect.arrayContaining(['3:1 error lang must be a BCP 47 language tag, like en or pt-BR', '4:1 warning date is in the future']),
  );
});

describe('absent fields', () => {
  test.each([
    ['rota.md', '', 'es', 'Retos'],
    ['rota.md', 'lang: de\n', 'es', 'Herausforderungen'],
    ['rota.md', 'lang: sv\n', 'en-GB', 'Challenges'],
  ])('name headings in the language of %s with `%s` on a site in %s', async (name, lang, locale, heading) => {
    const { diagnostics } = await check({ [name]: `---\ntitle: Rota\n${lang}---\n\nText.\n` }, undefined, locale);
    expect(diagnostics.map(({ fix }) => fix)).toContain(`add them, or a heading such as “${heading}” to the text`);
  });

  test('are warnings of what readers miss, all at once, except a title and a text', async () => {
    const { diagnostics } = await check({ 'rota.md': '---\nlayout: project\n---\n' });
    expect(diagnostics.map((one) => `${short(one)}; ${one.fix}`)).toMatchInlineSnapshot(`
      [
        "1:1 error title is missing; expected: Title of the case study, at most 120 characters",
        "1:1 error body is missing: the page has nothing to read; write the story below the front matter, or in fields such as \`solutions\`",
        "1:1 warning tagline is missing: cards, feeds and search results show the first sentences of the text instead; say in one sentence what the work achieved",
        "1:1 warning client is missing: readers do not learn who the work was for; name the client; \`{name, alias, confidential: true}\` publishes the alias alone",
        "1:1 warning date is missing: the case study sorts last and shows no date; add the date of delivery",
        "1:1 warning thumbnail is missing: the card has no picture; add a picture",
        "1:1 warning technologies are missing: no technology page lists the case study; list what you used",
        "1:1 warning business_context is missing: readers do not learn why the work mattered; add it, or a heading such as “Context” to the text",
        "1:1 warning technical_challenges are missing: readers do not learn what made the work hard; add them, or a heading such as “Challenges” to the text",
        "1:1 warning solutions are missing: readers do not learn how you solved the problem; add them, or a heading such as “Solution” to the text",
        "1:1 warning metrics are missing: readers do not learn what the work changed; describe what changed, with figures, or start bullets of the results with a figure in bold",
        "1:1 warning role is missing: readers cannot tell what you did; name your role in the project",
        "1:1 warning duration is missing, and no metric has a period; write how long it took, or give the metrics a \`period\`",
      ]
    `);
  });

  test('are reported at the key without a value, and at the parent of a nested field', async () => {
    const nested = 'links:\n  - url: https://example.com\ntestimonial:\n  quote: It works.';
    expect(await diagnosticsOf(makeDocument({ client: 'client:', title: 'title: " "', nested }))).toEqual([
      '2:1 error title is empty but required',
      '4:1 warning client is missing: readers do not learn who the work was for',
      '15:5 error links[0].label is missing',
      '16:1 warning testimonial.author is missing: readers do not learn who said it',
    ]);
  });

  test('are all warnings in a draft, which is still published in development; invalid values stay errors', async () => {
    const { documents, diagnostics } = await check({ 'rota.md': '---\ndraft: true\n---\n' });
    expect(diagnostics.map(short)).toContain('1:1 warning title is missing');
    expect(diagnostics.map(short)).toContain('1:1 warning body is missing: the page has nothing to read');
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(documents).toMatchObject([{ data: { title: 'rota' } }]);
    expect(await diagnosticsOf(makeDocument({ draft: 'draft: true', date: 'date: 2023-02-30' }))).toContain(
      '5:1 error date is not a date: 2023-02 has 28 days',
    );
  });
});

describe('something to read', () => {
  const needs = async (body: string, field = '') =>
    (await diagnosticsOf(`---\ntitle: A\n${field}\n---\n${body}`)).filter((one) => one.includes('error'));

  test.each([
    ['words', 'Done.', ''],
    ['a word in another script', '完成', ''],
    ['a heading', '# Done', ''],
    ['a section of the front matter', '', 'team_leadership: Four of us.'],
    ['a summary that is a number', '', 'executive_summary: 3'],
  ])('can be %s', async (_, body, field) => expect(await needs(body, field)).toEqual([]));

  test.each([
    ['nothing', '\n \n', ''],
    ['a comment', '<!-- <i>To be</i> written -->', ''],
    ['tags without text', '<br>\n<img src="/assets/images/quay.png" alt="A quay">', ''],
    ['the address of a link', '[a]: https://example.com', ''],
    ['a picture', '![A quay at low tide](/assets/images/quay.png)', ''],
    ['a rule and an empty list', '---\n\n-\n', ''],
    ['a tagline', '', 'tagline: Done.'],
    ['a summary for language models', '', 'llm_summary: Done.'],
    ['a picture in a section', '', "solutions: '![A quay](/assets/images/quay.png)'"],
  ])('is not %s', async (_, body, field) =>
    expect(await needs(body, field)).toEqual(['1:1 error body is missing: the page has nothing to read']),
  );

  test('is not missing as well when a section is misspelt or invalid', async () => {
    expect(await needs('', 'solution: x')).toEqual(['3:1 error solution unknown key `solution`']);
    expect(await needs('', 'solutions: [x]')).toEqual(['3:1 error solutions must be Markdown text, not a list']);
  });
});

describe('headings of the body', () => {
  const missing = async (body: string, name?: string) => {
    const fields = { business_context: null, technical_challenges: null, solutions: null, metrics: null };
    return (await diagnosticsOf(makeDocument(fields, body), name)).map((one) => one.split(' ')[2]);
  };

  test.each([
    ['none', 'Done.', ['business_context', 'technical_challenges', 'solutions', 'metrics']],
    ['all, in English', '## Background\n\n### The challenge\n\n# **Our** approach', ['metrics']],
    ['all, in other languages', 'Ausgangslage\n===\n\n## Les défis\n\n## La solución', ['metrics']],
    ['an architecture', '## Architecture', ['business_context', 'technical_challenges', 'metrics']],
    [
      'results without a figure in bold',
      '## Results\n\n- 60% less paper\n\n## Solution\n\n- **60% less paper**',
      ['business_context', 'technical_challenges', 'metrics'],
    ],
    ['results', '## Results\n\n### By year\n\n- **Calls from 30 to 4**', ['business_context', 'technical_challenges', 'solutions']],
    ['code', '```\n# Solution\n```', ['business_context', 'technical_challenges', 'solutions', 'metrics']],
  ])('replace fields: %s', async (_, body, expected) => expect(await missing(body)).toEqual(expected));

  test('replace fields in MDX', async () =>
    expect(await missing('export const a = 1\n\n## Solution', 'rota.mdx')).not.toContain('solutions'));

  test('give outcomes, which are doubted like those of fields, unless there are `metrics`', async () => {
    const body = 'Intro.\n\n## Results\n\nWords.\n\n- **60%** less paper\n- **40 fewer calls**';
    expect(await diagnosticsOf(makeDocument({ metrics: null }, body))).toEqual([
      '21:1 warning body gives a change of 60% without the figures behind it',
    ]);
    expect(await diagnosticsOf(makeDocument({}, body))).toEqual([]);
  });

  test('in a comment of MDX do not replace fields', async () =>
    expect(await missing('{/*\n\n## Solution\n\n*/}\n\nDone.', 'rota.mdx')).toContain('solutions'));
});

describe('a picture after a section', () => {
  const placed = (after: string, fields: Record<string, unknown> = {}) =>
    diagnosticsOf(makeDocument({ ...fields, odd: `screenshots:\n  - { image: /assets/images/quay.png, alt: A quay, after: ${after} }` }));

  test('is not reported where the page has that section', async () => {
    expect(await placed('solutions')).toEqual([]);
    expect(await placed('results_metrics')).toEqual([]);
  });

  test('is reported where it has none', async () => {
    expect(await placed('team_leadership')).toEqual([
      '15:52 warning screenshots[0].after names a field that this case study does not have: the picture is shown in the gallery',
    ]);
  });
});

describe('unknown keys', () => {
  test.each([
    ['tagine: x', null, 'tagline'],
    ['businessContext: x', null, 'business_context'],
    ['team-size: 3', null, 'team_size'],
    ['description: x', null, 'tagline'],
    ['screenshot: []', null, 'screenshots'],
    ['tags: [Ports]', null, 'topics'],
    ['weight: 3', null, 'order'],
    ['contributors: [Ana]', null, 'credits'],
  ])('%s: did you mean …?', async (line, _, meant) => {
    const { diagnostics } = await check({ 'rota.md': makeDocument({ odd: line }) });
    expect(diagnostics).toMatchObject([
      {
        severity: 'error',
        line: 14,
        message: expect.stringContaining('unknown key') as string,
        fix: expect.stringContaining(`did you mean \`${meant}\`?`) as string,
      },
    ]);
  });

  test('explain the missing field: one diagnostic, not two', async () => {
    expect(await diagnosticsOf(makeDocument({ tagline: 'tagine: x' }))).toEqual(['3:1 error tagine unknown key `tagine`']);
    expect(await diagnosticsOf(makeDocument({ odd: 'links: [{ name: A, url: https://example.com }]' }))).toEqual([
      '14:11 error links[0].name unknown key `name`',
    ]);
  });

  test('that belong below another key name that key', async () => {
    const { diagnostics } = await check({ 'rota.md': makeDocument({ odd: 'alt: A quay' }) });
    expect(diagnostics[0]?.fix).toBe('it belongs below `thumbnail` or `metrics_charts` or `screenshots`');
  });

  test('named like properties of every object are ordinary keys', async () => {
    expect(await diagnosticsOf(makeDocument({ odd: 'constructor: x\n__proto__: y' }))).toEqual([
      '14:1 error constructor unknown key `constructor`',
      '15:1 error __proto__ unknown key `__proto__`',
    ]);
  });
});

describe('invalid values show what YAML read', () => {
  test.each([
    ['business_impact_score: 0x1F', 'must be between 0 and 10 (YAML reads 31)'],
    ['business_impact_score: ten', 'must be a number, not text'],
    ['draft: yes', 'must be true or false, not text'],
    ['team_size: [1, 2]', 'must be text, not a list'],
    ['services: [a, ~]', 'is an empty entry'],
  ])('%s', async (line, message) => {
    const { diagnostics } = await check({ 'rota.md': makeDocument({ odd: line }) });
    expect(diagnostics).toMatchObject([{ line: 14, message }]);
  });
});

describe('warnings', () => {
  test.each([
    ['no date', { date: null }, '1:1 warning date is missing: the case study sorts last and shows no date'],
    ['a date-time', { date: 'date: 2024-05-01T10:00:00Z' }, '5:1 warning date is a date-time; only its day is used'],
    ['a future date', { date: 'date: 2027' }, '5:1 warning date is in the future'],
    ['updated before it was delivered', { updated: 'updated: 2023' }, '14:1 warning updated is before `date` (2024-05)'],
    ['no picture', { thumbnail: 'thumbnail: ~' }, '8:1 warning thumbnail is missing: the card has no picture'],
    [
      'no picture but a screenshot',
      { thumbnail: null, shots: 'screenshots: [{ image: /assets/images/quay.png, alt: A quay }]' },
      '1:1 warning thumbnail is missing; the first screenshot is used',
    ],
    [
      'an empty list of technologies',
      { technologies: 'technologies: []' },
      '9:1 warning technologies are missing: no technology page lists the case study',
    ],
    ['no role', { role: null }, '1:1 warning role is missing: readers cannot tell what you did'],
    ['no period', { duration: null }, '1:1 warning duration is missing, and no metric has a period'],
    ['no metric', { metrics: null }, '1:1 warning metrics are missing: readers do not learn what the work changed'],
    [
      'alt text that is the file name',
      { thumbnail: 'thumbnail: { image: /assets/images/quay.png, alt: quay.png }' },
      '8:46 warning thumbnail.alt is the file name',
    ],
    [
      'Liquid in a field',
      { solutions: 'solutions: |\n  One.\n  {% include two.html %}' },
      '14:3 warning solutions contains a Liquid tag, which is not evaluated here',
    ],
    [
      'an entity in a line',
      { role: 'role: "Design &amp; code"' },
      '6:1 warning role contains code of HTML, which readers see as it is written',
    ],
    [
      'a tag in a line',
      { role: 'role: "Design<br>and code"' },
      '6:1 warning role contains code of HTML, which readers see as it is written',
    ],
    ['Liquid in a line', { role: 'role: "{{ page.role }}"' }, '6:1 warning role contains a Liquid output, which is not evaluated here'],
  ])('%s', async (_, fields, warning) => {
    expect(await diagnosticsOf(makeDocument(fields))).toEqual([warning]);
  });

  test('bullets of results replace metrics, and a period in the text replaces a duration', async () => {
    const results = 'results_metrics: |\n  - **Calls from 30 to 4:** within one year.';
    expect(await diagnosticsOf(makeDocument({ metrics: null, duration: null, results }))).toEqual([]);
    const body = '## Results\n\n- **Calls from 30 to 4** within one year.';
    expect(await diagnosticsOf(makeDocument({ metrics: null, duration: null }, body))).toEqual([]);
  });
});

describe('pictures', () => {
  test('that are missing are errors in every field', async () => {
    const fields = {
      thumbnail: 'thumbnail: ./a.png',
      solutions: 'solutions: |\n  One.\n\n  ![b](./b.png)',
      shots: 'screenshots:\n  - { image: ./c.png, alt: Calls }',
    };
    const diagnostics = await diagnosticsOf(makeDocument(fields, '![d](./d.png)'));
    expect(diagnostics.map((problem) => problem.split(' was not found')[0])).toEqual([
      '8:1 error thumbnail',
      '15:3 error solutions names a picture that',
      '18:7 error screenshots[0].image',
      '21:1 error body names a picture that',
    ]);
  });

  test('in public/ are served as they are, with a warning', async () => {
    const { diagnostics } = await check({ 'rota.md': makeDocument({ thumbnail: 'thumbnail: /logo.png' }), '/public/logo.png': png(2, 1) });
    expect(diagnostics.map(short)).toEqual(['8:1 warning thumbnail is served from `public/` unchanged, not optimised']);
  });

  test('that contain code are warnings', async () => {
    const files = { 'rota.md': makeDocument({ thumbnail: 'thumbnail: tide.svg' }), 'tide.svg': '<svg viewBox="0 0 4 3" onload="x()"/>' };
    expect((await check(files)).diagnostics.map(short)).toEqual([
      '8:1 warning thumbnail contains code, which runs when the picture is opened on its own',
    ]);
  });
});

describe('a document that may not be read', () => {
  const read = fs.readFileSync;
  afterEach(() => {
    Object.assign(fs, { readFileSync: read });
    syncBuiltinESMExports();
  });

  test('is reported with what to do', async () => {
    const refuse = (file: fs.PathOrFileDescriptor, ...rest: never[]): unknown => {
      if (String(file).endsWith('a.md')) throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
      return read(file, ...rest);
    };
    const { diagnostics } = await check({ 'a.md': makeDocument(), 'b.md': makeDocument() }, () => {
      Object.assign(fs, { readFileSync: refuse });
      syncBuiltinESMExports();
    });
    expect(diagnostics.map((problem) => `${problem.path} ${short(problem)}`)).toEqual([
      'src/content/projects/a.md 1:1 error cannot be read: permission denied',
    ]);
  });
});

describe('a folder that disappears between listing and reading', () => {
  const list = fs.readdirSync;
  const listings = new Map<string, number>();
  // The search for symlinks lists each folder first, then the check does.
  const listThenRemove = (folder: fs.PathLike, ...rest: never[]): unknown => {
    const names: unknown = list(folder, ...rest);
    const count = (listings.get(String(folder)) ?? 0) + 1;
    listings.set(String(folder), count);
    if (count === 2 && /content\/(?:projects|technologies)$/.test(String(folder))) rmSync(folder, { recursive: true, force: true });
    return names;
  };

  afterEach(() => {
    Object.assign(fs, { readdirSync: list });
    syncBuiltinESMExports();
  });

  test('is reported file by file, with the diagnostics of all others', async () => {
    const { diagnostics } = await check(
      { 'a.md': makeDocument(), '/src/content/technologies/list.yaml': '', '/src/content/pages/b.md': '' },
      () => {
        Object.assign(fs, { readdirSync: listThenRemove });
        syncBuiltinESMExports();
      },
    );
    expect(diagnostics.map((problem) => `${problem.path} ${short(problem)}`)).toEqual([
      'src/content/pages/b.md 1:1 error is empty',
      'src/content/projects/a.md 1:1 error disappeared while it was read',
      'src/content/technologies/list.yaml 1:1 error disappeared while it was read',
    ]);
  });
});

describe('symlinks', () => {
  const content = (path: string): string => `src/content/${path}`;
  const document = { 'rota.md': makeDocument(), 'tides/index.md': makeDocument({ title: 'title: Tides' }) };

  test('out of the owner’s folders are errors, and are not opened', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
    writeFileSync(join(elsewhere, 'secret.md'), makeDocument({ title: 'title: A secret' }));
    const { diagnostics, documents } = await check(document, (root) => {
      symlinkSync(join(elsewhere, 'secret.md'), join(root, 'src/content/projects/secret.md'));
      symlinkSync('round.md', join(root, 'src/content/projects/round.md'));
      mkdirSync(join(root, 'src/content/technologies'), { recursive: true });
      symlinkSync(join(elsewhere, 'secret.md'), join(root, 'src/content/technologies/list.yaml'));
      mkdirSync(join(root, 'public/keys'), { recursive: true });
      symlinkSync(elsewhere, join(root, 'public/keys/all'));
      symlinkSync('../package.json', join(root, 'public/package.json'));
    });
    rmSync(elsewhere, { recursive: true });
    expect(diagnostics.map(({ path, severity, message }) => `${path} ${severity} ${message}`)).toEqual(
      ['public/keys/all', 'public/package.json', ...['projects/round.md', 'projects/secret.md', 'technologies/list.yaml'].map(content)].map(
        (path) =>
          `${path} error is a symlink that is broken or points outside \`src/content\`, \`src/assets\`, \`public\`; it was not opened`,
      ),
    );
    expect(JSON.stringify(documents)).not.toContain('secret');
  });

  test('to a folder elsewhere are not followed, and do not hide other symlinks', async () => {
    const { diagnostics } = await check(document, (root) => {
      symlinkSync('/', join(root, 'src/content/projects/everything'));
      symlinkSync('/proc/self/task', join(root, 'src/content/projects/unreadable'));
      symlinkSync('/etc/hostname', join(root, 'src/content/projects/zz.md'));
    });
    expect(diagnostics.map(({ path }) => path)).toEqual(['everything', 'unreadable', 'zz.md'].map((name) => content(`projects/${name}`)));
  });

  test('in place of a collection are not followed', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
    writeFileSync(join(elsewhere, 'secret.md'), makeDocument({ title: 'title: A secret' }));
    const { diagnostics } = await check(document, (root) => symlinkSync(elsewhere, join(root, 'src/content/pages')));
    rmSync(elsewhere, { recursive: true });
    expect(diagnostics.map(({ path }) => path)).toEqual(['src/content/pages']);
  });

  test('are found beside a folder that cannot be read, which is an error of its own', async () => {
    const { diagnostics } = await check(document, (root) => {
      mkdirSync(Buffer.from(`${root}/src/content/projects/caf\xe9`, 'latin1'));
      symlinkSync('/etc/hostname', join(root, 'src/content/projects/zz.md'));
    });
    expect(diagnostics.map(({ message }) => message.slice(0, 32))).toEqual([
      'is a folder that cannot be read',
      'is a symlink that is broken or p',
    ]);
  });

  test('between them are followed', async () => {
    const { diagnostics, documents } = await check(document, (root) => {
      symlinkSync('tides/index.md', join(root, 'src/content/projects/springs.md'));
      mkdirSync(join(root, 'public'), { recursive: true });
      symlinkSync('../src/assets/images/quay.png', join(root, 'public/quay.png'));
    });
    expect(diagnostics.map(short)).toEqual([]);
    expect(documents.map(({ id }) => id)).toContain('springs');
  });

  test('to a folder with documents are said: the documents are not read', async () => {
    const { diagnostics } = await check(document, (root) => {
      mkdirSync(join(root, 'src/content/archive'), { recursive: true });
      writeFileSync(join(root, 'src/content/archive/ebb.md'), makeDocument({ title: 'title: Ebb' }));
      symlinkSync('../archive', join(root, 'src/content/projects/older'));
      symlinkSync('../../assets/images', join(root, 'src/content/projects/pictures'));
    });
    expect(diagnostics.map(({ path, severity, message }) => `${path} ${severity} ${message}`)).toEqual([
      'src/content/projects/older warning is a symlink to a folder: the documents in it are not read',
    ]);
  });
});

describe('between documents', () => {
  test('a duplicate slug is reported once, at the later path, naming both', async () => {
    const { diagnostics } = await check({ 'rota.md': makeDocument(), 'rota/index.md': makeDocument() });
    expect(diagnostics).toMatchObject([
      {
        path: 'src/content/projects/rota/index.md',
        message: 'makes the same page as src/content/projects/rota.md: src/content/projects/rota/index.md has the same slug',
        related: ['src/content/projects/rota.md'],
      },
    ]);
  });

  test.each(['rota.mdx', 'Rota.md'])('rota.md and %s make one page', async (other) => {
    const { diagnostics } = await check({ 'rota.md': makeDocument(), [other]: makeDocument() });
    expect(diagnostics.filter(({ message }) => message.includes('makes the same page'))).toHaveLength(1);
  });

  test('a translation is a page of its own', async () => {
    const { documents, diagnostics } = await check({ 'rota.md': makeDocument(), 'rota.de.md': makeDocument() });
    expect(diagnostics).toEqual([]);
    expect(documents.map(({ id, slug, lang }) => [id, slug, lang])).toEqual([
      ['rota.de', 'rota', 'de'],
      ['rota', 'rota', null],
    ]);
  });

  test('an old address that is taken names its owner', async () => {
    const { diagnostics } = await check({
      'a.md': makeDocument({ odd: 'aliases: [/old, /projects/b/, /logo.png, /results/, /]' }),
      'b.md': makeDocument({ odd: 'permalink: /OLD/' }),
      '/public/logo.png': png(1, 1),
      '/src/pages/results.astro': '',
    });
    expect(diagnostics.map(({ path, field, message }) => `${path} ${field} ${message}`)).toMatchInlineSnapshot(`
      [
        "src/content/projects/a.md aliases[1] \`/projects/b/\` is an address of src/content/projects/b.md and cannot redirect to src/content/projects/a.md",
        "src/content/projects/a.md aliases[2] \`/logo.png\` is an address of the file \`public/logo.png\` and cannot redirect to src/content/projects/a.md",
        "src/content/projects/a.md aliases[3] \`/results/\` is an address of the site's own page \`src/pages/results.astro\` and cannot redirect to src/content/projects/a.md",
        "src/content/projects/a.md aliases[4] \`/\` is an address of the home page and cannot redirect to src/content/projects/a.md",
        "src/content/projects/b.md permalink \`/OLD/\` is an address of src/content/projects/a.md and cannot redirect to src/content/projects/b.md",
      ]
    `);
  });

  test('an old address cannot be that of a further page of a list, which may come with more case studies', async () => {
    const aliases = 'aliases: [/projects/page/2/, /de/projects/page/3, /technologies/go/page/2/, /projects/page/two/, /page/2/]';
    const { diagnostics } = await check({ 'a.md': makeDocument({ odd: aliases }) });
    expect(diagnostics.map(({ value }) => value)).toEqual(['/projects/page/2/', '/de/projects/page/3', '/technologies/go/page/2/']);
  });

  test('an old address cannot be that of a file of the build', async () => {
    const { diagnostics } = await check({
      'a.md': makeDocument({ odd: 'aliases: [/404.html, /_astro/old/, /sitemap-pages-0.xml, /404/]' }),
    });
    expect(diagnostics.map(({ value }) => value)).toEqual(['/404.html', '/_astro/old/', '/sitemap-pages-0.xml']);
  });

  test('an old address cannot be that of a list page', async () => {
    const aliases = 'aliases: [/technologies/c-sharp, /industries/oeffentliches/, /industries/offentliches/, /years/2023, /years/2024]';
    const fields = { technologies: 'technologies: [C#]', odd: `${aliases}\nindustry: Öffentliches` };
    const alike = makeDocument({ technologies: 'technologies: [C#]', odd: 'industry: Öffentliches' });
    const { diagnostics } = await check({ 'a.md': makeDocument(fields), 'b.md': alike, 'c.md': alike });
    expect(diagnostics.map(({ value }) => value)).toEqual(['/technologies/c-sharp', '/industries/offentliches/', '/years/2024']);
    // The lists of a single case study have no pages.
    expect((await check({ 'a.md': makeDocument(fields) })).diagnostics).toEqual([]);
  });

  test('a hidden document keeps its old addresses reserved', async () => {
    const { diagnostics } = await check({
      'a.md': makeDocument({ odd: 'draft: true\naliases: [/old]' }),
      'b.md': makeDocument({ odd: 'aliases: [/old]' }),
    });
    expect(diagnostics).toHaveLength(1);
  });

  test('a related case study exists, is another one and is public', async () => {
    const { diagnostics } = await check({
      'a.md': makeDocument({ odd: 'related: [b, rota-sheet, a, d, e, sheet]' }),
      'a.de.md': makeDocument({ odd: 'related: [b, a]' }),
      'b.md': makeDocument(),
      'd.md': makeDocument({ odd: 'draft: true' }),
      'e.md': makeDocument({ odd: 'publish_at: 2031-01-01' }),
      'rota-sheets/index.md': makeDocument(),
    });
    expect(diagnostics.map(({ path, line, severity, field, message, fix }) => `${path}:${line} ${severity} ${field} ${message}; ${fix}`))
      .toMatchInlineSnapshot(`
      [
        "src/content/projects/a.de.md:14 error related[1] is the case study itself; delete it",
        "src/content/projects/a.md:14 error related[1] is not the slug of a case study; did you mean \`rota-sheets\`?",
        "src/content/projects/a.md:14 error related[2] is the case study itself; delete it",
        "src/content/projects/a.md:14 warning related[3] is hidden and not shown: src/content/projects/d.md; delete it, or publish that case study",
        "src/content/projects/a.md:14 warning related[4] is hidden and not shown: src/content/projects/e.md; delete it, or publish that case study",
        "src/content/projects/a.md:14 error related[5] is not the slug of a case study; write the file name of a case study without \`.md\`, or delete it",
      ]
    `);
  });

  test('an invalid slug is reported once, and a translation alone is not a case study', async () => {
    const { diagnostics } = await check({ 'a.md': makeDocument({ odd: 'related: [/b/, c]' }), 'c.de.md': makeDocument() });
    expect(diagnostics.filter(({ path }) => path.endsWith('a.md')).map(({ field }) => field)).toEqual(['related[0]', 'related[1]']);
  });

  test('a link may be a file of public/, spelt byte for byte', async () => {
    const links = ['/report.pdf', '/a%20b/c.pdf', '/Report.pdf', '/none.pdf', 'https://example.com/x'].map(
      (url) => `  - { label: L, url: ${url} }`,
    );
    const { diagnostics } = await check({
      'a.md': makeDocument({ odd: `links:\n${links.join('\n')}` }),
      '/public/report.pdf': '%PDF',
      '/public/a b/c.pdf': '%PDF',
    });
    expect(diagnostics.map((one) => `${short(one)}; ${one.fix}`)).toMatchInlineSnapshot(`
      [
        "17:17 error links[2].url was not found: there is no file \`public/Report.pdf\`; did you mean \`/report.pdf\`?",
        "18:17 error links[3].url was not found: there is no file \`public/none.pdf\`; put the file into \`public/\`, or write the whole address",
      ]
    `);
  });

  test('a technology spelt two ways is a warning, unless the glossary has both', async () => {
    const files = {
      'a.md': makeDocument({ technologies: 'technologies: [Vue.js]' }),
      'b.md': makeDocument({ technologies: 'technologies: [Go, VueJS]' }),
    };
    expect((await check(files)).diagnostics).toMatchObject([
      { path: 'src/content/projects/b.md', field: 'technologies[1]', related: ['src/content/projects/a.md'] },
    ]);
    const known = { '/src/content/technologies/list.yaml': '- name: Vue.js\n  aliases: [VueJS]\n' };
    expect((await check({ ...files, ...known })).diagnostics).toEqual([]);
  });
});

describe('a confidential client', () => {
  const client = 'client: { name: Orrin Freight, alias: A haulier, confidential: true, also: [OFL] }';

  test('is named nowhere else as a whole word', async () => {
    const fields = {
      client,
      title: 'title: Rota for OFLex',
      tagline: 'tagline: How Orrin\n  Freight plans.',
      odd: 'links: [{ label: L, url: https://ofl.example }]\nextra: { note: OFL }',
    };
    expect(await diagnosticsOf(makeDocument(fields, 'At orrin freight.\n\nDone. # OFL'))).toEqual([
      '3:14 warning tagline names the confidential client',
      '15:34 warning links[0].url names the confidential client',
      '19:4 warning body names the confidential client',
      '21:9 warning body names the confidential client',
    ]);
  });

  test('has an alias without the name, and its file another name', async () => {
    expect(await diagnosticsOf(makeDocument({ client: client.replace('A haulier', 'Like OFL') }), 'orrin-freight.md')).toEqual([
      '1:1 warning has the name of a confidential client in its file name',
      '4:32 error client.alias contains the name it should hide',
    ]);
  });
});

describe('confidential names across documents', () => {
  const client = 'client: { name: Quorvane Insurance AG, alias: An insurer, confidential: true }';

  test('other documents, pages and the glossary are searched too', async () => {
    const { diagnostics } = await check({
      'a.md': makeDocument({ client }, 'See quorvane-insurance.'),
      'b.md': makeDocument({ client: 'client: { name: Quorvane Insurance }' }),
      '/src/content/pages/about.md': '---\ntitle: About\ndescription: Us.\n---\n\nFor QuorvaneInsurance.\n',
      '/src/content/technologies/list.yaml': '- name: Go\n  description: As used by Quorvane Insurance.\n',
    });
    expect(diagnostics.map(({ path, field, message, related }) => [path, field, message, related])).toEqual([
      ['src/content/pages/about.md', 'body', 'names the confidential client', ['src/content/projects/a.md']],
      ['src/content/projects/a.md', 'body', 'names the confidential client', []],
      ['src/content/projects/b.md', 'client.name', 'names the confidential client', ['src/content/projects/a.md']],
      ['src/content/technologies/list.yaml', '[0].description', 'names the confidential client', ['src/content/projects/a.md']],
    ]);
  });

  test('a word of the name is a warning, unless it is a word of the language', async () => {
    const word = 'warning body has a word of the name of a confidential client';
    expect(await diagnosticsOf(makeDocument({ client }, 'We met Quorvane.'))).toEqual([`16:8 ${word}`]);
    expect(await diagnosticsOf(makeDocument({ client }, 'We met Quorvane, a quorvane of geese.'))).toEqual([]);
  });

  test('a name that is a common word is a warning', async () => {
    const name = client.replace('Quorvane Insurance AG', 'Target plc');
    expect(await diagnosticsOf(makeDocument({ client: name }, 'The target.'))).toEqual([
      '4:11 warning client.name is a common word without its legal form, so only both together are searched for',
    ]);
  });
});

describe('files in public/', () => {
  const picture = sharp({ create: { width: 2, height: 2, channels: 3, background: '#fff' } }).jpeg();
  const warningsOf = async (files: Record<string, string | Uint8Array>) => {
    const { diagnostics } = await check({ 'a.md': makeDocument(), ...files });
    return diagnostics.map(({ path, severity, message }) => `${path} ${severity} ${message}`);
  };

  test('that say where they were taken or who made them are warnings', async () => {
    const plain = await picture
      .clone()
      .withExif({ IFD0: { Software: 'Camera' } })
      .toBuffer();
    const author = await picture
      .clone()
      .withExif({ IFD0: { Artist: 'A. Person' } })
      .toBuffer();
    const place = await picture
      .clone()
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
      .toBuffer();
    expect(await warningsOf({ '/public/a.jpg': plain, '/public/b.jpg': author, '/public/_c.jpg': place })).toEqual([
      'public/_c.jpg warning says in its metadata where it was taken, and is published unchanged',
      'public/b.jpg warning says in its metadata who made it, and is published unchanged',
    ]);
  });

  test.each([
    ['IPTC by-line', 80, ['public/a.jpg warning says in its metadata who made it, and is published unchanged']],
    ['IPTC city', 90, ['public/a.jpg warning says in its metadata where it was taken, and is published unchanged']],
    ['IPTC headline', 105, []],
  ])('%s', async (_, dataset, warnings) => {
    const value = Buffer.from('Saltby');
    const record = Buffer.concat([Buffer.from([0x1c, 2, dataset, 0, value.length]), value, Buffer.alloc(1)]);
    const resource = Buffer.concat([
      Buffer.from('Photoshop 3.0\0' + '8BIM\x04\x04\0\0\0\0\0', 'latin1'),
      Buffer.from([record.length - 1]),
      record,
    ]);
    const segment = Buffer.concat([Buffer.from([0xff, 0xed, 0, resource.length + 2]), resource]);
    const bytes = await picture.clone().toBuffer();
    expect(await warningsOf({ '/public/a.jpg': Buffer.concat([bytes.subarray(0, 2), segment, bytes.subarray(2)]) })).toEqual(warnings);
  });

  test.each([
    ['an author', '/Author (A. Person)', ['public/a.pdf warning says in its metadata who made it, and is published unchanged']],
    ['a title alone', '/Title (Tides)', []],
  ])('a PDF with %s', async (_, entry, warnings) => {
    const pdf = `%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>> endobj
4 0 obj <<${entry}>> endobj
trailer <</Root 1 0 R /Info 4 0 R>>
%%EOF`;
    expect(await warningsOf({ '/public/a.pdf': pdf })).toEqual(warnings);
  });

  test('a damaged picture is a warning, though no document names it', async () => {
    const bytes = await picture.clone().toBuffer();
    expect(await warningsOf({ '/public/a.jpg': bytes.subarray(0, -20) })).toEqual([
      expect.stringContaining('public/a.jpg warning is a damaged JPG: '),
    ]);
  });
});

describe('pages and technologies', () => {
  test('are checked by schemas of their own', async () => {
    const { diagnostics } = await check({
      '/src/content/pages/about.md': '---\ntitle: About\ntagline: x\n---\n',
      '/src/content/technologies/list.yaml': '- name: Go\n  ulr: x\n- { name: GO }\n',
    });
    expect(diagnostics.map(({ path, ...problem }) => `${path}:${short({ path, ...problem })}`)).toMatchInlineSnapshot(`
      [
        "src/content/pages/about.md:3:1 error tagline unknown key \`tagline\`",
        "src/content/technologies/list.yaml:2:3 error [0].ulr unknown key \`ulr\`",
      ]
    `);
  });

  test('a page needs a title alone; a description is advised', async () => {
    const { diagnostics } = await check({
      '/src/content/pages/imprint.md': '---\ntitle: Imprint\n---\n\nAn office in a harbour.\n',
      '/src/content/pages/terms.md': '---\ndescription: What we agree on.\n---\n',
    });
    expect(diagnostics.map((one) => `${one.path}:${short(one)}`)).toEqual([
      'src/content/pages/imprint.md:1:1 warning description is missing: search results and previews show the first sentences of the text instead',
      'src/content/pages/terms.md:1:1 error title is missing',
    ]);
  });

  test('a page cannot take the place of one of the site', async () => {
    const { diagnostics } = await check({
      '/src/content/pages/results.md': '---\ntitle: R\ndescription: D\n---\n',
      '/src/pages/results.astro': '',
    });
    expect(diagnostics).toMatchObject([{ message: "makes a page that already exists: the site's own page `src/pages/results.astro`" }]);
  });
});

test('a hundred diagnostics of a document are reported, errors first', async () => {
  const odd = Array.from({ length: 1000 }, (_, index) => `odd_${index}: x`).join('\n');
  const { diagnostics } = await check({ 'rota.md': makeDocument({ odd }) });
  expect(diagnostics).toHaveLength(101);
  expect(diagnostics.some(({ message }) => message === 'has 900 more problems')).toBe(true);
});

test('300 documents are checked quickly', { timeout: 60_000 }, async () => {
  const files = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [`rota-${index}.md`, makeDocument({}, `Body ${index} ![x](/assets/images/quay.png)`)]),
  );
  const before = process.cpuUsage();
  expect((await check(files)).diagnostics).toEqual([]);
  const { user, system } = process.cpuUsage(before);
  // 3 s are allowed for a thousand of them.
  expect((user + system) / 1e6).toBeLessThan(3);
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { diagnose, leftOut } from '../../../src/checks/diagnose.ts';
import { checkContent } from '../../../src/checks/run.ts';
import type { Diagnostic } from '../../../src/documents/diagnostic.ts';
import { readStory } from '../../../src/lib/story/story.ts';
import { readPlainStory, type Story } from '../../../src/lib/story/story-parts.ts';
import { generateDocuments, write } from '../../fixtures/documents/generate.ts';
import { check, makeDocument } from '../../fixtures/documents/make.ts';
import { nastyDocuments } from '../../fixtures/documents/nasty.ts';
import { fixtures } from '../content/fixture-documents.ts';

const today = '2026-11-22';
const site = new URL('../../fixtures/site/', import.meta.url);

/** Messages of what `leftOut` names, in its order. */
const beyond: readonly RegExp[] = [
  /^(?:names a (?:picture|film) )?(?:that )?(?:was not found|is on another site|starts with `|contains (?:backslashes|Liquid, which is not evaluated here$))/,
  /^(?:links to (?:a document|a page|`.*which is no heading)|was not found: there is no file)/,
  /^(?:is named as the translation|is not the slug|is not published|differs? from|needs a secret|`.*` is an address of|has passed:)/,
  /^(?:contains (?:<|the `|the event handler)|links to a `|is not valid MDX|imports `|uses `|is an object|is a diagram|a chart|has code|looks like|begins like|shows a card)/,
  /^(?:is|are) missing[:,] (?:readers do not learn|and no metric)/,
];

/** A case study with one fault per field. */
const broken: Record<string, string> = {
  'no-front-matter.md': 'Text.\n',
  'unclosed.md': '---\ntitle: Rota\n\nText.\n',
  'tab.md': '---\ntitle: Rota\nclient:\n\tname: A\n---\n\nText.\n',
  'twice.md': '---\ntitle: Rota\ntitle: Rota\n---\n\nText.\n',
  'unknown-key.md': makeDocument({ extra_key: 'titel: Rota', tagline: null }),
  'wrong-types.md': makeDocument({ technologies: 'technologies: Go, SQLite', date: 'date: soon', featured: 'featured: "yes"' }),
  'liquid.md': makeDocument({ tagline: 'tagline: "{{ page.title }}"', solutions: 'solutions: "We {% include a.html %} it."' }, '{{ x }}'),
  'long.md': makeDocument({ role: `role: ${'x'.repeat(10_001)}` }),
  'future.md': makeDocument({ date: 'date: 2031-01-01T10:00:00Z', updated: 'updated: 2020-01-01' }),
  'alt.md': makeDocument({ thumbnail: 'thumbnail: { image: /assets/images/quay.png, alt: quay }' }),
  'metrics.md': makeDocument({ metrics: 'metrics: [70, "75% less, from 10 h to 9 h", {label: A, before:}, "We aim to save 20%"]' }),
  'empty.md': makeDocument({ business_context: null, technical_challenges: null, solutions: null }, '![x](/assets/images/quay.png)'),
  'headings.md': makeDocument(
    { business_context: null, solutions: null, metrics: null, duration: null },
    '## Background\n\nA.\n\n```sh\n# Solution\n```\n\n## Results\n\n- **40% fewer calls** since March 2024\n- **Uptime 99.9%**',
  ),
  'deep.md': makeDocument({}, `${'> '.repeat(1200)}x`),
  'draft.md': '---\ndraft: true\n---\n',
  'language.md': makeDocument({ lang: 'lang: en_GB' }),
  'Two Words.md': makeDocument(),
  'a/b/c.md': makeDocument(),
  'notes.txt': 'Notes.\n',
  'page.markdown': makeDocument(),
  'control.md': makeDocument({ role: 'role: "De\u0007veloper"' }),
};

/** The documents of a case, by path, with what the whole check reports of each. */
interface Case {
  texts: Map<string, string>;
  reported: readonly Diagnostic[];
}

async function checked(name: 'fixtures' | 'broken and generated documents'): Promise<Case> {
  if (name === 'fixtures') {
    const texts = ['projects', 'pages', 'selections'].flatMap((collection) =>
      fixtures(collection).map(([file, text]) => [`src/content/${collection}/${file}`, text] as const),
    );
    return { texts: new Map(texts), reported: (await checkContent({ root: site.pathname, today, locale: 'en' })).diagnostics };
  }
  const generated = generateDocuments(80, new URL('src/content/projects/', site)).map((parts) => [parts.name, write(parts)] as const);
  const nasty = Object.values(nastyDocuments).map((text, index) => [`nasty-${index}.md`, text] as const);
  const files = { ...Object.fromEntries([...generated, ...nasty]), ...broken };
  const pages = {
    'pages/about.md': '---\ntitle: 3\nmenu: 1\n---\n',
    'selections/board.md': '---\ntitle: A\nprojects: x\nexpire: 2024\n---\n',
  };
  const texts = [
    ...Object.entries(files).map(([file, text]) => [`src/content/projects/${file}`, text] as const),
    ...Object.entries(pages).map(([file, text]) => [`src/content/${file}`, text] as const),
  ];
  const written = Object.fromEntries(texts.map(([path, text]) => [`/${path}`, text]));
  return { texts: new Map(texts), reported: (await check(written, undefined, 'en')).diagnostics };
}

describe.each(['fixtures', 'broken and generated documents'] as const)('of %s', (name) => {
  let texts: Case['texts'];
  let reported: Case['reported'];
  beforeAll(async () => ({ texts, reported } = await checked(name)), 60_000);
  const diagnosed = (path: string) => diagnose(texts.get(path) ?? '', path, { today, locale: 'en' }).diagnostics;

  test('diagnose reports nothing that the check does not, in its order', () => {
    for (const path of texts.keys()) {
      const own = reported.filter((one) => one.path === path).map((one) => JSON.stringify(one));
      const found = diagnosed(path).map((one) => JSON.stringify(one));
      expect(own.filter((one) => found.includes(one))).toEqual(found);
    }
  });

  test('the check reports nothing more than what is left out', () => {
    for (const path of texts.keys()) {
      const found = new Set(diagnosed(path).map((one) => JSON.stringify(one)));
      const missed = reported.filter((one) => one.path === path && !found.has(JSON.stringify(one)));
      const isBeyond = ({ message, related }: Diagnostic) => related.length > 0 || beyond.some((pattern) => pattern.test(message));
      expect(missed.filter((one) => !isBeyond(one))).toEqual([]);
    }
  });
});

test('the faults of the list are found', () => {
  const messages = Object.entries(broken).flatMap(([name, text]) =>
    diagnose(text, `src/content/projects/${name}`, { today }).diagnostics.map(({ message }) => message),
  );
  expect(new Set(messages).size).toBeGreaterThan(30);
});

test('what is left out is listed in the docs, each with a message here', () => {
  const docs = readFileSync(new URL('../../../docs/architecture.md', import.meta.url), 'utf8');
  expect(docs.match(/(?<=## What diagnose leaves out\n\n)(?:- .*\n)+/)?.[0]).toBe(leftOut.map((one) => `- ${one}\n`).join(''));
  expect(beyond).toHaveLength(leftOut.length);
});

describe('other paths', () => {
  test.each(['src/content/technologies/technologies.yaml', 'README.md', 'src/content/projects/.x.md', 'src/content/projects/x.jpg', ''])(
    '%j has no diagnostics',
    (path) => expect(diagnose('text', path, { today })).toEqual({ diagnostics: [], outcomes: [] }),
  );
});

describe('the words of outcomes', () => {
  const read = (metrics: string, locale: string, path = 'src/content/projects/rota.md') =>
    diagnose(`---\ntitle: Rota\nmetrics: ${metrics}\n---\n\nDone.\n`, path, { today, locale });

  test.each([
    ['Page loads fell from 3.5 s to 0.8 s', ['Page loads: from 3.5 s to 0.8 s'], ['Page loads: vorher 3,5 s, nachher 0,8 s']],
    ['{ label: Waiting, before: 5 min, after: 2 min }', ['Waiting: from 5 min to 2 min'], ['Waiting: vorher 5 min, nachher 2 min']],
    [
      '[70% less waiting, Boats ready fell from 12 to 9 a week]',
      ['Waiting: 70% less', 'Boats ready: from 12 a week to 9 a week'],
      ['Waiting: 70 % weniger', 'Boats ready: vorher 12 pro Woche, nachher 9 pro Woche'],
    ],
    ['99.9% uptime and 3x faster builds', ['Uptime: 99.9%; Builds: 3× faster'], ['Uptime: 99,9 %; Builds: 3-mal schneller']],
    [
      '{ speed: [Build time from 9 min to 3 min, Calm], cost: "Costs down 40%" }',
      ['Build time: from 9 min to 3 min', null, 'Costs: 40% less'],
      ['Build time: vorher 9 min, nachher 3 min', null, 'Costs: 40 % weniger'],
    ],
    ['{ speed: [{ value: 20, unit: percent, label: Reach }] }', ['Reach: 20%'], ['Reach: 20 %']],
    ['The crew is happy', [null], [null]],
  ])('%s', (metrics, english, german) => {
    const wordsIn = (locale: string) => read(metrics, locale).outcomes;
    const numbered = (words: readonly (string | null)[]) => words.map((one, index) => ({ index, words: one }));
    expect(wordsIn('en')).toEqual(numbered(english));
    expect(wordsIn('de')).toEqual(numbered(german));
  });

  test('are null for what the schema refuses, which then has its own; the others stay', () => {
    const { diagnostics, outcomes } = read('[70, Calls fell from 30 to 4, { label: A, colour: red }]', 'en');
    expect(outcomes.map(({ words }) => words)).toEqual([null, 'Calls: from 30 to 4', null]);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        ...{ field: 'metrics[0]', line: 3, column: 11, severity: 'error', value: '70' },
        message: '`70` has no label; write a sentence such as "70% less waiting time", or `value`, `unit` and `label`',
      }),
    );
  });

  test('read numbers in the language of the document', () => {
    expect(read('Wartezeit von 1.500 ms auf 0,8 s', 'en', 'src/content/projects/rota.de.md').outcomes).toEqual([
      { index: 0, words: 'Wartezeit: from 1,500 ms to 0.8 s' },
    ]);
  });

  test('are those of case studies alone', () => {
    expect(read('Page loads fell from 3.5 s to 0.8 s', 'en', 'src/content/pages/rota.md').outcomes).toEqual([]);
  });
});

describe('headings without a parser', () => {
  const headings = [
    '# Results',
    '## Challenges',
    '### Solution ##',
    '#Results',
    '  # Results',
    '    # Results',
    '## **Results**',
    '##\tResults',
  ];
  const inline = ['## [Results](x)', '## Re*sul*ts', '## Results &amp; x', '# Results\\', '# '];
  const code = ['```', '```ts', '```a`b', '~~~', '~~~~', '````', '  ```', '- ```', '> ```'];
  const nested = ['- item', '- # Results', '   more', '1. one', '> quote', '> # Results', ': # Results', '[^1]: note', '<div>', 'text <b>'];
  const rest = ['', '', 'text', '- **40% less** x', '===', '---', '- ', '* * *', '| a |', '| - |', '[a]: /x "t', "# x'", '`code'];
  const bodies = fc
    .array(fc.constantFrom(...headings, ...inline, ...code, ...nested, ...rest), { maxLength: 10 })
    .map((lines) => lines.join('\n'));
  const said = ({ roles, results }: Story) => [[...roles].toSorted(), results.split(/\s*\n\s*/).filter(Boolean)];

  test('are those that the parser finds, or unknown', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const plain = readPlainStory(body, { mdx: false });
        if (plain) expect(said(plain)).toEqual(said(readStory(body, { mdx: false })));
      }),
      { numRuns: 3000 },
    );
  });

  test('are known in most bodies', () => {
    const sample = fc.sample(fc.array(fc.constantFrom('# Results', 'text', '', '```', '- item'), { maxLength: 10 }), 100);
    expect(sample.filter((lines) => readPlainStory(lines.join('\n'), { mdx: false }) === null)).toEqual([]);
    expect(readPlainStory('# Results\n\n<b>x</b>', { mdx: false })).toBeNull();
    expect(readPlainStory('# Results', { mdx: true })).toBeNull();
  });
});

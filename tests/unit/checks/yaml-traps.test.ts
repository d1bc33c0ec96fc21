import { describe, expect, test } from 'vitest';
import { check, diagnosticsOf, makeDocument } from '../../fixtures/documents/make.ts';

const metrics = (lines: string) => diagnosticsOf(makeDocument({ metrics: lines }));

describe('a comma that ends a value inside brackets is an error', () => {
  test.each([
    ['metrics:\n  fuel: { label: Fuel, before: 7,9 l, after: 6,2 l }', '14:34 error metrics.fuel.9 l', '14:48 error metrics.fuel.2 l'],
    ['metrics: { label: Fuel, value: 6,2 }', '13:34 error metrics.2'],
    ['metrics:\n  - { label: Fuel, value: 1.140,75 € }', '14:33 error metrics[0].75 €'],
    ['metrics: { fuel: Down to 6,2 l }', '13:28 error metrics.2 l'],
  ])('%s', async (lines, ...expected) => {
    const message = 'has no value: a comma inside `{ }` ends the value before it';
    expect(await metrics(lines)).toEqual(expected.map((at) => `${at} ${message}`));
  });

  test('in a list', async () => {
    expect(await metrics('metrics: [Fuel down from 7,9 l to 6,2 l, Two boats]')).toEqual([
      '13:28 error metrics[1] is the rest of a number: a comma inside `[ ]` ends the item before it',
      '13:37 error metrics[2] is the rest of a number: a comma inside `[ ]` ends the item before it',
    ]);
  });

  test.each([
    ['metrics: [Tide read in 4,5h instead of 9h]', 1],
    ['metrics: [Fees down by €1,2m a year]', 1],
    ["metrics: [Fees down by CHF 1'250,5 a year]", 1],
    ['metrics: [Berths open 99 ,7 % of the year]', 1],
    ['metrics: [Waiting time ٤,٥ h]', 1],
    ['metrics: [Speed ×2,5 on every route]', 1],
  ])('in a list, whatever stands around the number: %s', async (line, index) => {
    expect((await metrics(line)).join('\n')).toContain(`error metrics[${index}] is the rest of a number`);
  });

  test.each([
    ['metrics: { label: Fuel, before: "7,9 l", after: "6,2 l" }'],
    ['metrics:\n  label: Fuel\n  before: 7,9 l\n  after: 6,2 l'],
    ['technologies: [AAC,8K, MPEG-4,3D, H.264,4K]'],
    ['topics: [2021,2022]'],
    ['technologies: [Revit 9,3D Studio]'],
    ['topics: [Season 1,2nd season]'],
  ])('but not in %s', async (line) => {
    const field = line.split(':')[0] ?? '';
    expect(await diagnosticsOf(makeDocument({ [field]: line }))).toEqual([]);
  });
});

describe('an unknown key is an error without a value, too', () => {
  test.each([
    [{ thumbnail: 'thumbnial:' }, '8:1 error thumbnial unknown key `thumbnial`'],
    [{ title: 'titel: ~' }, '2:1 error titel unknown key `titel`'],
    [{ client: 'client:\n  name: Station\n  industri:' }, '6:3 error client.industri unknown key `industri`'],
    [{ metrics: 'metrics:\n  label: Calls\n  value: 4\n  befor:' }, '16:3 error metrics.befor unknown key `befor`'],
    [{ metrics: 'metrics:\n  - label: Calls\n    value: 4\n    methode:' }, '16:5 error metrics[0].methode unknown key `methode`'],
  ])('%j', async (fields, expected) => {
    expect(await diagnosticsOf(makeDocument(fields))).toEqual([expected]);
  });

  test('of a page and of the glossary', async () => {
    const { diagnostics } = await check({
      '/src/content/pages/about.md': '---\ntitle: About\ndescription: Who we are.\nheadline:\n---\n\nText.\n',
      '/src/content/technologies/all.yaml': '- name: Go\n  alias:\n',
    });
    expect(diagnostics.map(({ line, field }) => `${line} ${field}`)).toEqual(['4 headline', '2 [0].alias']);
  });

  test('but not a known key, a category or `extra`', async () => {
    const fields = { status: 'status:', metrics: 'metrics:\n  calls: Calls per rota from 30 to 4\n  cost:', extra: 'extra:\n  mine:' };
    expect(await diagnosticsOf(makeDocument(fields))).toEqual([]);
  });
});

test.each([
  ['metrics:\n  - label: Calls\n    before:\n    after: 4', '15:5 warning metrics[0].before has no value'],
  ['metrics: { calls: { label: Calls, before: 30, after: } }', '13:47 warning metrics.calls.after has no value'],
])('a figure that is left empty is a warning: %j', async (lines, expected) => {
  expect(await metrics(lines)).toContain(expected);
});

describe('text that YAML cuts is a warning', () => {
  const cut = 'loses its end: YAML reads ` #` as the start of a comment';

  test.each([
    ['title: Berth #7 and others', `2:8 warning title ${cut}`],
    ['title: Pier # 9', `2:8 warning title ${cut}`],
    ['title: Sharp #', `2:8 warning title ${cut}`],
    ['title: "Pier" #9 and others', `2:8 warning title ${cut}`],
    ["title: 'Pier' #nine", `2:8 warning title ${cut}`],
    ['title: > #1 on the coast\n  Rota', `2:8 warning title ${cut}`],
    ['title: |- #1 on the coast\n  Rota', `2:8 warning title ${cut}`],
    ['title: &Sons "Boats"', '2:8 warning title loses `&Sons`, which YAML reads as the name of an anchor'],
    ['title: &Sons Boats', '2:8 warning title loses `&Sons`, which YAML reads as the name of an anchor'],
  ])('%s', async (title, expected) => {
    expect(await diagnosticsOf(makeDocument({ title }))).toEqual([expected]);
  });

  test('and explains why the field is empty', async () => {
    expect(await diagnosticsOf(makeDocument({ title: 'title: #1 on the coast' }))).toEqual([
      '2:1 error title is empty but required',
      `2:8 warning title ${cut}`,
    ]);
  });

  test('in a list', async () => {
    expect(await diagnosticsOf(makeDocument({ technologies: 'technologies:\n  - Go\n  - Station #4' }))).toEqual([
      `11:5 warning technologies[1] ${cut}`,
    ]);
  });

  test.each([
    ['title: Rota # the working title'],
    ['title: Rota #TODO: a better one'],
    ['title: Rota #title: Roster'],
    ['title: "Berth #7" #1'],
    ['title: C#4'],
    ['title: > # folded\n  Rota #4'],
    ['title: # the next line\n  Rota'],
    ['title: &name Rota\nstatus: *name'],
  ])('but not %j', async (title) => {
    expect(await diagnosticsOf(makeDocument({ title }))).toEqual([]);
  });

  test.each([['title: *Stars'], ['title: !important'], ['title: ! Go']])('%s is an error', async (title) => {
    expect((await diagnosticsOf(makeDocument({ title })))[0]).toMatch(/^2:\d+ error/);
  });
});

import { describe, expect, test } from 'vitest';
import { check, makeDocument, short } from '../../../fixtures/documents/make.ts';

const secret = 'a secret of the tests';
const selection = (fields: string) => `---\ntitle: Chosen\nfor: A harbour\n${fields}\n---\n\nHere they are.\n`;
const unlisted = makeDocument({ unlisted: 'unlisted: true' });

async function problems(files: Record<string, string>, given: string | undefined = secret): Promise<string[]> {
  const { diagnostics } = await check(files, undefined, undefined, undefined, undefined, given ?? '');
  return diagnostics.map((one) => `${one.path.split('/').at(-1)}:${short(one)}; ${one.fix}`);
}

const chosen = (fields: string) => ({ '/src/content/selections/harbour.md': selection(fields) });

describe('an unlisted case study', () => {
  test('is complete with a secret', async () => expect(await problems({ 'rota.md': unlisted })).toEqual([]));

  test('needs no secret while it is a draft', async () => {
    const draft = makeDocument({ unlisted: 'unlisted: true', draft: 'draft: true' });
    expect((await check({ 'rota.md': draft })).diagnostics).toEqual([]);
  });

  test('stops the build without a secret, and the remedy is a command', async () => {
    const { diagnostics } = await check({ 'rota.md': unlisted, ...chosen('projects: [rota]') });
    expect(diagnostics.map((one) => `${short(one)}; ${one.fix}`)).toEqual([
      '14:1 error unlisted needs a secret, which its address comes from; run `npm run share -- --init`, or set CASEFOLIO_SECRET in the environment',
      '1:1 error needs a secret, which its address comes from; run `npm run share -- --init`, or set CASEFOLIO_SECRET in the environment',
    ]);
  });

  test('is only warned of without a secret while its author writes', async () => {
    const { diagnostics } = await check({ 'rota.md': unlisted }, undefined, undefined, undefined, undefined, '', true);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
  });

  test('needs a secret that nobody guesses', async () => {
    expect(await problems({ 'rota.md': unlisted }, 'harbour')).toEqual([
      expect.stringContaining('error unlisted needs a secret that nobody guesses: CASEFOLIO_SECRET is shorter than 16 characters'),
    ]);
  });

  test.each([
    ['a public one', makeDocument({}, 'See [it](rota.md).')],
    ['another unlisted one', makeDocument({ unlisted: 'unlisted: true' }, 'See [[rota]].')],
  ])('is not linked from %s', async (_name, other) => {
    expect(await problems({ 'rota.md': unlisted, 'tide.md': other })).toEqual([
      expect.stringContaining(
        'error body links to src/content/projects/rota.md, which is unlisted; delete the link, since it would give the address away',
      ),
    ]);
  });
});

describe('a selection', () => {
  const cases = {
    'rota.md': makeDocument({}),
    'tide.md': unlisted,
    'plan.md': makeDocument({ draft: 'draft: true' }),
    'later.md': makeDocument({ publish_at: 'publish_at: 2027-01-01' }),
  };

  test.each([
    ['public and unlisted case studies', 'projects: [tide, rota]', []],
    ['a wrong slug', 'projects: [rotta]', ['harbour.md:4:12 error projects[0] is not the slug of a case study; did you mean `rota`?']],
    [
      'none',
      'projects: []',
      ['harbour.md:4:1 error projects names no case study; list the slugs of some, like `[shop-checkout, stock-counts]`'],
    ],
    [
      'one that is hidden',
      'projects: [rota, plan]',
      [
        'harbour.md:4:18 warning projects[1] is hidden and left out: src/content/projects/plan.md; publish that case study, or make it `unlisted: true`',
      ],
    ],
    [
      'hidden ones alone',
      'projects: [plan, later]',
      [
        expect.stringContaining('error projects names only case studies that are hidden, so the page would be empty'),
        expect.stringContaining('warning projects[0] is hidden and left out'),
        expect.stringContaining('warning projects[1] is hidden and left out'),
      ],
    ],
    [
      'a day that has passed',
      'projects: [rota]\nexpires: 2026-11-21',
      ['harbour.md:5:1 warning expires has passed: the selection has no page any more; write a later date, or delete the file'],
    ],
    ['this day', 'projects: [rota]\nexpires: 2026-11-22', []],
    ['an unknown key', 'projects: [rota]\nexpire: 2027', [expect.stringContaining('unknown key')]],
  ])('with %s', async (_name, fields, expected) => expect(await problems({ ...cases, ...chosen(fields) })).toEqual(expected));

  test('says for whom it is', async () => {
    const silent = { '/src/content/selections/harbour.md': '---\ntitle: Chosen\nprojects: [rota]\n---\n' };
    expect(await problems({ 'rota.md': makeDocument({}), ...silent })).toEqual([]);
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/checks/run.ts';
import { checkAnswer, newProject, checkSlug, type Answers } from '../../src/lib/new-project.ts';
import { pixel, plant } from '../fixtures/import/sites.ts';

const title = 'Größe: C# & Co.';
const answers: Answers = { title, client: 'Yes', tagline: '404: "it" is', technologies: 'C#, .NET ,3.10,' };
const allAnswers: Answers = {
  ...answers,
  business_context: 'a: b',
  technical_challenges: '# c',
  solutions: 'd\n- e',
  metrics: '70% less paper',
  date: '2020-02',
};

async function errorsOf(path: string, text: string, pictures: string[] = []): Promise<string[]> {
  const root = plant({});
  for (const [file, content] of [[path, text], ...pictures.map((picture) => [picture, pixel] as const)] as const) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
  const { diagnostics } = await checkContent({ root, today: '2026-01-01' });
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ field, message }) => `${field} ${message}`);
}

describe('a new case study', () => {
  test.each([
    ['from a title', { title }, true],
    ['from a title and a story', { title, story: '# It is: ---\n' }, false],
    ['from answers without a story', answers, true],
    ['from all answers', allAnswers, false],
  ])('%s passes the check', async (_, given, draft) => {
    const project = newProject(given, { today: '2026-01-01' });
    expect(project.path).toBe('src/content/projects/grosse-c-co/index.md');
    expect(await errorsOf(project.path, project.text)).toEqual([]);
    expect(/^draft: true$/m.test(project.text)).toBe(draft);
    expect(project.draft).toBe(draft);
  });

  test.each(['folder', 'file'] as const)('still passes with every line of guidance uncommented, as a %s', async (form) => {
    const { path, pictures, text } = newProject(answers, { today: '2026-01-01', form });
    const filled = text.replace(/^# (?:All other fields|A draft).*\n/gm, '').replace(/^# (?=\S|\s{2})/gm, '');
    expect(filled).toContain('\nbusiness_context: |\n');
    expect(await errorsOf(path, filled, [`${pictures}/picture.jpg`, `${pictures}/screen.jpg`])).toEqual([]);
  });

  test('keeps answers as they are typed', () => {
    expect(newProject(answers, { today: '2026-01-01' }).text).toMatch(
      /title: "Größe: C# & Co\."\ntagline: '?404: "it" is'?\nclient: Yes\n/,
    );
  });

  test('has the story as its body', () => {
    expect(newProject({ title, story: ' One.\n\nTwo. ' }, { today: '2026-01-01' }).text).toMatch(/\n---\n\nOne\.\n\nTwo\.\n$/);
  });

  test('can be a single file, with its pictures among the assets', () => {
    const { path, pictures } = newProject(answers, { form: 'file', slug: 'x', today: '2026-01-01' });
    expect([path, pictures]).toEqual(['src/content/projects/x.md', 'src/assets/images/projects/x']);
  });
});

describe('an answer', () => {
  test.each([
    ['title', '', 'is missing'],
    ['date', '2023-02-30', 'is not a date: 2023-02 has 28 days'],
    ['date', '', null],
    ['technologies', ' , ', null],
    ['story', '', null],
    ['technologies', 'Go, go', 'repeats entry 0; keep one of the two'],
    ['tagline', 'x'.repeat(201), 'is 201 characters long; the limit is 200'],
    ['client', 'Acme', null],
  ] as const)('%s %j', (question, answer, message) => expect(checkAnswer(question, answer)).toBe(message));

  test.each([
    ['good-one', null],
    ['Bad One', 'has a name that cannot be an address: use lower-case letters, digits and single hyphens; write `bad-one`'],
    ['a.de', 'is the name of a translation; remove the dot'],
    ['_x', 'cannot be an address; write `x`'],
  ])('as slug %s', (slug, message) => expect(checkSlug(slug)).toBe(message));
});

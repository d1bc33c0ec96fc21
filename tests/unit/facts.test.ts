import { describe, expect, test } from 'vitest';
import { stringsFor } from '../../src/i18n/strings.ts';
import { attributionOf, awardLine, bylineOf, creditLine, hasFacts, statusText, topicsOf } from '../../src/lib/facts.ts';
import { makeBareProject, makeProject } from '../fixtures/project.ts';

test.each([
  ['client, industry and year', makeProject(), 'Port of Ostmark · Shipping · 2024'],
  ['what is known of them', makeProject({ client: null }), 'Shipping · 2024'],
  ['nothing', makeBareProject(), ''],
])('a byline names %s', (_what, project, line) => expect(bylineOf(project)).toBe(line));

test.each([
  [{ quote: 'Q', author: 'Ida Berg', role: 'Pilot', company: 'Port' }, 'Ida Berg, Pilot, Port'],
  [{ quote: 'Q', company: 'Port' }, 'Port'],
  [{ quote: 'Q' }, ''],
])('the attribution of %j', (testimonial, line) => expect(attributionOf(testimonial)).toBe(line));

test('awards and credits are named with what is known of them', () => {
  expect([awardLine({ title: 'A' }), awardLine({ title: 'A', by: 'B', year: '2024' })]).toEqual(['A', 'A, B, 2024']);
  expect([creditLine({ name: 'Ada' }), creditLine({ name: 'Ada', role: 'Design' })]).toEqual(['Ada', 'Ada (Design)']);
});

test('topics for readers and for language models are listed once', () => {
  expect(topicsOf({ topics: ['Tides', 'Radio'], llmTopics: ['Radio', 'Ports'] })).toEqual(['Tides', 'Radio', 'Ports']);
});

describe('a status', () => {
  test.each([
    ['ongoing', 'en', 'Ongoing'],
    ['Completed', 'de', 'Abgeschlossen'],
    ['archived', 'fr', 'Archivé'],
    ['ongoing', 'es', 'En curso'],
    ['On hold since May', 'de', 'On hold since May'],
    ['constructor', 'en', 'constructor'],
  ])('%s reads in %s as %s', (status, locale, text) => expect(statusText(status, stringsFor(locale))).toBe(text));
});

test('a case study of a title and a story has no facts, one with any fact has', () => {
  expect(hasFacts(makeBareProject())).toBe(false);
  for (const fact of [
    { role: 'Architect' },
    { topics: ['Tides'] },
    { status: 'ongoing' },
    { credits: [{ name: 'Ada' }] },
    { date: '2024' },
  ])
    expect(hasFacts({ ...makeBareProject(), ...fact })).toBe(true);
});

import { describe, expect, test } from 'vitest';
import { stringsFor } from '../../../src/i18n/strings.ts';
import {
  attributionOf,
  awardLine,
  bylineOf,
  creditLine,
  hasFacts,
  statusText,
  timelineOf,
  topicsOf,
} from '../../../src/lib/project/facts.ts';
import { makeBareProject, makeProject } from '../../fixtures/project.ts';

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

describe('the time of the work', () => {
  test.each([
    ['a length and its end', { duration: { text: '9 weeks' }, date: '2020-11-02' }, '9 weeks, to November 2020', null],
    ['a rough length', { duration: { text: 'about 2.5 years' }, date: '2020-11' }, 'about 2.5 years, to November 2020', null],
    ['a length with a year alone, which the byline has', { duration: { text: '9 weeks' }, date: '2020' }, '9 weeks', null],
    ['words that are no length', { duration: { text: 'Two summers' }, date: '2020-11-02' }, 'Two summers', 'November 2020'],
    ['a beginning, which is no length', { duration: { text: 'since 2014' }, date: '2020-11-02' }, 'since 2014', 'November 2020'],
    ['words that name the year', { duration: { text: 'spring to autumn 2020' }, date: '2020-11-02' }, 'spring to autumn 2020', null],
    [
      'months as a database writes them',
      { duration: { text: '2020-03 until 2020-11-02' }, date: '2020-11-02' },
      'March 2020 until November 2020',
      null,
    ],
    [
      'a span that ends in the month of delivery',
      { duration: { start: '2020-02-03', end: '2020-11-28' }, date: '2020-11-02' },
      'February\u2009–\u2009November 2020',
      null,
    ],
    [
      'a span with a later delivery',
      { duration: { start: '2020-02', end: '2020-11' }, date: '2021-01-15' },
      'February\u2009–\u2009November 2020',
      'January 2021',
    ],
    ['a span without an end', { duration: { start: '2020-02-03' }, date: null }, 'February 2020\u2009–\u2009present', null],
    ['a delivery', { duration: null, date: '2020-11-02' }, null, 'November 2020'],
    ['a year alone, which the byline has', { duration: null, date: '2020' }, null, null],
  ])('%s', (_case, project, timeline, delivered) => {
    expect(timelineOf(project, 'en-GB', stringsFor('en'))).toEqual({ timeline, delivered });
  });

  test.each([
    ['de', '9 Wochen', '9 Wochen, bis November 2020'],
    ['es', '9 semanas', '9 semanas, hasta noviembre de 2020'],
    ['fr', '9 semaines', '9 semaines, jusqu’en novembre 2020'],
  ])('in %s', (locale, text, line) => {
    expect(timelineOf({ duration: { text }, date: '2020-11-02' }, locale, stringsFor(locale)).timeline).toBe(line);
  });
});

test('a case study of a title, a story and a byline has no facts, one with any other fact has', () => {
  const scored = false;
  const bare = makeBareProject({ client: makeProject().client, industry: 'Shipping', date: '2024', year: '2024', impactScore: 7 });
  expect(hasFacts(bare, { scored })).toBe(false);
  expect(hasFacts(bare, { scored: true })).toBe(true);
  for (const fact of [
    { role: 'Architect' },
    { topics: ['Tides'] },
    { status: 'ongoing' },
    { credits: [{ name: 'Ada' }] },
    { date: '2024-05' },
    { client: { name: 'Port', industry: null, size: '40 staff', url: null } },
  ])
    expect(hasFacts({ ...bare, ...fact }, { scored })).toBe(true);
});

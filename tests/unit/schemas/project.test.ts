import { describe, expect, test } from 'vitest';
import { projectSchema, type ProjectData } from '../../../src/schemas/project.ts';
import { SourceScalar } from '../../../src/schemas/scalar.ts';

const minimal = {
  title: 'T',
  tagline: 'S',
  client: 'C',
  technologies: ['Go'],
  business_context: 'B',
  technical_challenges: 'H',
  solutions: 'D',
};

/** Parse a minimal case study with additional fields. */
const parse = (fields: Record<string, unknown>): ProjectData => projectSchema.parse({ ...minimal, ...fields });
const issues = (fields: Record<string, unknown>): string[] =>
  (projectSchema.safeParse({ ...minimal, ...fields }).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('short forms', () => {
  test('a client is a name or a map', () => {
    expect(parse({}).client).toEqual({ name: 'C', confidential: false, also: [] });
    expect(parse({ client: new SourceScalar(1848, '1848') }).client.name).toBe('1848');
  });

  test('a bare thumbnail is decorative, a list of pictures never is', () => {
    expect(parse({ thumbnail: './a.jpg' }).thumbnail).toEqual({ image: './a.jpg', alt: '' });
    expect(issues({ screenshots: ['./a.jpg'] })).toEqual(['screenshots.0: must be {image, alt} or {image, decorative: true}']);
  });

  test('a duration is text or a span', () => {
    expect(parse({ duration: '6 weeks' }).duration).toEqual({ text: '6 weeks' });
    expect(parse({ duration: { start: new SourceScalar(2023, '2023') } }).duration).toEqual({ start: '2023' });
  });

  test('one old address becomes a list, and no other list is made from text', () => {
    expect(parse({ redirect_from: '/old' }).redirect_from).toEqual(['/old']);
    expect(issues({ services: 'Advice, code' })).toEqual(['services: must be a list']);
    expect(issues({ technologies: 'Go' })).toEqual(['technologies: must be a list']);
  });
});

describe('scalars', () => {
  test.each([
    [new SourceScalar(3.1, '3.10'), '3.10'],
    [new SourceScalar(true, 'True'), 'True'],
    [new SourceScalar(404, '404'), '404'],
  ])('a text field shows %o as typed', (scalar, shown) => {
    expect(parse({ title: scalar }).title).toBe(shown);
  });

  test('numbers and booleans are never converted from text', () => {
    expect(issues({ business_impact_score: '8', draft: 'yes' })).toEqual([
      'draft: must be true or false',
      'business_impact_score: must be a number',
    ]);
    expect(issues({ business_impact_score: new SourceScalar(Infinity, '.inf') })).toHaveLength(1);
  });

  test('lengths count grapheme clusters', () => {
    expect(parse({ title: '👩‍🍳'.repeat(120) }).title).toHaveLength(600);
    expect(issues({ title: '👩‍🍳'.repeat(121) })).toEqual(['title: is 121 characters long; the limit is 120']);
    expect(issues({ tagline: 'x'.repeat(201) })).toEqual(['tagline: is 201 characters long; the limit is 200']);
  });
});

describe('rules across fields', () => {
  test.each([
    [
      'neither solution',
      { solutions: undefined },
      'solutions: is missing: describe what you did, in `solutions` or `solution_architecture`',
    ],
    ['an end before the start', { duration: { start: '2023-05', end: '2023-04' } }, 'duration.end: is before the start'],
    ['an end alone', { duration: { end: '2023-04' } }, 'duration.start: is missing'],
    [
      'a secret without alias',
      { client: { name: 'A', confidential: true } },
      'client.alias: is missing: a confidential client is published under its alias',
    ],
    [
      'a picture without alt',
      { screenshots: [{ image: 'a.jpg' }] },
      'screenshots.0.alt: is missing: describe what the picture shows, or write `decorative: true`',
    ],
    [
      'a picture with alt and decorative',
      { screenshots: [{ image: 'a.jpg', alt: 'A', decorative: true }] },
      'screenshots.0.decorative: contradicts `alt`: a decorative picture has no alternative text; keep one of the two',
    ],
    ['a technology twice', { technologies: ['Go', 'PHP', 'go'] }, 'technologies.2: repeats entry 0; keep one of the two'],
    ['no technology', { technologies: [] }, 'technologies: must name at least one technology'],
    [
      '31 technologies',
      { technologies: Array.from({ length: 31 }, (_, index) => `T${index}`) },
      'technologies: must name at most 30 technologies',
    ],
  ])('%s', (_, fields, issue) => {
    expect(issues(fields)).toEqual([issue]);
  });

  test('are reported together with issues of single fields', () => {
    expect(issues({ solutions: undefined, date: '2023-02-30', thumbnial: 'x' })).toHaveLength(3);
  });
});

describe('addresses', () => {
  test.each([
    ['https://example.com/a', null],
    ['HTTP://EXAMPLE.COM', null],
    ['mailto:a@example.com', null],
    ['javascript:alert(1)', 'must be an http(s) or mailto address, not `javascript:`'],
    ['data:text/html,x', 'must be an http(s) or mailto address, not `data:`'],
    ['www.example.com', 'must be a full address that starts with https://, http:// or mailto:'],
    ['example.com:8080/x', 'must be a full address that starts with https://, http:// or mailto:'],
    ['//example.com', 'must be a full address that starts with https://, http:// or mailto:'],
    ['https://exa mple.com', 'must be an address without spaces'],
    ['https://', 'must have a host after https://'],
    ['mailto:nobody', 'must have an email address after mailto:'],
  ])('%s', (url, issue) => {
    expect(issues({ links: [{ label: 'L', url }] })).toEqual(issue === null ? [] : [`links.0.url: ${issue}`]);
  });

  test.each([
    ['/old/path', null],
    ['old', 'must start with a slash'],
    ['https://a.example/b', 'must be a path, without a scheme and host'],
    ['/a?b', 'must not have a query or a fragment'],
    ['/a#b', 'must not have a query or a fragment'],
    ['/a/../b', 'must not contain `.` or `..` segments'],
    ['/a/%2e%2e/b', 'must not contain `.` or `..` segments'],
    ['/a b', 'must not contain spaces or backslashes'],
  ])('%s as an old address', (alias, issue) => {
    expect(issues({ aliases: [alias] })).toEqual(issue === null ? [] : [`aliases.0: ${issue}`]);
  });
});

describe('languages and moments', () => {
  test.each([
    ['de', true],
    ['pt-BR', true],
    ['english', false],
    ['x', false],
    ['en_GB', false],
  ])('%s is a language: %s', (lang, fine) => {
    expect(issues({ lang })).toHaveLength(fine ? 0 : 1);
  });

  test('a date-time to publish at needs an offset', () => {
    expect(issues({ publish_at: '2031-01-01T09:00' })).toEqual([
      'publish_at: must include its offset from UTC, like 2031-01-15T09:00:00+01:00',
    ]);
    expect(parse({ publish_at: '2031-01-01T09:00:00Z' }).publish_at).toBe('2031-01-01T09:00:00Z');
  });
});

test('a date-time is cut to its day, and `extra` keeps plain values', () => {
  const { date, extra } = parse({ date: '2023-08-15T10:00:00Z', extra: { a: { b: [new SourceScalar(1, '1')] } } });
  expect({ date, extra }).toEqual({ date: '2023-08-15', extra: { a: { b: [1] } } });
});

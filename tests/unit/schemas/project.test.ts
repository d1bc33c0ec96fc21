import { describe, expect, test } from 'vitest';
import { projectSchema, type ProjectData } from '../../../src/schemas/project.ts';
import { SourceScalar } from '../../../src/schemas/scalar.ts';

/** Parse a case study of a title and these fields. */
const parse = (fields: Record<string, unknown>): ProjectData => projectSchema.parse({ title: 'T', ...fields });
const issues = (fields: Record<string, unknown>): string[] =>
  (projectSchema.safeParse({ title: 'T', ...fields }).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

test('only a title is required; absent lists are empty', () => {
  expect(issues({ title: undefined })).toEqual(['title: must be text']);
  expect(parse({})).toEqual({
    title: 'T',
    technologies: [],
    topics: [],
    services: [],
    credits: [],
    awards: [],
    metrics_charts: [],
    screenshots: [],
    related: [],
    links: [],
    aliases: [],
    redirect_from: [],
    llm_topics: [],
  });
});

describe('short forms', () => {
  test('a client is a name or a map', () => {
    expect(parse({ client: 'C' }).client).toEqual({ name: 'C', confidential: false, also: [] });
    expect(parse({ client: new SourceScalar(1848, '1848') }).client?.name).toBe('1848');
  });

  test('a bare thumbnail is decorative, a list of pictures never is', () => {
    expect(parse({ thumbnail: './a.jpg' }).thumbnail).toEqual({ image: './a.jpg', alt: '' });
    expect(issues({ screenshots: ['./a.jpg'] })).toEqual(['screenshots.0: must be {image, alt} or {image, decorative: true}']);
  });

  test('credits and awards are texts or maps, and always parsed to maps', () => {
    const year = new SourceScalar(2024, '2024');
    const { credits, awards } = parse({ credits: ['Ana', { name: 'Bo', role: 'Design' }], awards: [year, { title: 'A', by: 'B', year }] });
    expect(credits).toEqual([{ name: 'Ana' }, { name: 'Bo', role: 'Design' }]);
    expect(awards).toEqual([{ title: '2024' }, { title: 'A', by: 'B', year: '2024' }]);
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
    [
      '31 technologies',
      { technologies: Array.from({ length: 31 }, (_, index) => `T${index}`) },
      'technologies: must name at most 30 technologies',
    ],
  ])('%s', (_, fields, issue) => {
    expect(issues(fields)).toEqual([issue]);
  });

  test('are reported together with issues of single fields', () => {
    expect(issues({ duration: { end: '2023-02' }, date: '2023-02-30', thumbnial: 'x' })).toHaveLength(3);
  });
});

describe('fields that are not required', () => {
  const film = { video: 'a.mp4', alt: 'A' };
  test.each([
    ['a film', { screenshots: [{ ...film, poster: 'a.jpg', captions: 'a.vtt' }] }, []],
    ['a picture after a section', { screenshots: [{ image: 'a.jpg', alt: 'A', after: 'solutions' }] }, []],
    ['a thumbnail with a caption', { thumbnail: { image: 'a.jpg', alt: 'A', caption: 'C' } }, []],
    [
      'neither picture nor film',
      { screenshots: [{ alt: 'A' }] },
      ['screenshots.0.image: is missing: write the path of a picture, or `video` with that of a film'],
    ],
    [
      'a picture and a film',
      { screenshots: [{ ...film, image: 'a.jpg' }] },
      ['screenshots.0.video: is beside `image`: an entry is a picture or a film; keep one of the two'],
    ],
    [
      'captions of a picture',
      { metrics_charts: [{ image: 'a.jpg', alt: 'A', captions: 'a.vtt' }] },
      ['metrics_charts.0.captions: belongs to a film, and there is no `video`'],
    ],
    [
      'a film without alt',
      { screenshots: [{ video: 'a.mp4' }] },
      ['screenshots.0.alt: is missing: describe what the picture shows, or write `decorative: true`'],
    ],
    [
      'a comparison',
      { screenshots: [{ compare: { before: { image: 'a.jpg', alt: 'A' }, after: { image: 'b.jpg', alt: 'B' } }, after: 'solutions' }] },
      [],
    ],
    [
      'a comparison of one picture without words',
      { screenshots: [{ compare: { before: { image: 'a.jpg' } } }] },
      [
        'screenshots.0.compare.before.alt: is missing: describe what the picture shows',
        'screenshots.0.compare.after: must be {image, alt}',
      ],
    ],
    [
      'a comparison with a picture',
      {
        screenshots: [{ image: 'c.jpg', alt: 'C', compare: { before: { image: 'a.jpg', alt: 'A' }, after: { image: 'b.jpg', alt: 'B' } } }],
      },
      [
        'screenshots.0.compare: is beside `image` or `video`: keep one of them',
        'screenshots.0.alt: belongs to one picture: write it in `before` and in `after`',
      ],
    ],
    ['a section that does not exist', { screenshots: [{ ...film, after: 'gallery' }] }, [expect.stringContaining('screenshots.0.after: ')]],
    [
      'a film as thumbnail',
      { thumbnail: film },
      ['thumbnail.image: must be the path of a picture', 'thumbnail: Unrecognized key: "video"'],
    ],
    ['a credit without name', { credits: [{ role: 'Design' }] }, ['credits.0.name: must be text']],
    ['a key no credit has', { credits: [{ name: 'A', mail: 'x' }] }, ['credits.0: Unrecognized key: "mail"']],
    ['a list as credit', { credits: [['A']] }, ['credits.0: must be a name, or {name, role, url}']],
    ['an award without title', { awards: [{ by: 'A' }] }, ['awards.0.title: must be text']],
    ['an address that runs code', { awards: [{ title: 'A', url: 'javascript:x' }] }, [expect.stringContaining('awards.0.url: ')]],
    [
      'a path as slug',
      { related: ['/projects/quay/'] },
      ['related.0: must be the slug of a case study, like `shop-relaunch`, without folders and extension'],
    ],
    ['a slug twice', { related: ['quay', 'quay'] }, ['related.1: repeats entry 0; keep one of the two']],
    ['text as order', { order: 'first' }, ['order: must be a number']],
    ['text as flag', { unlisted: 'yes' }, ['unlisted: must be true or false']],
    ['text as topics', { topics: 'Ports' }, ['topics: must be a list']],
    ['words as status', { status: 'On hold' }, []],
    ['a quotation without author', { testimonial: { quote: 'Q' } }, []],
  ])('%s', (_, fields, expected) => {
    expect(issues(fields)).toEqual(expected);
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
    ['/report.pdf', null],
    ['/a/../report.pdf', 'must not contain `.` or `..` segments'],
    ['/a b.pdf', 'must not contain spaces or backslashes'],
    ['report.pdf', 'must be a full address that starts with https://, http:// or mailto:'],
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
    ['/old:rates/', null],
    ['/old%2Fname/', 'must not contain an encoded slash, backslash or control character'],
    ['/old%5cname/', 'must not contain an encoded slash, backslash or control character'],
    ['/100%/', 'contains a percent sign that encodes nothing; write `%25` for it'],
    ['/old%ff/', 'contains a percent sign that encodes nothing; write `%25` for it'],
    ['/old%00/', 'must not contain an encoded slash, backslash or control character'],
    [`/old/${'ü'.repeat(101)}/`, 'must not have a part of more than 200 bytes between slashes'],
    ['/{slug}/', 'must not contain `*`, braces, backquotes or `/:`, which hosts read as patterns'],
    ['/old/*', 'must not contain `*`, braces, backquotes or `/:`, which hosts read as patterns'],
    ['/old/:slug/', 'must not contain `*`, braces, backquotes or `/:`, which hosts read as patterns'],
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

test('a text of one line has no breaks and tabs, but keeps its no-break spaces', () => {
  const { title, tagline } = parse({ title: 'One\r\n two\t\u2028three\u0085four\n', tagline: '9\u00A0am \n and\u00A0noon' });
  expect([title, tagline]).toEqual(['One two three four', '9\u00A0am and\u00A0noon']);
});

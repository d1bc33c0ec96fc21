import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importDocument, importSite, pixel } from '../../fixtures/import/sites.ts';

const head = (yaml: string, body = ''): string => `---\ntitle: One\n${yaml}\n---\n${body}`;

describe('front matter', () => {
  test.each([
    ['heroImage: /a.png\nheroImageAlt: The quay', 'thumbnail:\n  image: ./a.png\n  alt: The quay\n'],
    ['feature_image: a.png', 'thumbnail: ./a.png\n'],
    ['cover: {image: /img/a.png, caption: At dawn, alt: Quay}', 'thumbnail:\n  image: ./a.png\n  alt: Quay\n  caption: At dawn\n'],
    ['image: a.png\nimagealt: Quay\nimagecaption: At dawn', 'thumbnail:\n  image: ./a.png\n  alt: Quay\n  caption: At dawn\naliases'],
    ['image: a.png\nimage_caption: At dawn', 'thumbnail:\n  image: ./a.png\n  decorative: true\n  caption: At dawn\naliases'],
    ['gallery: [{url: /a.png, image_path: a.png, alt: Quay, title: Quay}]', 'screenshots:\n  - image: ./a.png\n    alt: Quay\naliases'],
    ['tools: Go, Rust; go', 'technologies: [Go, Rust]\n'],
    ['techStack: [{name: Go}, {name: Rust}]', 'technologies: [Go, Rust]\n'],
    [
      'customer: {name: Acme, website: "https://acme.example", size: 40 staff}',
      'client:\n  name: Acme\n  size: 40 staff\n  url: https://acme.example\n',
    ],
    ['client_name: Acme\nclient_industry: Retail', 'client: Acme\ndraft: true\nindustry: Retail\n'],
    ['client: 404', 'client: "404"\n'],
    ['publishDate: 2023-07-20T23:40:13-09:00', 'date: 2023-07-20\n'],
    ['date: March 2021', 'date: 2021-03\n'],
    ['dateProj: Fall 2015 - Present', 'duration: Fall 2015 - Present\n'],
    ['start_date: 2020-01-02\nend_date: 2020-05', 'duration:\n  start: 2020-01-02\n  end: 2020-05\n'],
    ['results: ["Costs fell by 30%", "From 9 h to 2 h"]', 'metrics: [Costs fell by 30%, From 9 h to 2 h]\n'],
    ['results: [{title: Bounce rate, value: 12%}]', 'metrics:\n  - label: Bounce rate\n    value: 12%\n'],
    ['impact: {speed: "3x faster"}', 'metrics:\n  speed: 3x faster\n'],
    ['results: [Happier staff, Calm nights]', 'results_metrics: |\n  - Happier staff\n  - Calm nights\n'],
    ['challenge: Salt.\nproblem: Wind.', 'technical_challenges: |\n  Salt.\n\n  Wind.\n'],
    ['testimonial: {text: Good., name: Ann, position: Head}', 'testimonial:\n  quote: Good.\n  author: Ann\n  role: Head\n'],
    ['github: https://example.com/x\nlive_url: https://example.com', 'links:\n  - label: Website\n'],
    ['roles: [Engineer, Lead]', 'role: Engineer, Lead\n'],
    ['gallery: [a.png]', 'screenshots:\n  - image: ./a.png\n    decorative: true\n'],
    ['language: pt_BR', 'lang: pt-BR\n'],
    ['published: false', 'draft: true\n'],
    ['date: 2031-05-01', 'publish_at: 2031-05-01\n'],
    ['params: {client: Acme}', 'client: Acme\n'],
    ['priority: 0x1F\nversion: 3.10\nratio: 2.5', 'extra:\n  priority: "0x1F"\n  version: "3.10"\n  ratio: 2.5\n'],
  ])('%s', async (yaml, expected) => {
    const { text, errors } = await importDocument(head(yaml), { '_projects/a.png': pixel, 'a.png': pixel, 'img/a.png': pixel });
    expect(text).toContain(expected === 'links:\n  - label: Website\n' ? 'url: https://example.com/x' : expected);
    expect(errors).toEqual([]);
  });

  test('turns a description too long for a tagline into the summary', async () => {
    const { text } = await importDocument(head(`description: ${'Lamps report faults. '.repeat(20)}`));
    expect(text).not.toContain('tagline');
    expect(text).toMatch(/executive_summary: (?:Lamps report faults\. ?){20}/);
  });

  test('with a key of invalid YAML loses that key only, which goes to the report', async () => {
    const { text, logged, errors } = await importDocument('---\ntitle: "Open\nclient: [\n---\nThe text.\n');
    expect(logged('unsure').join()).toContain('client: [');
    expect(text).toMatch(/^---\ntitle: Open\n[^]*The text\./);
    expect(errors).toEqual([]);
  });

  test('uses the last value of a repeated key, as Jekyll does; the first goes to the report', async () => {
    const { text, logged } = await importDocument('---\ntitle: First\ntitle: Last\n---\n');
    expect(text).toContain('title: Last');
    expect(logged('unsure')).toContain('front matter: the key `title` appears twice; the last one counts: First');
  });

  test('has its comments in the report', async () => {
    const { logged } = await importDocument('---\n# Of 2020\ntitle: "One # two"\nclient: Acme # ask first\n---\n');
    expect(logged('dropped')).toEqual(['front matter: a comment: # Of 2020', 'front matter: a comment: # ask first']);
  });

  test('keeps in extra what the schema would reject', async () => {
    const { text, errors } = await importDocument(head(`title: ${'long '.repeat(40)}\nurl: javascript:alert(1)\nteam_size: [1, 2]`));
    expect(errors).toEqual([]);
    expect(text).toContain('javascript:alert(1)');
  });
});

test('any document is imported without an error and without a missing word', async () => {
  const keys = [
    'title',
    'name',
    'description',
    'client',
    'date',
    'image',
    'tags',
    'metrics',
    'results',
    'gallery',
    'testimonial',
    'links',
    'url',
    'permalink',
    'team',
    'draft',
    'odd',
  ];
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom('yes', '{{ page.x }}', '2021-02-30', '~', '*a', '"', '- a', 'x.png'),
    fc.array(fc.string()),
    fc.integer(),
    fc.dictionary(fc.constantFrom('name', 'value', 'image', 'quote'), fc.string()),
  );
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '# A',
      '## Results',
      '- **5% up:** x',
      '{% x %}',
      '{{ a',
      '```',
      '---',
      '![',
      '](x)',
      '<div',
      '<img src=x.png>',
      '[a]: b',
      '{: .x}',
      '| a |',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...keys), value), fc.array(line), async (fields, lines) => {
      const { errors, documents } = await importSite({
        '_config.yml': '',
        '_projects/one.md': `---\n${JSON.stringify(fields)}\n---\n${lines.join('\n')}`,
      });
      expect(errors.filter(({ message }) => !/javascript|nests/.test(message))).toEqual([]);
      expect(documents[0]?.logEntries.filter(({ field }) => field === 'words')).toEqual([]);
    }),
    { numRuns: 120 },
  );
}, 60_000);

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importDocument, importSite, pixel } from '../../fixtures/import/sites.ts';

const head = (yaml: string, body = ''): string => `---\ntitle: One\n${yaml}\n---\n${body}`;

describe('front matter', () => {
  test.each([
    ['heroImage: /a.png\nheroImageAlt: The quay', 'thumbnail:\n  image: ./a.png\n  alt: The quay\n'],
    ['feature_image: a.png', 'thumbnail: ./a.png\n'],
    ['cover: {image: /img/a.png, caption: At dawn, alt: Quay}', 'thumbnail:\n  image: ./a.png\n  alt: Quay\n'],
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

describe('text', () => {
  const files = { 'img/a.png': pixel, 'img/b (1).png': pixel };
  test.each([
    ['![A](/img/a.png)', '![A](./a.png)'],
    ['![A]({{ site.baseurl }}/img/a.png "T")', '![A](./a.png "T")'],
    ['![A]({{ "/img/a.png" | relative_url }})', '![A](./a.png)'],
    ['![A](</img/b (1).png>)', '![A](./b-1.png)'],
    ['![A](/img/b%20(1).png)', '![A](./b-1.png)'],
    ['[![A](/img/a.png)](/img/a.png)', '![A](./a.png)'],
    ['![Gone](/img/none.png)', '<!-- ![Gone](/img/none.png) -->'],
    ['![Far](https://else.example/x.png)', '[Far](https://else.example/x.png)'],
    ['![][a]\n\n[a]: /img/a.png', '[a]: ./a.png'],
    ['<img src=\'/img/a.png\' alt="A">', '<img src="./a.png" alt="A">'],
    ['{% include figure.liquid path="img/a.png" title="A" class="x" %}', '![A](./a.png)'],
    ['<div>\n{% include image.html url="/img/a.png" description="A" %}\n</div>', '<div>\n<img src="./a.png" alt="A">\n</div>'],
    ['{% highlight ruby %}\nputs "{{ x }}"\n{% endhighlight %}', '```ruby\nputs "{{ x }}"\n```'],
    ['{% raw %}{{ x }}{% endraw %}', '{{ x }}'],
    ['{% youtube "dQw4w9WgXcQ" %}', '[Video](https://www.youtube.com/watch?v=dQw4w9WgXcQ)'],
    ['<iframe src="https://player.vimeo.com/video/1" title="Film"></iframe>', '<a href="https://player.vimeo.com/video/1">Film</a>'],
    ['{{ page.title }} of {{ site.title }}', 'One of '],
    ['[x](#y){:target="_blank"}', '[x](#y)'],
    ['* TOC\n{:toc}\n\nText', '\nText'],
    ['`{{ site.baseurl }}` and\n\n```\n{% link x %} {: .a}\n```', '`{{ site.baseurl }}` and\n\n```\n{% link x %} {: .a}\n```'],
    ['{% include_relative _note.md %}', 'From beside.'],
    ['{% for x in y %}z{% endfor %}', '{% for x in y %}z{% endfor %}'],
  ])('%s', async (body, expected) => {
    const { text, errors } = await importDocument(head('', body), { ...files, '_projects/_note.md': '---\n---\nFrom beside.' });
    expect(text).toContain(expected);
    expect(errors).toEqual([]);
  });

  test('loses a heading that repeats the title; without a title, the heading becomes it', async () => {
    expect((await importDocument(head('', '# One\n\nText'))).text).not.toContain('# One');
    expect((await importDocument('# *Two*\n\nText')).text).toMatch(/^---\ntitle: Two\n[^]*---\n\nText\n$/);
  });

  test('keeps link definitions with the sections that use them', async () => {
    const { text } = await importDocument(head('', '## Challenge\n\nSee [x][1].\n\n## Notes\n\nEnd\n\n[1]: https://example.com\n'));
    expect(text).toContain('See [x][1].\n\n  [1]: https://example.com\n');
  });

  test('joins the sections of one field, the later ones with their headings', async () => {
    const { text } = await importDocument(head('', '## Challenge\n\nSalt.\n\n## Pain points\n\nWind.\n'));
    expect(text).toContain('technical_challenges: |\n  Salt.\n\n  ## Pain points\n\n  Wind.\n');
  });

  test('yields technologies and outcomes if front matter has none', async () => {
    const { text } = await importDocument(
      head('', '## Tech Stack\n\n- **Back end:** Go, Redis\n- Vue.js\n\n## Outcomes\n\n- **40% less gas**, measured\n- plain 50%\n'),
    );
    expect(text).toContain('technologies: [Go, Redis, Vue.js]');
    expect(text).toContain('metrics: ["40% less gas, measured"]');
  });

  test('never takes a picture from outside the site', async () => {
    const { copies, text } = await importDocument(head('image: ../../../../etc/hostname.png', '![x](../../../../../../../etc/passwd)'));
    expect(copies).toEqual([]);
    expect(text).toContain('<!-- ![x](../../../../../../../etc/passwd) -->');
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

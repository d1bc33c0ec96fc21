import { describe, expect, test } from 'vitest';
import { findMissingWords } from '../../../scripts/import/missing-words.ts';
import { convertHtmlBlocks, htmlToMarkdown } from '../../../scripts/import/text/html.ts';
import { importDocument, importSite, pixel, type Files } from '../../fixtures/import/sites.ts';

const head = (yaml: string, body = ''): string => `---\ntitle: One\n${yaml}\n---\n${body}`;

/** Import the only document of a site; returns its text without front matter. */
async function importBody(files: Files): Promise<string> {
  const { documents, errors } = await importSite(files);
  expect(errors).toEqual([]);
  return bodyOf(documents[0]?.text);
}

function bodyOf(text = ''): string {
  return text.replace(/^---\n[^]*?\n---\n/, '').trim();
}

describe('the text of Jekyll', () => {
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
    ['[![Badge](https://else.example/x.svg)](https://else.example/)', '[Badge](https://else.example/)'],
    ['![][a]\n\n[a]: /img/a.png', '[a]: ./a.png'],
    ['See <img src=\'/img/a.png\' alt="A">', '<img src="./a.png" alt="A">'],
    ['{% include figure.liquid path="img/a.png" title="A" class="x" %}', '![A](./a.png)'],
    ['<div>\n{% include image.html url="/img/a.png" description="A" %}\n</div>', '![A](./a.png)'],
    ['<div>\n  <my-slide>{% include figure.liquid path="img/a.png" %}</my-slide>\n</div>', '![](./a.png)'],
    ['{% image "img/a.png", "A quay", "At dawn" %}', '![A quay](./a.png "At dawn")'],
    ['1. Step\n\n   {% include figure.html src="/img/a.png" alt="A" %}\n\n2. Next', '1. Step\n\n   ![A](./a.png)\n\n2. Next'],
    ['{% highlight ruby %}\nputs "{{ x }}"\n{% endhighlight %}', '```ruby\nputs "{{ x }}"\n```'],
    ['```mermaid\ngraph TD;\n  A[Paper] --> B{{Map}};\n```', '```mermaid\ngraph TD;\n  A[Paper] --> B{{Map}};\n```'],
    ['<div class="mermaid">\n  graph TD\n    A --&gt; B{{Map}}\n</div>', '```mermaid\ngraph TD\n  A --> B{{Map}}\n```'],
    ['```html\n<pre class="mermaid">graph TD</pre>\n```', '```html\n<pre class="mermaid">graph TD</pre>\n```'],
    ['{% raw %}{{ x }}{% endraw %}', '{{ x }}'],
    ['{% youtube "dQw4w9WgXcQ" %}', '[Video](https://www.youtube.com/watch?v=dQw4w9WgXcQ)'],
    ['<iframe src="https://player.vimeo.com/video/1" title="Film"></iframe>', '[Film](https://vimeo.com/1)'],
    ['<iframe src=https://www.youtube.com/embed/x1></iframe>', '[Video](https://www.youtube.com/watch?v=x1)'],
    [
      '<iframe src="https://www.figma.com/embed?a=b&amp;url=https%3A%2F%2Fwww.figma.com%2Ffile%2Fabc%2Fx"></iframe>',
      '[Figma](https://www.figma.com/file/abc/x)',
    ],
    ['<pre><code class="language-ruby">puts &lt;1&gt;\n\n  x</code></pre>', '```ruby\nputs <1>\n\n  x\n```'],
    ['<pre lang="js"><b>let</b> a = {{ x }};\n</pre>', '```js\nlet a = {{ x }};\n```'],
    ['<pre><code>{% raw %}{{ x }}{% endraw %}</code></pre>', '```\n{{ x }}\n```'],
    [
      '<div class="language-go highlighter-rouge"><div class="highlight"><pre><code><span class="k">go</span> x\n\ny</code></pre></div></div>',
      '```go\ngo x\n\ny\n```',
    ],
    ['<pre>\na  b\n</pre>', '<pre>\na  b\n</pre>'],
    ['```html\n<pre><code class="language-js">x</code></pre>\n```', '```html\n<pre><code class="language-js">x</code></pre>\n```'],
    ['{% include note.html content="Mind the *tide*." title="Low water" %}', '> [!NOTE] Low water\n> Mind the *tide*.'],
    ['{% codepen "https://codepen.io/ann/embed/XyZ" %}', '[CodePen](https://codepen.io/ann/pen/XyZ)'],
    ['{% image "img/a.png", "A quay", "At *dawn*" %}', '![A quay](./a.png)\n\n*At \\*dawn\\**'],
    ['{{ page.title }} of {{ site.none }}.', 'One of .'],
    ['{% if page.title == "One" %}Yes{% else %}No{% endif %}', 'Yes'],
    ['{% assign place = "quay" %}At the {{ place }}', 'At the quay'],
    ['{% for x in page.list %}{{ x }} {% endfor %}', 'Salt Wind'],
    ['{% callout "The tide is high" %}It **rose**.{% endcallout %}', 'The tide is high\n\nIt **rose**.'],
    ['[x](https://x.example/){:target="_blank"}', '[x](https://x.example/)'],
    ['[gone]({% link _projects/none.md %})', 'gone'],
    ['* TOC\n{:toc}\n\nText', 'Text'],
    ['<!-- ![Gone](//cdn.example/a.gif) [it](/gone/) -->\n\nText', '<!-- ![Gone](//cdn.example/a.gif) [it](/gone/) -->\n\nText'],
    ['Read [it](https://a.example).{.note}\nMore {.wide #x data-a="b"}', 'Read [it](https://a.example).\nMore'],
    ['The set {.a, .b} and {.5}', 'The set {.a, .b} and {.5}'],
    ['`{{ site.baseurl }}` and\n\n```\n{% link x %} {: .a}\n```', '`{{ site.baseurl }}` and\n\n```\n{% link x %} {: .a}\n```'],
    ['{% include_relative note.txt %}', 'From beside.'],
    ['{% if unfinished %}The words stay', 'The words stay'],
  ])('%s', async (body, expected) => {
    const { text, errors } = await importDocument(head('list: [Salt, Wind]', `${body}\n\nWords.`), {
      ...files,
      '_projects/note.txt': '---\n---\nFrom beside.',
    });
    expect(bodyOf(text)).toContain(expected);
    expect(errors).toEqual([]);
  });

  test('keeps the order and the headings of its author', async () => {
    const story = '## The Problem\n\nOne.\n\n## The User\n\nTwo.\n\n## Results\n\nThree.\n\n## Research\n\nFour.';
    expect(bodyOf((await importDocument(head('', story))).text)).toBe(story);
  });

  test('shows a capture under its name if that names a section, and its words in any case', async () => {
    const { text, logged } = await importDocument(
      head(
        '',
        '{% capture challenge %}\nSalt.\n{% endcapture %}\n{% capture misc %}\nWind.\n{% endcapture %}\n' +
          '{% include project.html challenge=challenge misc=misc %}\n',
      ),
    );
    expect(bodyOf(text)).toBe('## Challenge\n\nSalt.\n\nWind.');
    expect(logged('dropped')).toEqual(['text: the template tag `include project`, which does not exist here; its words and pictures stay']);
  });

  test('shows a captured text where the document prints it', async () => {
    const { text } = await importDocument(head('', '{% capture x %}Salt{% endcapture %}Before {{ x }}.'));
    expect(bodyOf(text)).toBe('Before Salt.');
  });

  test("renders the site's own includes, but reads no file outside of them", async () => {
    const { text } = await importDocument(
      head(
        '',
        '{% include quote.html text="Good." by="Ann" %}\n\n{% include ../secret.html a="b" %}\n\n{% render "/etc/hostname" %}\n\nEnd.',
      ),
      { '_includes/quote.html': '<blockquote>{{ include.text }} <cite>{{ include.by }}</cite></blockquote>', 'secret.html': 'Secret' },
    );
    expect(bodyOf(text)).toBe('> Good.\n>\n> — Ann\n\nEnd.');
  });

  test('loses a heading that repeats the title; without a title, the heading becomes it', async () => {
    expect((await importDocument(head('', '# One\n\nText'))).text).not.toContain('# One');
    expect((await importDocument('# *Two*\n\nText')).text).toMatch(/^---\ntitle: Two\n[^]*---\n\nText\n$/);
  });

  test('yields technologies if front matter has none', async () => {
    const { text } = await importDocument(head('', '## Tech Stack\n\n- **Back end:** Go, Redis\n- Vue.js\n'));
    expect(text).toContain('technologies: [Go, Redis, Vue.js]');
  });

  test.each([
    ['prose is no list', 'We wrote it in Go, Rust and whatever the pilots had at hand.\n'],
    ['a note after the list is none either', 'Go, Rust\n\n_Names and facts are changed for this text._\n\n**See also:** Maps\n'],
  ])('yields technologies from lists only: %s', async (name, section) => {
    const { text } = await importDocument(head('', `## Technology\n\n${section}`));
    expect(/^technologies: .*/m.exec(text)?.[0]).toBe(name.startsWith('prose') ? undefined : 'technologies: [Go, Rust]');
  });

  test('is parted where breaks made empty lines', async () => {
    const { text } = await importDocument(head('', 'One.<br/>\n<br/>  \nTwo.\n<br>\nThree,<br>\nfour.'));
    expect(bodyOf(text)).toBe('One.\n\nTwo.\n\nThree,<br>\nfour.');
  });

  test('loses first headings that say nothing but the kind of page', async () => {
    const { text, logged } = await importDocument(head('', '## Case study\n\n### One\n\n## Two\n\nEnd.'));
    expect(bodyOf(text)).toBe('## Two\n\nEnd.');
    expect(logged('dropped')).toHaveLength(2);
  });

  test('finds a picture whose name the disk spells otherwise', async () => {
    const { text } = await importDocument(head('', '![x](/img/Übersicht.png)'), { ['img/Übersicht.png'.normalize('NFD')]: pixel });
    expect(bodyOf(text)).toBe('![x](./Ubersicht.png)');
  });

  test('never takes a picture from outside the site', async () => {
    const { copies, text } = await importDocument(
      head('image: ../../../../etc/hostname.png', '![x](../../../../../../../etc/passwd)\n\nEnd.'),
    );
    expect(copies).toEqual([]);
    expect(text).toContain('<!-- ![x](../../../../../../../etc/passwd) -->');
  });
});

test.each<[string, Files]>([
  [
    'the defaults of Jekyll',
    {
      '_config.yml':
        'collections: {cases: {output: true}}\ndefaults: [{scope: {type: cases}, values: {client: Amber Works, restricted: true}}]',
      '_cases/a.md': head('', 'For {{ page.client }}.{% unless page.restricted %} The price was 40.{% endunless %}'),
    },
  ],
  [
    'the data of a folder of Eleventy',
    {
      '.eleventy.js': '',
      'work/work.json': '{"client": "Amber Works", "restricted": true}',
      'work/a.md': head('', 'For {{ client }}.{% unless restricted %} The price was 40.{% endunless %}'),
    },
  ],
])('templates read %s, and show what they showed', async (_, files) => {
  expect(await importBody(files)).toBe('For Amber Works.');
});

test('a template prefers the front matter to what the folder gives', async () => {
  const files = {
    '_config.yml': 'collections: {cases: {output: true}}\ndefaults: [{scope: {type: cases}, values: {client: Amber Works}}]',
    '_cases/a.md': head('client: Basalt', 'For {{ page.client }}.'),
  };
  expect(await importBody(files)).toBe('For Basalt.');
});

describe('prose and pictures in front matter', () => {
  const moved = async (yaml: string, body = 'The end.'): Promise<string> =>
    bodyOf((await importDocument(head(yaml, body), { 'a.png': pixel, 'b.png': pixel })).text);

  test.each([
    [
      'titles with texts become sections',
      'parts: [{part-title: Challenge, part-text: Berths were kept on paper.}, {part-title: Our map, part-text: It loads in a second.}]',
      '## Challenge\n\nBerths were kept on paper.\n\n## Our map\n\nIt loads in a second.',
    ],
    [
      'texts alone keep their order',
      'parts: [{x-text: We saw six pilots.}, {y-description: One of them spoke.}]',
      'We saw six pilots.\n\nOne of them spoke.',
    ],
    [
      'pictures keep their words',
      'parts: [{section-image: /a.png, section-image-alt: The map, image-caption: At dawn}]',
      '![The map](./a.png "At dawn")',
    ],
    [
      'numbered pictures keep their own words',
      'parts: {image1: /a.png, image2: /b.png, alt2: Second, alt1: First}',
      '![First](./a.png)\n\n![Second](./b.png)',
    ],
    [
      'quotations keep their source',
      'parts: [{pull-quote: We find every boat now., attribution: A. Sample}]',
      '> We find every boat now.\n>\n> — A. Sample',
    ],
    ['HTML becomes Markdown', 'about_it: "<p>We <b>met</b>.</p><ul><li>One</li><li>Two</li></ul>"', 'We **met**.\n\n- One\n- Two'],
    [
      'a list under a name keeps it',
      'workDone: [We drew every berth., We asked each pilot.]',
      '## Work done\n\n- We drew every berth.\n- We asked each pilot.',
    ],
    [
      'equal words elsewhere cost no heading',
      'steps: [{title: The map of every berth, items: [We drew it.]}, {title: A list of boats, items: [We wrote it.]}]\ndescription: It has the map of every berth and a list of boats.',
      '## The map of every berth\n\n- We drew it.\n\n## A list of boats\n\n- We wrote it.',
    ],
    [
      'films of other sites become links',
      'gallery: ["https://vimeo.com/1234567"]\nparts: {film: {src: /berths.mp4, poster: /a.png, duration: 42 seconds}}',
      '[Video](https://vimeo.com/1234567)\n\n![](./a.png)',
    ],
    [
      'links have their own words',
      'parts: [{text: We saw six pilots., link-url: "https://example.com/map", link-text: See the map}]',
      'We saw six pilots.\n\n[See the map](https://example.com/map)',
    ],
    [
      'the order is that of the front matter, whatever their fields are',
      'plan: {text: First we saw all of the six pilots.}\nreviews_by: x\nclient_feedback: [{quote: It works.}, {quote: It works well for all of us.}]\nend_note: {text: Then we drew a map of all the berths.}',
      'First we saw all of the six pilots.\n\n> It works well for all of us.\n\nThen we drew a map of all the berths.',
    ],
    ['the layout goes', 'parts: [{theme: dark, width: 40, text: We saw six pilots.}]', 'We saw six pilots.'],
  ])('%s', async (_, yaml, expected) => expect(await moved(yaml)).toBe(`${expected}\n\nThe end.`));

  test('end with a logo or a portrait, which has the name of its person', async () => {
    const yaml = 'logo: /a.png\nquote: It works.\nquote_author: Ann\nquote_avatar: /b.png\nplan: {text: First we saw all six pilots.}';
    expect(await moved(yaml)).toBe('First we saw all six pilots.\n\nThe end.\n\n![](./a.png)\n\n![Ann](./b.png)');
  });

  test('do not appear twice', async () => {
    const sentence = 'Berths were kept on paper for forty years.';
    expect(await moved(`description: ${sentence}\nparts: [{text: ${sentence}}, {image: /a.png}]\nthumbnail: /a.png`)).toBe('The end.');
    expect(await moved(`basics: ${sentence}`, `Before.\n\n{{ basics }}`)).toBe(`Before.\n\n${sentence}`);
    expect(await moved(`solution: ${sentence}`, `Before.\n\n{{ page.solution }}`)).toBe(`Before.\n\n${sentence}`);
  });

  test('stay in extra if they are for search engines, or only a word', async () => {
    const { text } = await importDocument(
      head('seo: {description: Words for search engines are no part of the story.}\nmood: calm', 'End.'),
    );
    expect(bodyOf(text)).toBe('End.');
    expect(text).toContain('mood: calm');
  });
});

test('the shortcodes of Hugo keep their pictures, headings and content', async () => {
  const body = await importBody({
    'hugo.yaml': '',
    'content/work/one/index.md': head(
      '',
      [
        '{{< case/challenge image="a.png" >}}\nSalt eats **contacts**.\n{{< /case/challenge >}}',
        '{{% panel title="What we did" %}}\nWe *sealed* them.\n{{% /panel %}}',
        '{{< column >}}{{< figure src="a.png" alt="The kiln" caption="At night" >}}{{< /column >}}',
        '{{< quote author="Ann" >}}\nGood.\n{{< /quote >}}',
        '{{< mermaid class="wide" >}}\n  graph LR\n    A --> B{{x}}\n{{< /mermaid >}}',
        '{{< tags "Go, Rust" >}} [x]({{< ref "none.md" >}})',
        'Written as `{{< figure >}}`.',
      ].join('\n\n'),
    ),
    'content/work/one/a.png': pixel,
  });
  expect(body).toBe(
    [
      '## Challenge',
      '![](./a.png)',
      'Salt eats **contacts**.',
      '## What we did',
      'We *sealed* them.',
      '![The kiln](./a.png "At night")',
      '> Good.\n>\n> — Ann',
      '```mermaid\ngraph LR\n  A --> B{{x}}\n```',
      'Go, Rust x',
      'Written as `{{< figure >}}`.',
    ].join('\n\n'),
  );
});

test.each([
  [':::note\nA *b*\n\n- c\n:::', '> [!NOTE]\n> A *b*\n>\n> - c'],
  [':::warning[Mind the tide]\na\n:::', '> [!WARNING] Mind the tide\n> a'],
  ['::: danger Mind the tide\na\n:::', '> [!CAUTION] Mind the tide\n> a'],
  ['!!! tip "Use this"\n    a\n\n    b\n\nc', '> [!TIP] Use this\n> a\n>\n> b\n\nc'],
  ['a\nb\n{: .notice--info}', '> [!NOTE]\n> a\n> b'],
  ['{{< callout type="warning" >}}a{{< /callout >}}', '> [!WARNING]\n> a'],
  ['{{% notice info %}}\na\n{{% /notice %}}', '> [!NOTE]\n> a'],
  [':::note\n```sh\na\nb\n```\n:::', '> [!NOTE]\n> ```sh\n> a\n> b\n> ```'],
  ['a :::note b', 'a :::note b'],
  [':::columns\na\n:::', ':::columns\na\n:::'],
  ['{{< warning "Mind the tide" >}}\na\n{{< /warning >}}', '> [!WARNING] Mind the tide\n> a'],
  ['> **Note**\n> a\n> b', '> [!NOTE]\n> a\n> b'],
  ['> **Warning:** a', '> [!WARNING]\n> a'],
  ['> **Caution** is what they asked for.', '> **Caution** is what they asked for.'],
  ['> a\n{: .prompt-tip }', '> [!TIP]\n> a'],
  ['{: .important }\na\nb', '> [!IMPORTANT]\n> a\n> b'],
  ['<div class="notice--info" markdown="1">\nA *b*\n</div>', '> [!NOTE]\n> A *b*'],
])('the box %j becomes an alert', async (box, expected) => {
  const body = await importBody({ 'hugo.toml': '', 'content/work/one.md': head('', `Words.\n\n${box}\n`) });
  expect(body).toContain(expected);
});

test('the components of MDX give way to their headings, pictures, data and content', async () => {
  const body = await importBody({
    'astro.config.mjs': 'export default {};',
    'src/content/projects/one.mdx': head(
      '',
      [
        "import Section from '../Section.astro';\nimport quay from '../../assets/quay.png';",
        'export const rows = [\n  { label: "Daily", title: "One view", body: "It\'s open all day." },\n];',
        '<Section title="The brief">\n  Indented **words**.\n\n    <Block title="Inner">\n      More.\n    </Block>\n\n  <Plate image={quay} alt="The quay" />\n</Section>',
        '<Rows rows={rows} />',
        '<div className="grid" style={{ gap: 2 }}>\n  Two {"words"} {/* not these */}\n</div>',
        '<Fancy>Kept.</Fancy>',
        '```jsx\n<Section title={x}>\n  {code}\n</Section>\n```',
      ].join('\n\n'),
    ),
    'src/assets/quay.png': pixel,
  });
  expect(body).toBe(
    [
      '## The brief',
      'Indented **words**.',
      '### Inner',
      'More.',
      '![The quay](./quay.png)',
      '## Daily',
      '**One view**',
      "It's open all day.",
      'Two words',
      'Kept.',
      '```jsx\n<Section title={x}>\n  {code}\n</Section>\n```',
    ].join('\n\n'),
  );
});

test('the ERB of Middleman keeps pictures, links and named blocks', async () => {
  const body = await importBody({
    'config.rb': 'activate :directory_indexes',
    'source/works/one.html.erb': head(
      '',
      `<% content_for :challenge do %>
  <div class="a"><p>Salt.</p></div>
<% end %>
<div class="b">
  <%= image_tag "quay.png",
      :class => "wide",
      :alt => "The quay" %>
  <div class="article__caption">At dawn</div>
</div>
<p><%= link_to "The port", "https://port.example" %> said so.</p>
<% if current_page.data.title %>Seen.<% end %>
<%= partial "partials/contact" %>
<h2>Related</h2>`,
    ),
    'source/images/quay.png': pixel,
  });
  expect(body).toBe('## Challenge\n\nSalt.\n\n![The quay](./quay.png)\n\n*At dawn*\n\n[The port](https://port.example) said so.\n\nSeen.');
});

describe('HTML', () => {
  test.each([
    ['blocks never run together', '<div><div>19/19</div><div>Tests</div></div>', '19/19\n\nTests'],
    ['neighbouring labels never run together', '<div><span>19/19</span><span>Tests</span></div>', '19/19 Tests'],
    ['figures keep their captions', '<figure><img src="a.png" alt="A"><figcaption>At dawn</figcaption></figure>', '![A](a.png "At dawn")'],
    [
      'captions with links stay paragraphs',
      '<figure><img src="a.png" alt="A"><figcaption>At <a href="https://x.example/">dawn</a></figcaption></figure>',
      '![A](a.png)\n\n*At [dawn](https://x.example/)*',
    ],
    [
      'the caption of several pictures too',
      '<figure><img src="a.png" alt="A"> <img src="b.png" alt="B"><figcaption>At dawn</figcaption></figure>',
      '![A](a.png) ![B](b.png)\n\n*At dawn*',
    ],
    [
      'that of a listing becomes its title',
      '<figure><pre><code class="language-js">x</code></pre><figcaption>a.js</figcaption></figure>',
      '```js title="a.js"\nx\n```',
    ],
    ['boxes become alerts', '<div class="alert alert-warning">Mind <b>it</b>.</div>', '> [!WARNING]\n> Mind **it**.'],
    [
      'the titles of boxes too',
      '<div class="admonition tip"><p class="admonition-title">Use this</p><ul><li>a</li></ul></div>',
      '> [!TIP] Use this\n>\n> - a',
    ],
    ['classes of other things make no box', '<div class="info"><p class="success">A</p></div>', 'A'],
    ['sources of quotations stay apart', '<blockquote><p>Good.</p><cite>Ann</cite></blockquote>', '> Good.\n>\n> — Ann'],
    ['paragraphs set as headings are paragraphs', `<h2>${'word '.repeat(40)}</h2>`, 'word '.repeat(40).trim()],
    ['what Markdown lacks stays', '<p>m<sup>2</sup></p>', 'm<sup>2</sup>'],
    ['code keeps its indentation', '<pre><code class="language-js">if (a) {\n  b;\n}</code></pre>', '```js\nif (a) {\n  b;\n}\n```'],
    ['scripts go', '<p>A</p><script>alert(1)</script><style>a{}</style>', 'A'],
  ])('%s', (_, html, expected) => expect(htmlToMarkdown(html)).toBe(expected));

  test.each([
    [
      'Markdown in a block stays Markdown',
      '<div class="row">\n    <div>\n\n![A](a.png)\n\n    </div>\n</div>\n\n*b*',
      '![A](a.png)\n\n*b*',
    ],
    ['Markdown around a block keeps its form', '* a\n* b\n\n<div>c</div>\n\nd  \ne', '* a\n* b\n\nc\n\nd  \ne'],
    ['a block that is never closed loses its tag', 'a\n\n<div class="x">\nb', 'a\n\nb'],
    ['a picture on a line of its own becomes Markdown', 'a\n<img src="a.png" class="wide" alt="A">\nb', 'a\n\n![A](a.png)\n\nb'],
    ['Markdown in a block of kramdown stays Markdown', '<div class="x" markdown="1">\nA *b*\n</div>', 'A *b*'],
    ['inline elements stay', 'a <kbd>b</kbd> <span style="x">c</span>', 'a <kbd>b</kbd> c'],
  ])('%s', (_, markdown, expected) => expect(convertHtmlBlocks(markdown).trim()).toBe(expected));
});

test('words in comments, scripts and template code are not missed', () => {
  const source = ['<!-- a --> {# b #} {/* c */} <% d :alt => "Quay" %> <style>e</style> {{< f title="Dawn" >}} {.g} seen'];
  expect(findMissingWords(source, [])).toEqual(['quay', 'dawn', 'seen']);
  expect(findMissingWords(['/img/The quay.jpg', 'quay.png', 'Caf&eacute; &amp; quay'], [])).toEqual(['café', 'quay']);
});

test('components in the `.md` of a site whose system reads it as MDX', async () => {
  const body = 'Salt.\n\n<Slides>\n\nTwo lamps.\n\n</Slides>\n\n<Pull\n  label="At the quay"\n/>\n';
  const files = { 'package.json': '{}', 'gatsby-config.js': '', 'content/work/one.md': head('', body) };
  expect(await importBody(files)).toBe('Salt.\n\nTwo lamps.\n\nAt the quay');
});

test('a link to another site gets the `https://` that its author left out', async () => {
  const body = 'See [tides](tides.example.com/a), [us](www.tides.example) and [notes](notes.md).';
  expect(await importBody({ 'package.json': '{}', 'content/work/one.md': head('', body) })).toBe(
    'See [tides](https://tides.example.com/a), [us](https://www.tides.example) and notes.',
  );
});

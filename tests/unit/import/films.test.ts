import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importDocument, importSite, pixel, type Files } from '../../fixtures/import/sites.ts';

const film = (name: string) => readFileSync(new URL(`../../fixtures/films/${name}`, import.meta.url));
const captions = 'WEBVTT\n\n00:00.000 --> 00:00.500\nThe tide turns.\n';
const files: Files = {
  'v/tide.mp4': film('silent.mp4'),
  'v/tide.webm': film('silent.webm'),
  'v/loud.mp4': film('sound.mp4'),
  'v/loud.vtt': captions,
  'v/old.mov': Buffer.from('\0\0\0\u0014ftypqt  \0\0\0\0qt  ', 'latin1'),
  'v/phone.mov': film('silent.mp4'),
  'img/low.png': pixel,
  'img/tide.png': pixel,
};

async function importText(body: string) {
  const { text, errors, copies, logged } = await importDocument(`---\ntitle: One\n---\nWords.\n\n${body}\n`, files);
  expect(errors).toEqual([]);
  const written = text.replace(/^---\n[^]*?\n---\n/, '').trim();
  return { body: written.replace(/^Words\.\s*/, ''), names: copies.map(({ name }) => name), missing: logged('missing') };
}

describe('a film', () => {
  test.each([
    ['named as a picture', '![The tide](/v/tide.mp4 "At noon")', '![The tide](./tide.mp4 "At noon")'],
    ['in a link of its own', '[The tide](/v/tide.mp4)', '![The tide](./tide.mp4)'],
    ['in a player', '<video controls title="The tide" src="/v/tide.mp4"></video>', '![The tide](./tide.mp4)'],
    [
      'in a figure',
      '<figure>\n<video aria-label="The tide"><source src="/v/tide.mp4"></video>\n<figcaption>At noon</figcaption>\n</figure>',
      '![The tide](./tide.mp4 "At noon")',
    ],
    ['in an MP4 that a phone calls .mov', '![The tide](/v/phone.mov)', '![The tide](./phone.mp4)'],
    ['in an include', '{% include video.html src="/v/tide.mp4" alt="The tide" caption="At noon" %}', '![The tide](./tide.mp4 "At noon")'],
    ['linked within a sentence', 'See [the tide](/v/tide.mp4) turn.\n\nMore.', 'See the tide turn.\n\n![the tide](./tide.mp4)\n\nMore.'],
    [
      'linked in a list and in HTML, once',
      '- [A](/v/tide.mp4)\n- <a class="x" href="/v/tide.mp4">B</a>\n\nMore.',
      '- A\n- B\n\n![A](./tide.mp4)\n\nMore.',
    ],
    ['linked and shown', '![The tide](/v/tide.mp4)\n\nSee [it](/v/tide.mp4).', '![The tide](./tide.mp4)\n\nSee it.'],
    ['linked from its poster', '[![The tide](/img/low.png)](/v/tide.mp4)', '![The tide](./tide.mp4)'],
  ])('%s', async (_, written, expected) => expect((await importText(written)).body).toBe(expected));

  test('brings its poster, its captions and its second format under its name', async () => {
    const { body, names } = await importText(
      '<video poster="/img/low.png" controls><source src="/v/tide.webm"><source src="/v/tide.mp4">' +
        '<track kind="captions" srclang="de" src="/v/loud.vtt"><track kind="chapters" src="/v/loud.vtt">The tide</video>',
    );
    expect(body).toBe('![The tide](./tide.mp4)');
    expect(names).toEqual(['tide.mp4', 'tide.webm', 'tide.png', 'tide.de.vtt']);
  });

  test('never takes a picture of its name for its poster', async () => {
    const { body, names } = await importText('![A](/img/tide.png)\n\n![The tide](/v/tide.mp4)');
    expect(body).toBe('![A](./tide.png)\n\n![The tide](./tide-2.mp4)');
    expect(names).toEqual(['tide.png', 'tide-2.mp4']);
  });

  test('without words gets those of its file, and the author is asked', async () => {
    const { body, missing } = await importText('<video src="/v/tide.mp4">Your browser does not support videos.</video>');
    expect(body).toBe('![Tide](./tide.mp4)');
    expect(missing).toEqual(['text: the film ./tide.mp4 says nothing of what it shows: write it between its brackets']);
  });

  test('with sound and without captions waits in a comment, because the check would stop at it', async () => {
    const { body, names, missing } = await importText('![The tide](/v/loud.mp4)');
    expect(body).toBe('<!-- ![The tide](./loud.mp4) -->');
    expect(names).toEqual(['loud.mp4']);
    expect(missing).toEqual([
      'text: the film ./loud.mp4 has sound and no captions: readers who cannot hear it miss what is said; write them to `./loud.vtt`, or remove the sound: `ffmpeg -i in.mp4 -c copy -an out.mp4`; then show it again: it is in a comment',
    ]);
  });

  test('in QuickTime is not copied', async () => {
    const { body, missing } = await importText('![The tide](/v/old.mov)');
    expect(body).toBe('<!-- ![The tide](/v/old.mov) -->');
    expect(missing).toEqual([
      'text: the film /v/old.mov is a QuickTime film, which few browsers play; convert it: `ffmpeg -i film.mov -c copy film.mp4`',
    ]);
  });

  test('of another site becomes a link', async () => {
    const { body } = await importText('<video src="https://cdn.example/a.mp4?x=1&amp;y=2" title="The tide"></video>');
    expect(body).toMatch(/^\[The tide\]\(https:\/\/cdn\.example\/a\.mp4\?x=1\\?&y=2\)$/);
  });

  test('in front matter is among the screenshots', async () => {
    const yaml = 'title: One\ngallery:\n  - { video: /v/tide.mp4, poster: /img/low.png, alt: The tide, caption: At noon }';
    const { text, errors, copies } = await importDocument(`---\n${yaml}\n---\nWords.\n`, files);
    expect(errors).toEqual([]);
    expect(text).toContain('- video: ./tide.mp4\n    alt: The tide\n    caption: At noon');
    expect(copies.map(({ name }) => name)).toEqual(['tide.mp4', 'tide.png']);
  });

  test('of MDX and of Hugo', async () => {
    const { documents, errors } = await importSite({
      'astro.config.mjs': 'export default {};',
      'src/content/projects/one.mdx':
        '---\ntitle: One\n---\nimport tide from "../../assets/tide.mp4";\nimport low from "../../assets/low.png";\n\n' +
        'Words.\n\n<video controls src={tide} poster={low.src} title="The tide" />\n\n<Aside type="caution" title="Mind">\n  It *turns*.\n</Aside>\n',
      'src/assets/tide.mp4': film('silent.mp4'),
      'src/assets/low.png': pixel,
    });
    expect(errors).toEqual([]);
    expect(documents[0]?.text).toMatch(/Words\.\n\n!\[The tide\]\(\.\/tide\.mp4\)\n\n> \[!CAUTION\] Mind\n> It \*turns\*\.\n$/);
    expect(documents[0]?.copies.map(({ name }) => name)).toEqual(['tide.mp4', 'tide.png']);
    const hugo = await importSite({
      'hugo.toml': '',
      'content/work/one/index.md': '---\ntitle: One\n---\nWords.\n\n{{< video src="tide.mp4" poster="low.png" caption="The tide" >}}\n',
      'content/work/one/tide.mp4': film('silent.mp4'),
      'content/work/one/low.png': pixel,
    });
    expect(hugo.errors).toEqual([]);
    expect(hugo.documents[0]?.text).toMatch(/Words\.\n\n!\[The tide\]\(\.\/tide\.mp4\)\n$/);
    expect(hugo.documents[0]?.copies.map(({ name }) => name)).toEqual(['tide.mp4', 'tide.png']);
  });
});

test.each([
  [
    'of another site is a link',
    '<audio controls src="https://sound.example/tide.mp3"></audio>',
    '<a href="https://sound.example/tide.mp3">Audio</a>',
    [],
  ],
  [
    'of the old site is a task',
    '<audio controls title="The tide"><source src="/a/tide.ogg"></audio>',
    'The tide',
    ['text: the recording /a/tide.ogg has no player here: put the file into public/, and link to it'],
  ],
])('a recording %s', async (_, written, expected, tasks) => {
  const { body, missing } = await importText(written);
  expect([body, missing]).toEqual([expected, tasks]);
});

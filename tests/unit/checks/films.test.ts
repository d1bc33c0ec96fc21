import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check, makeDocument, png, short } from '../../fixtures/documents/make.ts';

const film = (name: string) => readFileSync(new URL(`../../fixtures/films/${name}`, import.meta.url));
const poster = { '/src/content/projects/clip.png': png(32, 18) };
const captions = { '/src/content/projects/clip.vtt': 'WEBVTT\n' };
const ofFront = (entry: string, files: Record<string, string | Uint8Array>) =>
  check({ 'rota.md': makeDocument({ screenshots: `screenshots:\n  - ${entry}` }), ...files });
const ofBody = (markdown: string, files: Record<string, string | Uint8Array>) => check({ 'rota.md': makeDocument({}, markdown), ...files });

describe('a film', () => {
  test('in front matter or a text is a poster with its film', async () => {
    const files = { '/src/content/projects/clip.mp4': film('silent.mp4'), ...poster };
    for (const { documents, diagnostics } of [
      await ofFront('{ video: clip.mp4, alt: A tide }', files),
      await ofBody('![A tide](clip.mp4 "At noon")', files),
    ]) {
      expect(diagnostics.map(short)).toEqual([]);
      expect(documents).toMatchObject([
        { pictures: { 'clip.mp4': { kind: 'asset', film: { files: [{ seconds: expect.any(Number) }] } } } },
      ]);
    }
  });

  test('with sound needs captions', async () => {
    const files = { '/src/content/projects/clip.webm': film('sound.webm'), ...poster };
    const { diagnostics } = await ofFront('{ video: clip.webm, alt: A tide }', files);
    expect(diagnostics.map((one) => `${short(one)}; ${one.fix}`)).toMatchInlineSnapshot(`
      [
        "15:7 error screenshots[0].video has sound and no captions: readers who cannot hear it miss what is said; write them to \`clip.vtt\`, or remove the sound: \`ffmpeg -i in.mp4 -c copy -an out.mp4\`",
      ]
    `);
    expect((await ofFront('{ video: clip.webm, alt: A tide }', { ...files, ...captions })).diagnostics).toEqual([]);
  });

  test('without sound needs none, and should have a poster', async () => {
    const { diagnostics } = await ofBody('![A tide](clip.webm)', { '/src/content/projects/clip.webm': film('silent.webm') });
    expect(diagnostics.map((one) => `${short(one)}; ${one.fix}`)).toMatchInlineSnapshot(`
      [
        "16:1 warning body names a film that has no poster: readers, feeds and paper have an empty box; save a frame of it as \`clip.jpg\`",
      ]
    `);
  });

  test('that is absent, damaged or without words is an error at its line', async () => {
    const files = {
      '/src/content/projects/clip.mp4': film('silent.mp4'),
      '/src/content/projects/cut.mp4': film('silent.mp4').subarray(0, 200),
    };
    const { diagnostics } = await ofBody('Text.\n\n![](clip.mp4)\n\n![A](cut.mp4)\n\n![B](clap.mp4)', { ...files, ...poster });
    expect(diagnostics.map(short)).toMatchInlineSnapshot(`
      [
        "18:1 error body names a film without alternative text",
        "20:1 error body names a film that is damaged: its tracks cannot be read: \`src/content/projects/cut.mp4\`",
        "22:1 error body names a film that was not found; tried \`src/content/projects/clap.mp4\`, \`public/clap.mp4\`",
      ]
    `);
    const front = await ofFront('{ video: clip.mp4, poster: none.png, alt: A tide }', files);
    expect(front.diagnostics.map(short)).toMatchInlineSnapshot(`
      [
        "15:24 error screenshots[0].poster was not found; tried \`src/content/projects/none.png\`, \`public/none.png\`",
      ]
    `);
  });
});

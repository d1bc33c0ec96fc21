import { describe, expect, test } from 'vitest';
import PictureRows from '../../src/components/project/PictureRows.astro';
import Prose from '../../src/components/ui/Prose.astro';
import { render, textOf } from './render.ts';

const film = {
  files: [
    { src: '/_astro/tide.1a.webm', type: 'video/webm; codecs="vp9"', bytes: 3_100_000 },
    { src: '/_astro/tide.2b.mp4', type: 'video/mp4', bytes: 4_000_000 },
  ],
  captions: [
    { src: '/_astro/tide.3c.vtt', lang: null },
    { src: '/_astro/tide.de.4d.vtt', lang: 'de' },
  ],
  ...{ width: 640, height: 360, seconds: 42.2 },
};
const picture = { kind: 'public', src: '/tide.jpg', width: 640, height: 360, film } as const;
const blank = { kind: 'blank', width: 640, height: 360, film } as const;

describe('a film', () => {
  test('in a text loads nothing before it plays, and has captions, a poster and a link to its file', async () => {
    const html = '<p>Before <img data-picture="tide.mp4" alt="The tide" title="At noon"> after.</p>';
    const { document } = await render(Prose, { props: { html, pictures: { 'tide.mp4': picture } } });
    const video = document.querySelector('video');
    expect(video?.getAttribute('preload')).toBe('none');
    expect(['autoplay', 'loop', 'style'].filter((name) => video?.hasAttribute(name))).toEqual([]);
    expect(['controls', 'playsinline'].filter((name) => !video?.hasAttribute(name))).toEqual([]);
    expect([video?.getAttribute('aria-label'), video?.getAttribute('poster')]).toEqual(['The tide', '/tide.jpg']);
    expect([...(video?.querySelectorAll('source') ?? [])].map(({ src, type }) => [new URL(src, 'https://a').pathname, type])).toEqual([
      ['/_astro/tide.1a.webm', 'video/webm; codecs="vp9"'],
      ['/_astro/tide.2b.mp4', 'video/mp4'],
    ]);
    const tracks = [...(video?.querySelectorAll('track') ?? [])];
    expect(tracks.map((track) => ['srclang', 'label', 'default'].map((name) => track.getAttribute(name)))).toEqual([
      [expect.stringMatching(/^en/), 'Captions', null],
      ['de', 'Deutsch', null],
    ]);
    expect(textOf(document.querySelector('figcaption'))).toBe('At noon Film, 0:42, 3.1\u00a0MB');
    // No paragraph contains it.
    expect([...(document.querySelector('.prose')?.children ?? [])].map(({ tagName }) => tagName)).toEqual(['P', 'FIGURE', 'P']);
  });

  test('without a poster has an empty box and no picture on paper', async () => {
    const html = '<p><img data-picture="tide.mp4" alt="The tide"></p>';
    const { document } = await render(Prose, { props: { html, pictures: { 'tide.mp4': blank } } });
    expect(document.querySelector('video')?.hasAttribute('poster')).toBe(false);
    expect(document.querySelector('img')).toBeNull();
    expect(document.querySelector('.said')?.getAttribute('data-caption')).toBe('The tide');
  });

  test('in a gallery has no button to enlarge it', async () => {
    const illustrations = [
      { picture, alt: 'The tide', caption: null },
      { picture: { ...picture, film: undefined }, alt: 'A still', caption: null },
    ];
    const { document } = await render(PictureRows, { props: { id: 'screens', name: 'Screenshots', illustrations } });
    expect(
      [...document.querySelectorAll('.gallery > li')].map((item) =>
        [item.querySelector('video'), item.querySelector('button')].map(Boolean),
      ),
    ).toEqual([
      [true, false],
      [false, true],
    ]);
  });
});

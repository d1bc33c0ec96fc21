import { expect, test } from 'vitest';
import { frameOf, readEmbed } from '../../../src/lib/markdown/embeds.ts';

test.each([
  ['https://youtu.be/a1', 'YouTube', 'https://youtu.be/a1'],
  ['https://www.youtube.com/watch?v=a1&t=9', 'YouTube', 'https://www.youtube.com/watch?v=a1&t=9'],
  ['https://www.youtube-nocookie.com/embed/a1?start=9&rel=0', 'YouTube', 'https://www.youtube.com/watch?v=a1&t=9'],
  ['https://www.youtube.com/embed/videoseries?list=L1', 'YouTube', 'https://www.youtube.com/playlist?list=L1'],
  ['http://m.youtube.com/shorts/a1', 'YouTube', 'https://m.youtube.com/shorts/a1'],
  ['https://vimeo.com/12', 'Vimeo', 'https://vimeo.com/12'],
  ['https://player.vimeo.com/video/12?h=ab', 'Vimeo', 'https://vimeo.com/12/ab'],
  ['https://www.loom.com/embed/ab12?hide=1', 'Loom', 'https://www.loom.com/share/ab12'],
  ['https://www.figma.com/embed?embed_host=x&url=https%3A%2F%2Fwww.figma.com%2Ffile%2Fab', 'Figma', 'https://www.figma.com/file/ab'],
  ['https://embed.figma.com/design/ab', 'Figma', 'https://www.figma.com/design/ab'],
  ['https://codepen.io/ann/embed/preview/aBc?height=300', 'CodePen', 'https://codepen.io/ann/pen/aBc'],
  ['https://stackblitz.com/edit/vite?embed=1&file=a.ts', 'StackBlitz', 'https://stackblitz.com/edit/vite?file=a.ts'],
])('%s is a work at %s', (address, service, url) => expect(readEmbed(address)).toEqual({ service, url }));

test.each([
  'https://www.youtube.com/@channel',
  'https://vimeo.com/about',
  'https://www.figma.com/embed?url=javascript:alert(1)',
  'https://youtube.com.example.com/watch?v=a1',
  'javascript:alert(1)//youtu.be/a1',
  '/watch?v=a1',
  'youtu.be/a1',
])('%s is none', (address) => expect(readEmbed(address)).toBeNull());

test.each([
  [
    'src="//www.youtube.com/embed/a1" title="A &quot;film&quot;"',
    { service: 'YouTube', url: 'https://www.youtube.com/watch?v=a1', title: 'A "film"' },
  ],
  ["width=5 data-src='https://player.vimeo.com/video/12'", { service: 'Vimeo', url: 'https://vimeo.com/12', title: 'Vimeo' }],
  ['src="https://example.com"', null],
  ['', null],
])('a frame with %s', (attributes, embed) => expect(frameOf(attributes)).toEqual(embed));

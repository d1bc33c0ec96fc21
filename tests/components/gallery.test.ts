import { describe, expect, test } from 'vitest';
import Gallery from '../../src/components/project/Gallery.astro';
import { render } from './render.ts';

const picture = { kind: 'public', src: '/board.png', width: 600, height: 400 } as const;
const show = (...illustrations: { alt: string; caption: string | null }[]) =>
  render(Gallery, {
    props: { id: 'screens', heading: 'Screens', illustrations: illustrations.map((words) => ({ picture, ...words })) },
  });

describe('a gallery', () => {
  test.each([
    ['with a caption', 'The old board', 'Screens The old board Enlarge'],
    ['without one', null, 'Screens Enlarge'],
  ])('names a picture %s only once for readers without styles', async (_name, caption, read) => {
    const { text, document } = await show({ alt: 'A board', caption });
    expect(text).toBe(read);
    expect([...document.querySelectorAll('img')].map(({ alt }) => alt)).toEqual(['A board', '']);
    expect(document.querySelector('dialog')?.getAttribute('aria-label')).toBe('A board');
  });

  test('links to the picture itself where a button cannot open a dialog', async () => {
    const { document } = await show({ alt: 'A board', caption: null });
    const link = document.querySelector('a');
    expect([link?.getAttribute('href'), link?.getAttribute('aria-label')]).toEqual(['/board.png', 'Enlarge: A board']);
  });

  test('names a decorative picture after its caption, or after the gallery', async () => {
    const { document } = await show({ alt: '', caption: 'At night' }, { alt: '', caption: null });
    const names = [...document.querySelectorAll('dialog')].map((dialog) => dialog.getAttribute('aria-label'));
    expect(names).toEqual(['At night', 'Screens']);
  });
});

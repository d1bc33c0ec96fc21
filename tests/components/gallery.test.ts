import { describe, expect, test } from 'vitest';
import CaseSection from '../../src/components/project/CaseSection.astro';
import Gallery from '../../src/components/project/Gallery.astro';
import HeroFigure from '../../src/components/project/HeroFigure.astro';
import Case from '../../src/layouts/Case.astro';
import { sectionId } from '../../src/lib/markdown/heading-ids.ts';
import { makeProject } from '../fixtures/project.ts';
import { render, textOf } from './render.ts';

const picture = { kind: 'public', src: '/board.png', width: 600, height: 400 } as const;
const show = (...illustrations: { alt: string; caption: string | null }[]) =>
  render(Gallery, {
    props: { id: 'screens', heading: 'Screens', illustrations: illustrations.map((words) => ({ picture, ...words })) },
  });

/** Compute the name of a button: the words and names of the elements that label it, those that are hidden left out. */
const nameOf = (button: Element, document: Document) =>
  (button.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id))
    .map((label) => label?.getAttribute('aria-label') ?? textOf(label?.querySelector(':not([hidden])')))
    .join(' ');

describe('a gallery', () => {
  test.each([
    ['with a caption', 'The old board'],
    ['without one', null],
  ])('has the alternative text of a picture %s only once, where readers without styles see it', async (_name, caption) => {
    const { document, html } = await show({ alt: 'A board', caption });
    expect([...document.querySelectorAll('img')].map(({ alt }) => alt)).toEqual(['A board', '']);
    expect(textOf(document.querySelector('figcaption > span'))).toBe(caption ?? '');
    expect(html.replace(/<[^>]+>/g, '')).not.toContain('A board');
  });

  test('has one button for each picture, named after it, that opens it', async () => {
    const { document } = await show({ alt: 'A board', caption: null }, { alt: 'A quay', caption: 'At noon' });
    const buttons = [...document.querySelectorAll('button')];
    expect(buttons.map((button) => nameOf(button, document))).toEqual(['Enlarge A board', 'Enlarge A quay']);
    const opened = buttons.map((button) => document.getElementById(button.getAttribute('popovertarget') ?? ''));
    expect(opened.map((dialog) => [dialog?.localName, dialog?.hasAttribute('popover'), dialog?.getAttribute('aria-label')])).toEqual([
      ['dialog', true, 'A board'],
      ['dialog', true, 'A quay'],
    ]);
  });

  test('offers no neighbours to a single picture', async () => {
    const words = async (...all: Parameters<typeof show>) =>
      [...(await show(...all)).document.querySelectorAll('button')].map((button) => textOf(button));
    const board = { alt: 'A board', caption: null };
    expect(await words(board)).toEqual(['Enlarge Close']);
    expect(await words(board, board)).toEqual(Array(2).fill('Enlarge Close Previous Next'));
  });

  test('names a decorative picture after its caption, or after the gallery', async () => {
    const { document } = await show({ alt: '', caption: 'At night' }, { alt: '', caption: null });
    const names = [...document.querySelectorAll('dialog')].map((dialog) => dialog.getAttribute('aria-label'));
    expect(names).toEqual(['At night', 'Screens']);
  });

  test('shows a tall picture from its top, and the whole of it enlarged', async () => {
    const tall = { ...picture, width: 980, height: 9800 };
    const props = { id: 'screens', heading: 'Screens', illustrations: [{ picture: tall, alt: 'A page', caption: null }] };
    const { document } = await render(Gallery, { props });
    expect([...document.querySelectorAll('img')].map((image) => [image.getAttribute('width'), image.getAttribute('height')])).toEqual([
      ['980', '1400'],
      ['980', '9800'],
    ]);
  });
});

describe('a picture that belongs to a section', () => {
  const board = { picture, alt: 'A board', caption: 'The board.' };

  test('follows the text of the section', async () => {
    const props = { id: 'section-solutions', field: 'solutions', html: '<p>A float.</p>', pictures: {}, figures: [board] };
    const { document } = await render(CaseSection, { props });
    const parts = [...(document.querySelector('section')?.children ?? [])].map((element) => element.className);
    expect(parts.slice(-2)).toEqual([expect.stringContaining('prose'), 'gallery']);
  });

  test.each(['business_context', 'results_metrics', 'key_learnings'] as const)(
    'is shown after %s, and not in the gallery',
    async (after) => {
      const sections = (['business_context', 'results_metrics', 'key_learnings'] as const).map((field) => ({
        field,
        html: `<p>${field}</p>`,
      }));
      const project = makeProject({
        sections,
        screenshots: [
          { ...board, after },
          { ...board, alt: 'A quay' },
        ],
        charts: [{ ...board, alt: 'A chart' }],
      });
      const { document } = await render(Case, { props: { project, next: null, related: [] } });
      const altsOf = (selector: string) =>
        [...document.querySelectorAll(`${selector} picture img, ${selector} figure > img`)].map((image) => image.getAttribute('alt'));
      expect(altsOf(`section[aria-labelledby=${sectionId(after)}]`)).toEqual(['A board']);
      expect(altsOf('section[aria-labelledby=screens]')).toEqual(['A quay']);
      expect(altsOf('section[aria-labelledby=measurements]')).toEqual(['A chart']);
    },
  );

  test('leaves no empty gallery behind', async () => {
    const project = makeProject({ screenshots: [{ ...board, after: 'business_context' }] });
    const { document } = await render(Case, { props: { project, next: null, related: [] } });
    expect(document.querySelectorAll('.gallery')).toHaveLength(1);
    expect(document.getElementById('screens')).toBeNull();
  });
});

test.each([
  ['its caption', 'The quay at noon.', 'The quay at noon.'],
  ['nothing below it without one', null, ''],
])('the picture at the head of the page has %s', async (_case, caption, expected) => {
  const { text, document } = await render(HeroFigure, { props: { illustration: { picture, alt: 'A quay', caption }, slug: 'x' } });
  expect(text).toBe(expected);
  expect(document.querySelector('figcaption') !== null).toBe(caption !== null);
});

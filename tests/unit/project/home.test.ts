import { describe, expect, test } from 'vitest';
import { featuredOf, lowerHeadings, splitHome } from '../../../src/lib/project/home.ts';
import { homeParts, type HomePart } from '../../../src/schemas/navigation.ts';

describe('the first screen of the home page has', () => {
  test.each<[string, HomePart[], object]>([
    [
      'plate and figures, which come first by default',
      [...homeParts],
      { plate: true, figures: true, rest: ['work', 'quote', 'about', 'contact'] },
    ],
    ['a plate alone', ['plate', 'work', 'figures'], { plate: true, figures: false, rest: ['work', 'figures'] }],
    ['figures alone, a plate behind them being a part of its own', ['figures', 'plate'], { plate: false, figures: true, rest: ['plate'] }],
    ['neither below another part', ['about', 'plate', 'figures'], { plate: false, figures: false, rest: ['about', 'plate', 'figures'] }],
    ['nothing where nothing is named', [], { plate: false, figures: false, rest: [] }],
  ])('%s', (_what, parts, expected) => expect(splitHome(parts)).toEqual(expected));
});

test('headings of a text are one level lower below its title', () => {
  expect(lowerHeadings('<h2 id="a">A</h2><p>h2</p><h5>B</h5><h6>C</h6><hr><header>')).toBe(
    '<h3 id="a">A</h3><p>h2</p><h6>B</h6><h6>C</h6><hr><header>',
  );
});

test('featured case studies are shown, or else the first four', () => {
  const cases = [false, false, true, false, true].map((featured, id) => ({ id, featured }));
  expect(featuredOf(cases).map(({ id }) => id)).toEqual([2, 4]);
  expect(featuredOf(cases.map((one) => ({ ...one, featured: false }))).map(({ id }) => id)).toEqual([0, 1, 2, 3]);
});

import { describe, expect, test } from 'vitest';
import { headerSheet } from '../../src/lib/header-sheet.ts';

const sheetOf = (name: string, menu: readonly string[] = [], { before = 0, scale = 'regular' as 'regular' | 'large' } = {}) =>
  headerSheet({ name, menu, before, scale });
const reserved = (sheet: string) =>
  [...sheet.matchAll(/li:nth-child\((\d+)\)\{min-width:([\d.]+)em\}/g)].map(([, , width]) => Number(width));
/** Below which width of the screen the menu is below the name, in rem. */
const below = (sheet: string) => Number(/^@media\(width<(\d+)rem\)\{body>header nav\{flex-basis:100%\}/.exec(sheet)?.[1]);

const menu = ['Work', 'Results', 'About', 'Contact'];

describe('the styles of the header', () => {
  test('set the menu below the name where both have no room in one line', () => {
    expect(sheetOf('Tern & Tide', menu)).toBe('@media(width<30rem){body>header nav{flex-basis:100%}}');
    expect(below(sheetOf('Tern & Tide Engineering', menu))).toBeGreaterThan(34);
  });

  test('know the mark, and that a larger scale has larger entries', () => {
    const plain = below(sheetOf('Tern & Tide', menu));
    expect(below(sheetOf('Tern & Tide', menu, { before: 2 }))).toBeGreaterThan(plain);
    expect(below(sheetOf('Tern & Tide', menu, { scale: 'large' }))).toBeGreaterThan(plain);
  });

  test('are left out where every phone has room for both, and where there is no menu', () => {
    expect([sheetOf('Holm', ['Work', 'About']), sheetOf('Holm')]).toEqual(['', '']);
  });

  test('reserve a width for each entry of a menu of two lines, in their order, by its letters', () => {
    const [narrow = 0, wide = 0, accented, plain] = reserved(sheetOf('Holm', ['Illi', 'WMWMWMWMWM', 'Années', 'Annees']));
    expect([wide > 3 * narrow, narrow > 0]).toEqual([true, true]);
    expect(accented).toBe(plain);
  });

  test('set a long name in two lines on phones, and leave one without a space as it is', () => {
    expect(sheetOf('Nordlicht Werkstatt und Reederei', menu)).toMatch(/@media\(width<40rem\)\{body>header>div>a\{max-width:[\d.]+em\}\}$/);
    expect(sheetOf('Donaudampfschifffahrtsgesellschaft', menu)).not.toContain('max-width');
  });
});

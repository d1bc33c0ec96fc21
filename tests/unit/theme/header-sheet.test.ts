import { describe, expect, test } from 'vitest';
import { headerSheet } from '../../../src/lib/theme/header-sheet.ts';

const sheetOf = (name: string, menu: readonly string[] = [], { before = 0, scale = 'regular' as 'regular' | 'large' } = {}) =>
  headerSheet({ name, menu, before, scale });
const reserved = (sheet: string) =>
  [...sheet.matchAll(/li:nth-child\((\d+)\)\{min-width:([\d.]+)em\}/g)].map(([, , width]) => Number(width));
const menu = ['Work', 'Results', 'About', 'Contact'];

describe('the styles of the header', () => {
  test('set the menu beside the name on phones that have room for both in one line', () => {
    expect(sheetOf('Holm', menu.slice(0, 3))).toBe('@media(width>=20rem){body>header nav{width:auto}}');
    expect(sheetOf('Tern & Tide', menu.slice(0, 3))).toBe('@media(width>=24rem){body>header nav{width:auto}}');
  });

  test('set it below the name where a tablet has no room for both', () => {
    expect(sheetOf('Tern & Tide Engineering', [...menu, ...menu])).toMatch(/^@media\(width<59rem\)\{body>header nav\{width:100%\}\}/);
  });

  test('are left out where the screen is the usual one', () => expect(sheetOf('Tern & Tide', menu)).toBe(''));

  test('know the mark, and that a larger scale has larger entries', () => {
    const from = (sheet: string) => Number(/width>=(\d+)/.exec(sheet)?.[1]);
    const plain = from(sheetOf('Tern & Tide', menu.slice(0, 3)));
    expect(from(sheetOf('Tern & Tide', menu.slice(0, 3), { before: 2 }))).toBeGreaterThan(plain);
    expect(from(sheetOf('Tern & Tide', menu.slice(0, 3), { scale: 'large' }))).toBeGreaterThan(plain);
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

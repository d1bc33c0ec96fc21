import { describe, expect, test } from 'vitest';
import { headerSheet } from '../../../src/lib/theme/header-sheet.ts';

const sheetOf = (name: string, menu: readonly string[] = [], { before = 0, scale = 'regular' as 'regular' | 'large' } = {}) =>
  headerSheet({ name, menu, before, scale });
const columnsOf = (menu: readonly string[]) => {
  const columns = /@media\(width<(\d+)rem\)\{body>header ul\{[^}]*min\(100%,max\(([\d.]+)em,(\d+)%\)\)/.exec(sheetOf('Holm', menu));
  const [below = 0, width = 0, share = 0] = (columns ?? []).slice(1).map(Number);
  return { below, width, share };
};
const menu = ['Work', 'Results', 'About', 'Contact'];

describe('the styles of the header', () => {
  test('set the menu beside the name on phones that have room for both in one line', () => {
    expect(sheetOf('Holm', menu.slice(0, 3))).toBe('@media(width>=19rem){body>header nav{width:auto}}');
    expect(sheetOf('Tern & Tide', menu.slice(0, 3))).toBe('@media(width>=24rem){body>header nav{width:auto}}');
  });

  test('set it below the name where a tablet has no room for both', () => {
    expect(sheetOf('Tern & Tide Engineering', [...menu, ...menu])).toMatch(/^@media\(width<57rem\)\{body>header nav\{width:100%\}\}/);
  });

  test('are left out where the screen is the usual one', () => expect(sheetOf('Tern & Tide', menu)).toBe(''));

  test('know the mark, and that a larger scale has larger entries', () => {
    const from = (sheet: string) => Number(/width>=(\d+)/.exec(sheet)?.[1]);
    const plain = from(sheetOf('Tern & Tide', menu.slice(0, 3)));
    expect(from(sheetOf('Tern & Tide', menu.slice(0, 3), { before: 2 }))).toBeGreaterThan(plain);
    expect(from(sheetOf('Holm', menu, { scale: 'large' }))).toBeGreaterThan(from(sheetOf('Holm', menu)));
  });

  test('set a menu of more than one line in columns for its widest entry, and no more than two rows need', () => {
    expect(columnsOf(['Work', 'Results', 'Accessibility', 'Contact'])).toEqual({ below: 22, width: 6.3, share: 33 });
    expect(columnsOf([...menu, ...menu])).toMatchObject({ share: 20 });
    const narrow = columnsOf([...menu, 'Illustration']);
    const wide = columnsOf([...menu, 'WMWMWMWMWM']);
    expect([narrow.width < wide.width, narrow.below < wide.below, narrow.share]).toEqual([true, true, 25]);
    expect(columnsOf([...menu, 'Récapitulatif'])).toEqual(columnsOf([...menu, 'Recapitulatif']));
  });

  test('set a long name in two lines on phones, and leave one without a space as it is', () => {
    expect(sheetOf('Nordlicht Werkstatt und Reederei', menu)).toMatch(/@media\(width<40rem\)\{body>header>div>a\{max-width:[\d.]+em\}\}$/);
    expect(sheetOf('Donaudampfschifffahrtsgesellschaft', menu)).not.toContain('max-width');
  });
});

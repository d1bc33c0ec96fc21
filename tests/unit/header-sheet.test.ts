import { describe, expect, test } from 'vitest';
import { headerSheet } from '../../src/lib/header-sheet.ts';

const sheetOf = (name: string, menu: readonly string[] = [], before = 0) => headerSheet({ name, menu, before });
const reserved = (sheet: string) =>
  [...sheet.matchAll(/li:nth-child\((\d+)\)\{min-width:([\d.]+)em\}/g)].map(([, , width]) => Number(width));

describe('the styles of the header', () => {
  test('reserve a width for each entry, in their order, by its letters', () => {
    const [narrow = 0, wide = 0, accented, plain] = reserved(sheetOf('Holm', ['Illi', 'WMWM', 'Années', 'Annees']));
    expect([wide > 3 * narrow, narrow > 0]).toEqual([true, true]);
    expect(accented).toBe(plain);
  });

  test('reserve the width of a short name, with what precedes it', () => {
    const width = (sheet: string) => Number(/>a\{min-width:([\d.]+)em\}/.exec(sheet)?.[1]);
    expect(width(sheetOf('Holm', [], 2))).toBeCloseTo(width(sheetOf('Holm')) + 2, 1);
  });

  test('are left out where the menu has one line on every phone, below the name', () => {
    expect(sheetOf('Tern & Tide', ['Work', 'Results', 'About', 'Contact'])).toBe('');
    expect(sheetOf('Holm', ['Work', 'About'])).not.toBe('');
  });

  test('set a long name in two lines on phones, one without a space in one, and reserve its width on wider screens', () => {
    expect(sheetOf('Nordlicht Werkstatt und Reederei', ['Werk', 'Bericht', 'Technologien', 'Auszeichnungen'])).toMatch(
      /@media\(width<40rem\)\{[^}]*>a\{max-width:[\d.]+em\}\}@media\(width>=40rem\)\{[^}]*>a\{min-width:[\d.]+em\}\}/,
    );
    expect(sheetOf('Donaudampfschifffahrtsgesellschaft', ['Werk', 'Bericht', 'Technologien', 'Auszeichnungen'])).not.toContain('max-width');
  });
});

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

  test('set a long name in two lines on phones, and leave one without a space as it is', () => {
    expect(sheetOf('Nordlicht Werkstatt und Reederei')).toMatch(/@media\(width<40rem\)\{[^}]*>a\{max-width:[\d.]+em\}\}/);
    expect(sheetOf('Donaudampfschifffahrtsgesellschaft')).toBe('@media(width<64rem){}');
  });
});

import { expect, test } from 'vitest';
import { counted, stringsFor } from '../../src/lib/strings.ts';

const forms = { one: 'case study', other: 'case studies' };

test.each([
  [0, '0 case studies'],
  [1, '1 case study'],
  [2, '2 case studies'],
  [1200, '1,200 case studies'],
])('%i is said as %s', (count, said) => expect(counted(count, forms, 'en-GB')).toBe(said));

test('a region has the words of its language', () => expect(stringsFor('en-AU')).toBe(stringsFor('en')));

test('a language without words of its own has the English ones', () => expect(stringsFor('eo').home).toBe('Home'));

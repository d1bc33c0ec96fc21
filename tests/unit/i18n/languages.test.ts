import { expect, test } from 'vitest';
import { textDirection, languageName } from '../../../src/i18n/languages.ts';

test.each([
  ['de-AT', 'ltr'],
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['az-Arab', 'rtl'],
  ['ku', 'ltr'],
])('%s is written %s', (tag, direction) => expect(textDirection(tag)).toBe(direction));

test.each([
  ['de', 'Deutsch'],
  ['en', 'English'],
  ['fr', 'Français'],
  ['es', 'Español'],
])('%s is named %s in its own language', (tag, name) => expect(languageName(tag)).toBe(name));

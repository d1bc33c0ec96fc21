import { expect, test } from 'vitest';
import { z } from 'zod';
import { themeSchema } from '../../../src/schemas/theme.ts';

const messageOf = (accent: unknown): string => {
  const { error } = themeSchema.safeParse({ accent });
  return error ? z.prettifyError(error) : '';
};

test('without a choice the theme is today’s', () => {
  expect(themeSchema.parse(undefined)).toEqual({ paper: 'warm', type: 'report', scale: 'regular', density: 'regular', ratio: '3:2' });
});

test.each(['#123', '#aabbcc', 'rgb(12 34 56)', 'rgb(12, 34, 56)', 'hsl(200deg 50% 50%)', 'oklch(50% 0.1 200)', 'Teal', ' teal ', '#123f'])(
  'an accent is any opaque colour: %s',
  (accent) => expect(messageOf(accent)).toBe(''),
);

test.each(['#12', 'bluish', '', 'var(--blue)', 'linear-gradient(red, blue)'])('an accent that is none has an error: %j', (accent) =>
  expect(messageOf(accent)).toContain(`\`${accent}\` is not a CSS colour; write it like '#e2574c', 'oklch(62% 0.19 28)' or 'teal'`),
);

test.each(['#12345680', 'rgb(1 2 3 / 50%)', 'transparent'])('a translucent accent has an error: %s', (accent) =>
  expect(messageOf(accent)).toContain('is translucent; write the colour without its alpha'),
);

test('a misspelt option and a value that is none have errors', () => {
  const { error } = themeSchema.safeParse({ papr: 'warm', ratio: '2:1' });
  expect(error?.issues.map(({ message }) => message)).toEqual([
    'Invalid option: expected one of "16:10"|"3:2"|"4:3"|"1:1"',
    'Unrecognized key: "papr"',
  ]);
});

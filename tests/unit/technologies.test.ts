import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { technologyKey, technologySlug } from '../../src/lib/technologies.ts';

test.each([
  ['C', 'c'],
  ['C#', 'c-sharp'],
  ['C++', 'c-plus-plus'],
  ['F#', 'f-sharp'],
  ['.NET', 'dotnet'],
  ['ASP.NET Core', 'asp-dotnet-core'],
  ['Node.js', 'node-js'],
  ['Vue.js', 'vue-js'],
  ['R&D', 'r-and-d'],
  ['Crème', 'creme'],
  ['CI/CD', 'ci-cd'],
  ['  AWS  ', 'aws'],
  ['constructor', 'constructor'],
  ['__proto__', 'proto'],
  ['日本', 'u65e5-u672c'],
])('%s is found at %s', (name, slug) => expect(technologySlug(name)).toBe(slug));

test('every name has a legal address', () => {
  fc.assert(fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (name) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(technologySlug(name))));
});

describe('spellings of one technology', () => {
  test.each([
    ['Node.js', 'NodeJS'],
    ['Vue.js', 'vue js'],
    ['Ruby on Rails', 'ruby-on-rails'],
  ])('%s and %s are one', (a, b) => expect(technologyKey(a)).toBe(technologyKey(b)));

  test.each([
    ['C', 'C#'],
    ['C#', 'C++'],
    ['Java', 'JavaScript'],
  ])('%s and %s are two', (a, b) => expect(technologyKey(a)).not.toBe(technologyKey(b)));
});

/** Signs that carry meaning in a technology's name and would vanish from its address. */
const spoken: readonly (readonly [RegExp, string])[] = [
  [/\+/g, ' plus '],
  [/#/g, ' sharp '],
  [/&/g, ' and '],
  [/^\.net\b/i, 'dotnet'],
  [/\.net\b/gi, ' dotnet'],
];

/** Turn a technology's name into a readable address part: `C#` is `c-sharp`, `.NET` is `dotnet`, `Node.js` is `node-js`. */
export function technologySlug(name: string): string {
  const words = spoken.reduce((text, [sign, word]) => text.replace(sign, word), name.normalize('NFKD').replace(/\p{M}/gu, ''));
  const slug = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug || [...name].map((character) => `u${character.codePointAt(0)?.toString(16)}`).join('-');
}

/** Compare names as the checker does: case, blanks, dots and hyphens make no difference. */
export function technologyKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s.-]+/g, '');
}

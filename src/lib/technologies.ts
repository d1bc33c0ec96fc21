/** Characters that carry meaning in a technology's name but would vanish from its slug. */
const spoken: readonly (readonly [RegExp, string])[] = [
  [/\+/g, ' plus '],
  [/#/g, ' sharp '],
  [/&/g, ' and '],
  [/^\.net\b/i, 'dotnet'],
  [/\.net\b/gi, ' dotnet'],
];

/** Slugify a technology's name: `C#` is `c-sharp`, `.NET` is `dotnet`, `Node.js` is `node-js`. */
export function technologySlug(name: string): string {
  const words = spoken.reduce((text, [sign, word]) => text.replace(sign, word), name.normalize('NFKD').replace(/\p{M}/gu, ''));
  const slug = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug || [...name].map((character) => `u${character.codePointAt(0)?.toString(16)}`).join('-');
}

/** Take a slug, numbered if it is taken: `page-2`. */
export function uniqueSlug(wanted: string, taken: Set<string>): string {
  let slug = wanted;
  for (let number = 2; taken.has(slug); number++) slug = `${wanted}-${number}`;
  taken.add(slug);
  return slug;
}

/** Normalize a name for comparison: case, whitespace, dots and hyphens make no difference. */
export function technologyKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s.-]+/g, '');
}

import { readdirSync, readFileSync } from 'node:fs';

/** Read the documents of a collection of the fixtures, by name. */
export function fixtures(collection: string): [string, string][] {
  const folder = new URL(`../../fixtures/site/src/content/${collection}/`, import.meta.url);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.mdx?$/.test(name))
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]);
}

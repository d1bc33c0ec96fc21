import { describe, expect, test } from 'vitest';
import { bytes, files, isSecret } from './dist.ts';
import { documents, leaves, phrasesOf } from './documents.ts';

const all = documents();
const shown = all.filter(({ hidden }) => !hidden);
const published = files()
  .filter((file) => !isSecret(file))
  .map((file) => ({ file, content: bytes(file).toString('latin1').toLowerCase() }));

/** List the published files that contain a text: as it is, or escaped as in an address, a string or markup. */
function traces(text: string): string[] {
  const spellings = [text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1), text.replace(/&/g, '&amp;').replace(/'/g, '&#39;')];
  const needles = [...new Set(spellings)].map((spelling) => Buffer.from(spelling.toLowerCase()).toString('latin1'));
  return published
    .filter(({ file, content }) => needles.some((needle) => file.toLowerCase().includes(needle) || content.includes(needle)))
    .map(({ file }) => file);
}

describe('the search', () => {
  test('finds published texts', () => {
    const [document] = shown;
    expect(document && traces(document.slug)).not.toEqual([]);
    expect(document && traces(String(document.fields['tagline']))).not.toEqual([]);
    expect(document && phrasesOf(document, shown).filter((run) => traces(run).length > 0).length).toBeGreaterThan(10);
  });

  test('has a draft, a future and an unlisted document to search for', () => {
    const hidden = all.filter((document) => document.hidden);
    expect(hidden.some(({ fields }) => fields['draft'] === true)).toBe(true);
    expect(hidden.some(({ fields }) => 'publish_at' in fields)).toBe(true);
    expect(hidden.some(({ unlisted }) => unlisted)).toBe(true);
  });
});

describe.each(all.filter(({ hidden }) => hidden))('$slug, which is hidden', (document) => {
  const { slug, fields } = document;

  test('is nowhere by its name, title or tagline', () => {
    expect([slug, String(fields['title']), String(fields['tagline'])].map(traces)).toEqual([[], [], []]);
  });

  test('is nowhere by its text', () => {
    const runs = phrasesOf(document, shown);
    expect(runs.length).toBeGreaterThan(10);
    expect(runs.filter((run) => traces(run).length > 0)).toEqual([]);
  });

  test('has no picture published', () => {
    const pictures = leaves(fields).map(({ text }) => /([^/]+)\.(?:jpe?g|png|webp|avif|gif|svg)$/i.exec(text)?.[1]);
    const names = pictures.filter((name) => name !== undefined && !shown.some(({ source }) => source.includes(name)));
    expect(names).not.toEqual([]);
    expect(names.map((name) => traces(String(name)))).toEqual(names.map(() => []));
  });
});

const confidential = shown.flatMap(({ slug, fields }) => {
  const client = fields['client'] as { name: string; alias: string; confidential?: boolean; also?: string[] } | undefined;
  return client?.confidential === true ? [{ slug, alias: client.alias, names: [client.name, ...(client.also ?? [])] }] : [];
});

test('some client is confidential', () => expect(confidential).not.toEqual([]));

describe.each(confidential)('$slug, whose client is confidential', ({ alias, names, slug }) => {
  test('shows the alias', () => expect(traces(alias)).toContain(`projects/${slug}/index.html`));

  test('does not name the client anywhere', () => expect(names.map(traces)).toEqual(names.map(() => [])));
});

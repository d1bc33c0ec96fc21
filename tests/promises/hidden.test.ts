import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { files, isSecret, read, testSite } from '../site/dist.ts';
import { documents, phrasesOf } from '../site/documents.ts';

const all = documents();
const hidden = all.filter((document) => document.hidden);

/** Every other text that the owner publishes. */
const published = [
  ...all.filter((document) => !document.hidden),
  ...['src/content/pages/', 'src/content/technologies/'].flatMap(sourcesIn),
  { source: readFileSync(new URL('src/site.config.ts', testSite), 'utf8') },
];

test('drafts, unlisted case studies and those of a later date have no public page', () => {
  const pages = hidden.map(({ slug }) => `projects/${slug.replace(/^(.*)\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)$/, '$1')}/index.html`);
  const shown = new Set(all.filter((document) => !document.hidden).map(({ slug }) => `projects/${slug}/index.html`));
  expect(pages.filter((page) => !shown.has(page) && files().includes(page))).toEqual([]);
});

test('no public file has a sentence of theirs', () => {
  const texts = files()
    .filter((file) => /\.(?:html|xml|json|txt|md|svg)$/.test(file) && !isSecret(file))
    .map((file) => ({ file, text: read(file) }));
  const found = hidden.flatMap((document) =>
    phrasesOf(document, published).flatMap((phrase) =>
      texts.filter(({ text }) => text.includes(phrase)).map(({ file }) => `${document.slug}: “${phrase}” in ${file}`),
    ),
  );
  expect(found).toEqual([]);
});

function sourcesIn(folder: string): { source: string }[] {
  const root = new URL(folder, testSite);
  try {
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:mdx?|ya?ml)$/.test(path))
      .map((path) => ({ source: readFileSync(new URL(path, root), 'utf8') }));
  } catch {
    // An owner may have no such folder.
    return [];
  }
}

import { expect, test } from 'vitest';
import { files, isSecret, read } from '../site/dist.ts';
import { documents, otherSources, phrasesOf } from '../site/documents.ts';

const all = documents();
const hidden = [...all, ...documents('selections')].filter((document) => document.hidden);

/** Every other text that the owner publishes. */
const published = [...all.filter((document) => !document.hidden), ...otherSources()];

test('drafts, unlisted case studies and those of a later date have no public page', () => {
  const pages = all
    .filter((document) => document.hidden)
    .map(({ slug }) => `projects/${slug.replace(/^(.*)\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)$/, '$1')}/index.html`);
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

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { enginePages, isEnginePage } from '../fixtures/engine-pages.ts';
import { isTemplate } from '../fixtures/template.ts';

const pages = new URL('../../src/pages/', import.meta.url).pathname;

test.runIf(isTemplate)('all pages of ours are in the list', () => {
  expect(readdirSync(pages).toSorted()).toEqual(enginePages.toSorted());
});

test('a page of the owner is not copied, everything else below src is', () => {
  const copied = ['', 'results', 'results/index.astro', '../lib/urls.ts', 'harbour.astro', 'harbour/[slug].astro'].filter((path) =>
    isEnginePage(join(pages, path)),
  );
  expect(copied).toEqual(['', 'results', 'results/index.astro', '../lib/urls.ts']);
});

import type { Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { files, read } from '../../site/dist.ts';
import { openSite, type Site } from '../../browser/served.ts';

let site: Site;
let tab: Tab;

beforeAll(async () => {
  site = await openSite();
  tab = await site.browser.newPage();
});
afterAll(() => site.close());

/** The error of a browser's strict XML parser; null for a well-formed document. */
const errorIn = (xml: string) =>
  tab.evaluate(
    (source) => new DOMParser().parseFromString(source, 'application/xml').querySelector('parsererror')?.textContent ?? null,
    xml,
  );

describe('feeds and sitemaps', () => {
  test.each(files().filter((file) => file.endsWith('.xml')))('%s is well-formed', async (file) =>
    expect(await errorIn(read(file))).toBeNull(),
  );

  test.each(['<a><b></a>', '<a>&nbsp;</a>', '<a b="1" b="2"/>', '<a>\u0001</a>', '<a>x & y</a>', '<a/><b/>'])(
    '%s is reported as malformed',
    async (xml) => expect(await errorIn(xml)).toContain('error'),
  );
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diagnose, type Diagnosis } from '../../src/checks/diagnose.ts';
import { launch } from '../../src/integrations/pdf/chromium.ts';
import { bundleDiagnose } from '../fixtures/diagnose-bundle.ts';
import { generateDocuments, write } from '../fixtures/documents/generate.ts';
import { nastyDocuments } from '../fixtures/documents/nasty.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const projects = new URL('../fixtures/site/src/content/projects/', import.meta.url);
const documents = [
  ...generateDocuments(60, projects).map((parts) => [`src/content/projects/${parts.name}`, write(parts)] as const),
  ...Object.values(nastyDocuments).map((text) => ['src/content/projects/nasty.md', text] as const),
  ['src/content/pages/about.md', '---\ntitle: 3\nmenu: 1\n---\n'] as const,
];
const options = [
  { today: '2026-11-22', locale: 'en' },
  { today: '2026-11-22', locale: 'de' },
];

test('a page whose policy allows no code made of text diagnoses as Node does, and does not try it', async () => {
  const context = await browser.newContext();
  const code = await bundleDiagnose();
  await context.route('**/*', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: code })
      : route.fulfill({
          headers: { 'content-security-policy': "default-src 'none'; script-src 'self'" },
          contentType: 'text/html',
          body: '<!doctype html><title>x</title><script src="/bundle.js"></script>',
        }),
  );
  const tab = await context.newPage();
  await tab.addInitScript(() => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`));
    Object.assign(globalThis, { violations });
  });
  await tab.goto('https://studio.example/');
  const { found, violations } = await tab.evaluate(
    ([given, settings]) => {
      const { bundled, violations } = globalThis as unknown as Page;
      return { found: settings.flatMap((one) => given.map(([path, text]) => bundled.diagnose(text, path, one))), violations };
    },
    [documents, options] as const,
  );
  const expected = options.flatMap((one) => documents.map(([path, text]) => diagnose(text, path, one)));
  expect(JSON.parse(JSON.stringify(found))).toEqual(JSON.parse(JSON.stringify(expected)));
  expect(expected.filter(({ diagnostics }) => diagnostics.length > 0).length).toBeGreaterThan(50);
  expect(violations.filter((one) => !one.startsWith('img-src'))).toEqual([]);
  await context.close();
});

interface Page {
  bundled: { diagnose: (text: string, path: string, options: { today: string; locale: string }) => Diagnosis };
  violations: string[];
}

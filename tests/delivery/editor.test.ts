import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../../src/integrations/pdf/chromium.ts';
import { giveEditor, whyWithoutEditor } from '../fixtures/editor.ts';
import { copyProject, type Copy } from '../site/copy.ts';
import { serve, servers } from './serve.ts';

const reason = whyWithoutEditor();
if (reason) console.warn(`Tests of the editor are skipped: ${reason}.`);

const projects = {
  'tide-table.md': '---\ntitle: Tide Table\ndate: 2024-05\naliases: /old\n---\n\nThe pilots waited for the tide table.\n',
};
const names = Object.keys(servers) as (keyof typeof servers)[];

let without: Copy;
let withEditor: Copy;
let browser: Browser;

describe.skipIf(reason !== null)('an editor of the site', () => {
  beforeAll(async () => {
    [without, withEditor] = [copyProject({ projects }), copyProject({ projects })];
    giveEditor(withEditor);
    const config = readFileSync(withEditor.path('src/site.config.ts'), 'utf8');
    const option = "editor: { host: 'github', repository: 'ann/site', path: '/admin/' },";
    withEditor.write('src/site.config.ts', config.replace(/^ {2}name: /m, `  ${option}\n$&`));
    for (const copy of [without, withEditor]) {
      const { code, output } = await copy.start().ended;
      expect(code, output).toBe(0);
    }
    browser = await launch();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    without?.remove();
    withEditor?.remove();
  });

  describe.each(names)('on %s', (name) => {
    let plain: Awaited<ReturnType<typeof serve>>;
    let edited: Awaited<ReturnType<typeof serve>>;
    beforeAll(async () => {
      [plain, edited] = (await Promise.all([without, withEditor].map((copy) => serve(name, served(copy))))) as [
        typeof plain,
        typeof edited,
      ];
    });
    afterAll(() => Promise.all([plain?.close(), edited?.close()]));

    test.each(['admin/', 'admin/index.html', 'admin/preview.css'])('sends /%s with a policy of its own, once', async (path) => {
      const { status, headers } = await fetch(`${edited.origin}/${path}`);
      expect(status).toBe(200);
      // Values of several headers of one name are joined by a comma.
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; [^,]*; frame-ancestors 'none'$/);
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin-allow-popups');
      expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
      expect(headers.get('speculation-rules')).toBeNull();
      expect(headers.get('x-frame-options')).toBe('DENY');
    });

    test('sends everything else with the headers that it had', async () => {
      const files = Object.keys(without.dist()).filter((file) => !/^_(?:headers|redirects)$/.test(file));
      const paths = [
        ...files,
        ...files.filter((file) => file.endsWith('/index.html')).map((file) => file.slice(0, -10)),
        '',
        'old',
        'none/',
        'adminx/',
      ];
      for (const path of paths) expect(await headersAt(edited.origin, path), path).toEqual(await headersAt(plain.origin, path));
      // The 404 page, which answers for what is missing there, has the policy of the site.
      const policyAt = async (origin: string) => (await fetch(`${origin}/admin/none`)).headers.get('content-security-policy');
      expect(await policyAt(edited.origin)).toBe(await policyAt(plain.origin));
    });

    test('opens in a browser with its headers', async () => {
      const tab = await browser.newPage({ locale: 'en-GB' });
      await tab.route(/^https:/, (route) => route.abort());
      await tab.goto(`${edited.origin}/admin/`);
      await tab.getByRole('button', { name: 'Sign In Using Access Token' }).waitFor();
      await tab.close();
    });
  });
});

function served(copy: Copy) {
  return { folder: `${copy.path('dist')}/`, generated: `${copy.path('.cache/delivery')}/` };
}

/** Status and headers of an address, without those of the moment. */
async function headersAt(origin: string, path: string): Promise<unknown> {
  const { status, headers } = await fetch(`${origin}/${path}`, { redirect: 'manual' });
  const moment = ['date', 'last-modified', 'etag', 'connection', 'keep-alive'];
  return [status, [...headers].filter(([name]) => !moment.includes(name)).map(([name, value]) => [name, value.replace(origin, '')])];
}

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giveEditor, whyWithoutEditor } from '../fixtures/editor.ts';
import { copyProject, type Copy } from './copy.ts';
import { parseHtml } from './dist.ts';

const reason = whyWithoutEditor();
if (reason) console.warn(`Tests of the editor are skipped: ${reason}.`);

const projects = { 'tide-table.md': '---\ntitle: Tide Table\ndate: 2024-05\n---\n\nThe pilots waited for the tide table.\n' };
const repository = "host: 'github', repository: 'ann/site'";

let copy: Copy;
const built: Record<string, Record<string, string>> = {};

describe('without the packages of the editor', () => {
  test('the check and the build name the command that installs them', async () => {
    const bare = copyProject({ projects });
    setEditor(bare, `${repository}, path: '/admin/'`);
    const { code, output } = await bare.run([process.execPath, 'scripts/run.mjs', 'check']).ended;
    bare.remove();
    expect([code, output]).toEqual([1, expect.stringMatching(/site\.config\.ts:\d+:\d+[\s\S]*npm run editor -- --install/)]);
  });
});

describe.skipIf(reason !== null)('an editor of the site', () => {
  beforeAll(async () => {
    copy = copyProject({ projects });
    giveEditor(copy);
    for (const [name, place] of Object.entries({ none: '', origin: "origin: 'https://edit.fixtures.example'", path: "path: '/admin/'" })) {
      setEditor(copy, place && `${repository}, ${place}`);
      const { code, output } = await copy.start().ended;
      expect(code, output).toBe(0);
      built[name] = copy.dist();
      if (name !== 'origin') continue;
      const edit = await copy.run([process.execPath, 'scripts/run.mjs', 'editor']).ended;
      expect(edit.code, edit.output).toBe(0);
    }
  }, 240_000);
  afterAll(() => copy?.remove());

  test('with an address of its own changes no byte of the site, and is a folder with its own headers', () => {
    expect(built['origin']).toEqual(built['none']);
    const read = (file: string) => readFileSync(copy.path(`dist-editor/${file}`), 'utf8');
    expect(read('_headers')).toMatch(/^\/\*\n(?: {2}.*\n)*? {2}Content-Security-Policy: default-src 'none'; script-src 'self'; /);
    expect(read('_headers')).toContain("frame-ancestors 'none'");
    const page = parseHtml(read('index.html'));
    const assets = [...page.querySelectorAll('script[src], link[href]')].map(
      (one) => one.getAttribute('src') ?? one.getAttribute('href') ?? '',
    );
    expect(assets.length).toBeGreaterThan(1);
    for (const path of assets) expect(read(path.slice(1)).length).toBeGreaterThan(0);
    for (const host of ['nginx/site.conf', 'caddy/Caddyfile', 'vercel/vercel.json'])
      expect(readFileSync(copy.path(`.cache/delivery/editor/${host}`), 'utf8')).toContain('same-origin-allow-popups');
  });

  test('at a path of the site adds its folder, and changes _headers alone', () => {
    const changed = Object.keys({ ...built['none'], ...built['path'] }).filter((file) => built['none']?.[file] !== built['path']?.[file]);
    const others = changed.filter((file) => !file.startsWith('admin/'));
    expect(others).toEqual(['_headers']);
    expect(changed).toContain('admin/index.html');
  });

  test('is in no list, and its page asks search engines to leave it out', () => {
    const lists = Object.entries(built['path'] ?? {}).filter(([file]) => !file.startsWith('admin/') && file !== '_headers');
    expect(lists.filter(([, text]) => /\/admin\//.test(text)).map(([file]) => file)).toEqual([]);
    const page = parseHtml(built['path']?.['admin/index.html'] ?? '');
    expect(page.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex, nofollow');
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(built['path']?.['_headers']).toMatch(/^\/admin\/\*\n(?: {2}.*\n)*? {2}X-Robots-Tag: noindex, nofollow$/m);
  });

  test('loads nothing from elsewhere, and has the styles of the site', () => {
    const files = Object.entries(built['path'] ?? {}).filter(([file]) => file.startsWith('admin/'));
    expect(files.filter(([, text]) => /cdn\.jsdelivr\.net|fonts\.googleapis\.com/.test(text)).map(([file]) => file)).toEqual([]);
    const styles = built['path']?.['admin/preview.css'];
    expect(styles).toContain('.text-h1');
    expect(styles, 'the preview looks like paper').not.toContain('@page');
    // 8.1 MB in 48 files; a new release of Sveltia may need more.
    expect(files.length).toBeLessThan(70);
    expect(files.reduce((sum, [, text]) => sum + text.length, 0)).toBeLessThan(10_000_000);
  });
});

/** Set the option `editor`; empty text removes it. */
function setEditor(site: Copy, options: string): void {
  const config = readFileSync(site.path('src/site.config.ts'), 'utf8').replace(/^ {2}editor: .*\n/m, '');
  site.write('src/site.config.ts', options ? config.replace(/^ {2}name: /m, `  editor: { ${options} },\n$&`) : config);
}

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { copyProject, type Copy } from './copy.ts';

const bare = '---\ntitle: The Reading Room\n---\n\nThe library had nine rooms and a paper diary.\n';
const draft = '---\ntitle: The Attic\ndraft: true\n---\n\nNobody has seen it.\n';

let copy: Copy;

beforeAll(() => {
  copy = copyProject({ projects: { 'reading-room.md': bare, 'attic.md': draft }, below: 'my folder' });
});
afterAll(() => copy.remove());

const run = (...args: string[]) => copy.run([process.execPath, 'scripts/run.mjs', ...args]);

describe('what an author reads', () => {
  test('the preview of a site that was not built says what to run', async () => {
    expect(await run('preview').ended).toEqual({
      code: 1,
      output: 'There is no built site in dist/. Run `npm run build` first, or `npm start`.\n',
    });
  });

  test('a build prints its documents, pages, pictures and seconds, and where the site is; it needs no home folder', async () => {
    const home = copy.path('home');
    mkdirSync(home);
    // A file where Astro would create a folder: even root cannot write there.
    writeFileSync(`${home}/.config`, '');
    const { code, output } = await copy.start({ HOME: home, XDG_CONFIG_HOME: `${home}/.config` }).ended;
    expect(code, output).toBe(0);
    expect(output.trim().split('\n')).toEqual([
      expect.stringMatching(/^\d+ documents checked, 1 of them hidden: 0 errors, \d+ warnings\. `npm run check` lists the warnings\.$/),
      expect.stringMatching(/^\d+ pages and \d+ pictures \(\d+ new\) built in \d+\.\d s\.$/),
      'The site is in dist/.',
    ]);
  });

  test('an error of an option names its line, with the fix', async () => {
    const config = copy.path('src/site.config.ts');
    const source = readFileSync(config, 'utf8');
    writeFileSync(config, source.replace("url: '", "urll: '"));
    const { code, output } = await run('build').ended;
    writeFileSync(config, source);
    expect(code).toBe(1);
    expect(output).toMatch(/^src\/site\.config\.ts:\d+:\d+ {2}error {2}urll {2}`urll` is not an option\n {4}fix {4}did you mean `url`\?$/m);
    expect(output).not.toMatch(/\n\s+at /);
  });

  test('a document that cannot be rendered is named', async () => {
    copy.write(
      'src/content/projects/desk.mdx',
      '---\ntitle: Desk\n---\n\nIt counts.\n\nexport const tides = {};\n\n{tides.first.height}\n',
    );
    const { code, output } = await run('build').ended;
    rmSync(copy.path('src/content/projects/desk.mdx'));
    expect(code).toBe(1);
    expect(output).toContain("src/content/projects/desk.mdx cannot be rendered: Cannot read properties of undefined (reading 'height')\n");
    expect(output).not.toMatch(/\n\s+at /);
    expect(existsSync(copy.path('dist/index.html'))).toBe(true);
  });

  test('a preview takes the next port where its own is in use, and says so', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, 'localhost', () => resolve((other.address() as { port: number }).port));
    });
    const preview = run('preview', '--port', String(port));
    await vi.waitUntil(() => preview.output().includes('The site is at'), { timeout: 30_000 });
    preview.process.kill();
    await preview.ended;
    other.close();
    expect(preview.output()).toContain(`Port ${port} is in use; the site has port `);
  });

  test('a folder that Astro cannot build in is refused before anything runs, by the check too', async () => {
    const other = copyProject({ below: "Ada's site" });
    const checked = await other.run([process.execPath, 'scripts/run.mjs', 'check']).ended;
    const built = await other.start().ended;
    other.remove();
    for (const { code, output } of [checked, built]) {
      expect(code).toBe(2);
      expect(output).toContain("Astro cannot build in a folder whose path contains `'`");
    }
  });
});

import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyProject, type Copy } from './copy.ts';

const reference = 'src/content/projects/ecommerce-platform-re-architecture.md';

let copy: Copy;

beforeEach(() => {
  const only = ['ecommerce-platform-re-architecture.md', 'gift-ledger.md', 'lab-results-feed.md'];
  copy = copyProject({ only, pictures: true });
  copy.write('dist/index.html', 'the last good site');
});
afterEach(() => copy.remove());

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(copy.path(path), change(readFileSync(copy.path(path), 'utf8')));
}

describe('a build that fails keeps the last good site', () => {
  test('documents with errors stop it before it renders a page, and one report lists them all', async () => {
    edit(reference, (text) => text.replace('2023-08-15', '2023-02-29').replace('tagline:', 'taglin:'));
    edit('src/content/projects/gift-ledger.md', (text) => text.replace(/^technologies:.*$/m, 'technologies: PHP'));
    const { code, output } = await copy.start().ended;
    expect(code).toBe(1);
    expect(output).toContain(`${reference}:4:1  error  taglin`);
    expect(output).toContain(`${reference}:6:1  error  date`);
    expect(output).toMatch(/gift-ledger\.md:\d+:\d+ {2}error {2}technologies/);
    expect(output.match(/documents checked:/g)).toHaveLength(1);
    expect(output).not.toContain('/index.html (+');
    expect(readFileSync(copy.path('dist/index.html'), 'utf8')).toBe('the last good site');
  });

  // tests/unit/integrations/redirects.test.ts has an address below a file.
  test('an old address that a generated page has taken is reported with its document', async () => {
    const paths = "export const getStaticPaths = () => [{ params: { kind: 'first' } }];";
    copy.write('src/pages/kinds/[kind].astro', `---\n${paths}\n---\n<p>{Astro.params.kind}</p>\n`);
    edit(reference, (text) => text.replace('tagline:', 'aliases: [/kinds/first/]\ntagline:'));
    const { code, output } = await copy.start().ended;
    expect(code).toBe(1);
    expect(output).toContain(
      'The old address /kinds/first/ is a page or file of the site, so it cannot redirect to /projects/ecommerce-platform-re-architecture/.',
    );
    expect(output).toContain('Delete it from `aliases`');
    expect(readFileSync(copy.path('dist/index.html'), 'utf8')).toBe('the last good site');
  });

  test('a confidential name in a file of the output stops it, and the report names the file', async () => {
    const [, name = ''] =
      /^ {2}name: ['"]?(.+?)['"]?$/m.exec(readFileSync(copy.path('src/content/projects/lab-results-feed.md'), 'utf8')) ?? [];
    expect(name.length).toBeGreaterThan(3);
    edit(reference, (text) => `${text}\nAlso used at ${name}.\n`);
    appendFileSync(copy.path('public/humans.txt'), `Thanks to ${name.toUpperCase()}.\n`);
    const { code, output } = await copy.start().ended;
    expect(code).toBe(1);
    expect(output).toContain(`humans.txt contains ${name}`);
    const line = readFileSync(copy.path(reference), 'utf8').trimEnd().split('\n').length;
    expect(output).toContain(`\n  ${reference}:${line}:14  body  ${name}\n`);
    expect(existsSync(copy.path('dist/humans.txt'))).toBe(false);
    expect(readFileSync(copy.path('dist/index.html'), 'utf8')).toBe('the last good site');
  });

  test('a picture that would be published with its metadata stops it', async () => {
    const picture = sharp({ create: { width: 300, height: 200, channels: 3, background: '#347' } });
    const bytes = await picture
      .jpeg()
      .withExif({ IFD0: { Artist: 'A. Person' } })
      .toBuffer();
    copy.write('src/content/projects/pier.jpg', bytes);
    edit('src/pages/404.astro', (text) =>
      text.replace('---\n', "---\nimport pier from '../content/projects/pier.jpg';\n").replace(/$/, '<img src={pier.src} alt="" />'),
    );
    const { code, output } = await copy.start().ended;
    expect(code).toBe(1);
    expect(output).toContain('Pictures would be published unprocessed');
    expect(output).toContain('src/content/projects/pier.jpg: _astro/pier.');
  });
});

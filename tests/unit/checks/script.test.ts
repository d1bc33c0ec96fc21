import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { siteConfigDiagnostics } from '../../../src/checks/options/site-config.ts';
import type { Diagnostic } from '../../../src/documents/diagnostic.ts';
import { compiled, copyProject } from '../../site/copy.ts';

const copy = copyProject({ only: ['ecommerce-platform-re-architecture.md'] });
afterAll(copy.remove);

const env = { ...process.env, NODE_COMPILE_CACHE: compiled };
const run = (...flags: string[]) => spawnSync(process.execPath, [copy.path('scripts/check.ts'), ...flags], { encoding: 'utf8', env });

/** Change the options of the copy, and return what the check reports of them. */
function withConfig(change: (text: string) => string): Diagnostic[] {
  const path = 'src/site.config.ts';
  const config = readFileSync(copy.path(path), 'utf8');
  copy.write(path, change(config));
  const { problems } = JSON.parse(run('--json').stdout) as { problems: Diagnostic[] };
  copy.write(path, config);
  return problems.filter((one) => one.path === path);
}

describe('npm run check', { timeout: 60_000 }, () => {
  test('prints one JSON object and nothing else, and passes the documents of the site', () => {
    const { status, stdout, stderr } = run('--json');
    expect(JSON.parse(stdout)).toMatchObject({ errors: 0 });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('fails on warnings with --strict: the reference document has some', () => {
    expect(run('--strict').status).toBe(1);
  });

  test('reports a portrait that does not exist at its option', () => {
    const path = 'src/site.config.ts';
    const config = readFileSync(copy.path(path), 'utf8');
    copy.write('src/assets/images/tern.jpg', '');
    copy.write(path, config.replace('defineSite({', "defineSite({\n  portrait: { image: '/assets/images/tren.jpg', alt: 'A tern' },"));
    const { problems } = JSON.parse(run('--json').stdout) as { problems: object[] };
    copy.write(path, config);
    expect(problems).toContainEqual(
      expect.objectContaining({
        ...{ path, line: 5, column: 15, severity: 'error', field: 'portrait.image', value: '/assets/images/tren.jpg' },
        fix: 'did you mean `/assets/images/tern.jpg`? Names are case-sensitive',
      }),
    );
  });

  test('explains what each outcome of a case study is understood as with --explain', () => {
    const path = 'src/content/projects/tern-count.md';
    const metrics = '[70, Counts fell from 3 h to 12 min, { label: Terns, before: 40, after: 52 }, Quiet now]';
    copy.write(path, `---\ntitle: Tern count\nmetrics: ${metrics}\n---\n\nDone.\n`);
    const { status, stdout, stderr } = run('--explain', path);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "src/content/projects/tern-count.md:3:11  metrics[0]
          70
          → \`70\` has no label; write a sentence such as "70% less waiting time", or \`value\`, \`unit\` and \`label\`
      src/content/projects/tern-count.md:3:15  metrics[1]
          Counts fell from 3 h to 12 min
          → Counts: from 3 h to 12 min
      src/content/projects/tern-count.md:3:47  metrics[2]
          label: Terns, before: 40, after: 52
          → Terns: from 40 to 52
      src/content/projects/tern-count.md:3:88  metrics[3]
          Quiet now
          → no figure was understood: the page shows the sentence
      "
    `);
    copy.write(path, '---\ntitle: Tern count\n---\n\n# Results\n\n- **Terns up 30%** since May\n');
    expect(run('--explain', path).stdout).toMatchInlineSnapshot(`
      "src/content/projects/tern-count.md  in the bullets of the results
          Terns up 30% since May
          → Terns: 30% more
      "
    `);
    copy.write(path, '---\ntitle: Tern count\n---\n\nDone.\n');
    expect(run('--explain', path).stdout).toBe(
      `${path} has no outcomes: write \`metrics\`, or begin bullets of the results with a figure in bold.\n`,
    );
    rmSync(copy.path(path));
  });

  test.each(['src/content/projects/nowhere.md', 'src/content/pages/about.md'])('explains no %s', (path) => {
    const { status, stderr } = run('--explain', path);
    expect(status).toBe(2);
    expect(stderr).toBe(`The check failed to run: \`${path}\` is no case study; name a file like src/content/projects/shop.md\n`);
  });

  test('prints one line when it cannot run', () => {
    const { status, stderr } = run('--jsno');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^The check failed to run: Unknown option '--jsno'[^\n]*\n$/);
  });
});

describe('invalid options', () => {
  const source = "export default defineSite({\n  name: 'A',\n  author: { name: 'A', email: 'a' },\n});\n";

  test('are reported at their keys', () => {
    const error = new Error('src/site.config.ts\n✖ is no address; write one\n  → at author.email\n✖ Wrong');
    expect(siteConfigDiagnostics(error, source).map(({ line, column, field, message }) => ({ line, column, field, message }))).toEqual([
      { line: 3, column: 24, field: 'author.email', message: 'is no address' },
      { line: 1, column: 1, field: '', message: 'wrong' },
    ]);
  });

  test.each([
    ['promise', '5:3'],
    ['author.email', '7:24'],
    ['social[1].name', '10:7'],
    ['social[1].nothing', '10:5'],
    ['words.facets.technology.name', '13:29'],
    ['nothing', '1:1'],
  ])('%s is found at %s, past comments, texts and calls', (field, expected) => {
    const [{ line, column } = { line: 0, column: 0 }] = siteConfigDiagnostics(new Error(`✖ is wrong\n  → at ${field}`), tricky);
    expect(`${line}:${column}`).toBe(expected);
  });

  test('that cannot be read are reported in one line', () => {
    expect(siteConfigDiagnostics(new SyntaxError('Unexpected token\nat x'), source)).toMatchObject([
      { line: 1, message: 'cannot be read: Unexpected token' },
    ]);
  });

  const at = (frame: string) => ({ stack: `file:///site/src/site.config.ts:${frame}` });
  const tern = "Cannot find module '/site/src/tern.ts' imported from /site/src/site.config.ts";
  test.each([
    [
      "Expected ',', got 'ident'",
      at("4\n  promise: 'a'\n  social: [],\n  ^^^\n});\n\nSyntaxError"),
      '4:3',
      "cannot be read: Expected ',', got 'ident'",
    ],
    ['Unterminated template', at('3\n  author: `\n          ^\n\nSyntaxError'), '3:11', 'cannot be read: Unterminated template'],
    [
      'tern is not defined',
      { stack: 'ReferenceError: tern\n    at file:///site/src/site.config.ts:3:9' },
      '3:9',
      'cannot be read: tern is not defined',
    ],
    [tern, {}, '1:1', 'imports `/site/src/tern.ts`, which does not exist'],
  ])('%s is reported where Node stops', (message, thrown, position, expected) => {
    const found = siteConfigDiagnostics(Object.assign(new Error(message), thrown), `import './tern.ts';\n${source}`);
    expect(found.map((one) => [`${one.line}:${one.column}`, one.message])).toEqual([[position, expected]]);
    expect(found[0]?.fix).toMatch(/^look at this line and the one before it|^correct the path/);
  });

  test('that export nothing are reported, and so is a text without its end', { timeout: 60_000 }, () => {
    expect(withConfig((text) => text.replace('export default', 'export const site ='))).toMatchObject([
      { line: 1, message: 'exports no options', fix: 'write `export default defineSite({ … })`' },
    ]);
    expect(withConfig((text) => text.replace(/name: '[^']*',\n/, "name: 'Quay,\n"))).toMatchObject([
      { line: 6, column: 3, message: "cannot be read: Expected ',', got 'ident'", value: "url: 'https://fixtures.example'," },
    ]);
  });
});

const tricky = `import { promise } from 'elsewhere';
// promise: not here
export default defineSite({
  name: "promise: it's", about: \`{ promise: 1 }\`, /* promise: */
  'promise': String([1, 2].join(', ')),
  // Write, { to:
  author: { name: 'A', email: 'a' },
  social: [
    'https://example.com',
    { name: 'B', url: 'b' },
  ],
  words: {
    facets: { technology: { name: 'C' } },
  },
});
`;

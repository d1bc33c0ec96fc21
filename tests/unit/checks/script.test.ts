import { spawnSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { siteProblems } from '../../../src/checks/site-config.ts';
import { copyProject } from '../../site/copy.ts';

const copy = copyProject();
afterAll(copy.remove);

const run = (...flags: string[]) => spawnSync(process.execPath, [copy.path('scripts/check.ts'), ...flags], { encoding: 'utf8' });

describe('npm run check', { timeout: 60_000 }, () => {
  test('prints one JSON object and nothing else, and passes the documents of the site', () => {
    const { status, stdout, stderr } = run('--json');
    expect(JSON.parse(stdout)).toMatchObject({ errors: 0 });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('fails on warnings where it is strict: the reference document has some', () => {
    expect(run('--strict').status).toBe(1);
  });

  test('says in a line why it cannot check', () => {
    const { status, stderr } = run('--jsno');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^The check itself failed: Unknown option '--jsno'[^\n]*\n$/);
  });
});

describe('faults of the options', () => {
  const source = "export default defineSite({\n  name: 'A',\n  author: { name: 'A', email: 'a' },\n});\n";

  test('are told at their keys', () => {
    const error = new Error('src/site.config.ts\n✖ Invalid email address\n  → at author.email\n✖ Unrecognized key: "nmae"');
    expect(siteProblems(error, source).map(({ line, column, field, message }) => ({ line, column, field, message }))).toEqual([
      { line: 3, column: 24, field: 'author.email', message: 'invalid email address' },
      { line: 1, column: 1, field: '', message: 'unrecognized key: "nmae"' },
    ]);
  });

  test('of another kind are told in a line', () => {
    expect(siteProblems(new SyntaxError('Unexpected token\nat x'), source)).toMatchObject([
      { line: 1, message: 'cannot be read: Unexpected token' },
    ]);
  });
});

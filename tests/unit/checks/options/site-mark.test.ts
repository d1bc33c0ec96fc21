import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkMark } from '../../../../src/checks/options/site-mark.ts';

const root = mkdtempSync(join(tmpdir(), 'casefolio-mark-'));
afterAll(() => rmSync(root, { recursive: true }));

const files = {
  'anchor.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 64"><path d="M0 0h90v64H0z"/></svg>',
  'banner.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 64"/>',
  'endless.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'acting.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><script>alert(1)</script></svg>',
  'borrowed.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><image href="https://pics.example/a.png"/></svg>',
  'styled.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><style>@import "a.css";</style></svg>',
  'own.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path id="p" fill="url(#g)"/><use xlink:href="#p"/></svg>',
  'nested.svg': '<!DOCTYPE svg [<!ENTITY a "&b;&b;">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"/>',
  'renamed.svg': '\u0089PNG',
};
mkdirSync(join(root, 'src/folder.svg'), { recursive: true });
for (const [name, content] of Object.entries(files)) writeFileSync(join(root, 'src', name), content);
writeFileSync(
  join(root, 'src/site.config.ts'),
  "export default defineSite({\n  name: 'Quay',\n  theme: {\n    mark: 'x.svg',\n  },\n});\n",
);

const messageOf = (mark: string) => checkMark(root, mark).map(({ message }) => message)[0] ?? null;

describe('the mark', () => {
  test.each([undefined, 'plate', 'initials', 'src/anchor.svg', 'src/own.svg'])('%s is right', (mark) =>
    expect(checkMark(root, mark)).toEqual([]),
  );

  test.each([
    ['src/missing.svg', 'does not exist'],
    ['src/folder.svg', 'does not exist'],
    ['../anchor.svg', 'is outside the project'],
    ['src/banner.svg', 'is 400 × 64, and icons are square'],
    ['src/endless.svg', 'has no size'],
    ['src/acting.svg', 'contains code, which the header would not run'],
    ['src/borrowed.svg', 'draws on another file, which browsers do not load for an icon'],
    ['src/styled.svg', 'draws on another file, which browsers do not load for an icon'],
    ['src/nested.svg', 'is an SVG whose entities contain other entities or files, which can expand without limit'],
    ['src/renamed.svg', 'is no SVG'],
  ])('%s %s', (mark, message) => expect(messageOf(mark)).toBe(message));

  test('is reported at its option, with its value and a fix', () => {
    expect(checkMark(root, 'src/missing.svg')).toMatchObject([
      {
        path: 'src/site.config.ts',
        ...{ line: 4, column: 5, severity: 'error', field: 'theme.mark', value: 'src/missing.svg' },
        fix: 'write the path of an SVG from the root of the project, like `src/assets/logo.svg`',
      },
    ]);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkCardFonts } from '../../../../src/checks/options/card-fonts.ts';

const root = mkdtempSync(join(tmpdir(), 'casefolio-fonts-'));
afterAll(() => rmSync(root, { recursive: true }));

mkdirSync(join(root, 'src/folder.ttf'), { recursive: true });
for (const [name, content] of Object.entries({
  'true.ttf': '\0\x01\0\0…',
  'open.otf': 'OTTO…',
  'web.woff': 'wOFF…',
  'renamed.ttf': 'wOF2…',
}))
  writeFileSync(join(root, 'src', name), content);
writeFileSync(join(root, 'src/site.config.ts'), "export default defineSite({\n  cardFonts: ['src/true.ttf',\n    'second'],\n});\n");

test.each(['src/true.ttf', 'src/open.otf', 'src/web.woff'])('%s is a font', (path) => expect(checkCardFonts(root, [path])).toEqual([]));

test.each([
  ['src/missing.ttf', 'does not exist'],
  ['src/folder.ttf', 'does not exist'],
  ['../true.ttf', 'is outside the project'],
  ['src/renamed.ttf', 'is no font that social images can use'],
])('%s %s', (path, message) => expect(checkCardFonts(root, [path])).toMatchObject([{ message, value: path }]));

test('a font is reported at its entry', () => {
  expect(checkCardFonts(root, ['src/true.ttf', 'src/missing.ttf'])).toMatchObject([
    { path: 'src/site.config.ts', line: 3, column: 5, severity: 'error', field: 'cardFonts[1]' },
  ]);
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkPortrait } from '../../../../src/checks/options/portrait.ts';
import { createPictureFiles } from '../../../../src/documents/image-files.ts';

const root = mkdtempSync(join(tmpdir(), 'casefolio-portrait-'));
afterAll(() => rmSync(root, { recursive: true }));

const svg = (content: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 50">${content}</svg>`;
mkdirSync(join(root, 'src/assets/images/folder.png'), { recursive: true });
for (const [name, content] of Object.entries({
  'plain.svg': svg('<path d="M0 0h40"/>'),
  'acting.svg': svg('<script>1</script>'),
  'text.png': 'hello',
  'cut.gif': 'GIF89a',
}))
  writeFileSync(join(root, 'src/assets/images', name), content);
writeFileSync(join(root, 'src/site.config.ts'), "export default defineSite({\n  portrait: { image: 'x', alt: 'Me' },\n});\n");

test.each([
  [undefined, []],
  ['/assets/images/plain.svg', []],
  ['/assets/images/acting.svg', [expect.stringContaining('contains code, which runs')]],
  ['/assets/images/text.png', [expect.stringContaining('is a text file, not a picture')]],
  ['/assets/images/cut.gif', [expect.stringContaining('is a damaged GIF')]],
  ['/assets/images/folder.png', ['is a folder, not a picture']],
  ['/assets/images/none.jpg', [expect.stringContaining('was not found')]],
  ['//pics.example/me.jpg', ['has a host but no scheme']],
  ['../../etc/passwd', [expect.stringContaining('is outside')]],
])('the portrait %s', async (image, messages) => {
  const { diagnostics } = await checkPortrait(image, { root, files: createPictureFiles(root) });
  expect(diagnostics.map(({ message }) => message)).toEqual(messages);
  expect(diagnostics.filter(({ line, column, fix }) => line !== 2 || column !== 15 || !fix)).toEqual([]);
});

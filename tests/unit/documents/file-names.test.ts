import { describe, expect, test } from 'vitest';
import { readFileName } from '../../../src/documents/file-names.ts';
import { editDistance, closestMatch } from '../../../src/schemas/closest-match.ts';

describe('file names', () => {
  test.each([
    ['rota.md', 'rota', null],
    ['rota-2.mdx', 'rota-2', null],
    ['rota.de.md', 'rota', 'de'],
    ['rota.pt-BR.md', 'rota', 'pt-BR'],
    ['rota/index.md', 'rota', null],
    ['rota/index.fr.mdx', 'rota', 'fr'],
  ])('%s is the page %s', (file, slug, lang) => {
    expect(readFileName(file)).toEqual({ slug, lang, diagnostics: [] });
  });

  test.each(['_rota.md', '.rota.md', '_old/rota.md', 'rota/quay.jpg', 'notes.pdf'])('%s is not a document', (file) => {
    expect(readFileName(file)).toBeNull();
  });

  test.each([
    ['My Rota.md', 'rename it to `my-rota.md`'],
    ['Rota.md', 'rename it to `rota.md`'],
    ['rôta_ß.md', 'rename it to `rota-ss.md`'],
    ['-rota--2-.md', 'rename it to `rota-2.md`'],
    ['rota.v2.md', 'rename it to `rota-v2.md`'],
    ['日本.md', 'rename it to `case-study.md`'],
    ['Rota/index.md', 'rename it to `rota/index.md`'],
    ['rota.MD', 'rename it to `rota.md`'],
    ['rota.markdown', 'rename it to `rota.md`'],
    ['rota/more.md', 'move it to `more.md` in the folder of its collection'],
    ['a/b/index.md', 'move it to `b.md` in the folder of its collection'],
  ])('%s is an error: %s', (file, fix) => {
    expect(readFileName(file)?.diagnostics).toMatchObject([{ severity: 'error', fix }]);
  });

  test.each(['rota.txt', 'rota.html', 'rota.docx'])('%s is ignored, with a warning', (file) => {
    expect(readFileName(file)?.diagnostics).toMatchObject([{ severity: 'warning' }]);
  });
});

describe('did you mean', () => {
  const fields = ['title', 'tagline', 'team_size', 'team_leadership', 'role', 'llm_summary', 'constructor'];

  test.each([
    ['titel', 'title'],
    ['tagine', 'tagline'],
    ['teamSize', 'team_size'],
    ['TEAM-SIZE', 'team_size'],
    ['team_leadrship', 'team_leadership'],
    ['rol', 'role'],
    ['llm_sumary', 'llm_summary'],
    ['unrelated', null],
    ['x', null],
    ['', null],
    ['x'.repeat(10_000), null],
  ])('%s: %s', (word, meant) => {
    expect(closestMatch(word, fields)).toBe(meant);
  });

  test.each([
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['exectuive', 'executive', 1],
  ])('from %j to %j it is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });
});

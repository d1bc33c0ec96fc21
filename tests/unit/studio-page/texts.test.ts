import { describe, expect, test } from 'vitest';
import { toForm } from '../../../src/lib/content/form.ts';
import { jsonSchemaOf } from '../../../src/lib/json-schema.ts';
import { projectSchema } from '../../../src/schemas/project.ts';
import { fixedFields } from '../../../src/studio/page/fixed-fields.ts';
import { countChanges, diffLines, foldRows } from '../../../src/studio/page/line-diff.ts';
import { pictureAddresses } from '../../../src/studio/page/picture-address.ts';

describe('two texts side by side', () => {
  test('pair lines that changed, and leave gaps for new and removed ones', () => {
    const rows = diffLines('a\nb\nc\n', 'a\nB\nc\nd\n');
    expect(rows).toEqual([
      { before: 'a', after: 'a', changed: false },
      { before: 'b', after: 'B', changed: true },
      { before: 'c', after: 'c', changed: false },
      { before: null, after: 'd', changed: true },
    ]);
    expect(countChanges(rows)).toEqual({ added: 2, removed: 1 });
  });

  test('do not differ by their line breaks or the one at their end', () => {
    expect(countChanges(diffLines('a\r\nb\r\n', 'a\nb'))).toEqual({ added: 0, removed: 0 });
  });

  test('show what is near a change, and one gap for each longer rest', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `line ${index}`);
    const folded = foldRows(diffLines(lines.join('\n'), lines.with(10, 'other').join('\n')), 1);
    expect(folded.map((row) => row?.before ?? null)).toEqual([null, 'line 9', 'line 10', 'line 11', null]);
  });
});

test('fields that a form cannot edit are shown with their text', () => {
  const schema = jsonSchemaOf(projectSchema);
  const text = '---\ntitle: Rota\nindustry: &own Ports\nrole: *own\nextra:\n  a: 1\n  b: 2\ntagline: [not, text]\nclient: Quay\n---\n';
  expect([...fixedFields(text, toForm(text, schema).fields)]).toEqual([
    ['industry', 'industry: &own Ports'],
    ['role', 'role: *own'],
    ['extra', 'extra:\n  a: 1\n  b: 2'],
    ['tagline', 'tagline: [not, text]'],
  ]);
  expect(fixedFields('No front matter.', {})).toEqual(new Map());
});

test.each([
  ['./quay.png', ['/src/content/projects/rota/quay.png']],
  ['../quay at low tide.png', ['/src/content/projects/quay%20at%20low%20tide.png']],
  ['/assets/images/quay.png', ['/src/assets/images/quay.png', '/assets/images/quay.png']],
  ['/quay.png', ['/quay.png']],
  ['https://example.com/quay.png', []],
  ['//example.com/quay.png', []],
  ['', []],
])('the development server serves the picture %j at %j', (value, addresses) => {
  expect(pictureAddresses(value, 'src/content/projects/rota/index.md', '/')).toEqual(addresses);
  expect(pictureAddresses(value, 'src/content/projects/rota/index.md', '/site')).toEqual(addresses.map((one) => `/site${one}`));
});

import { expect, test } from 'vitest';
import { findingsOf } from '../../../src/editor/findings.ts';
import { jsonSchemaOf } from '../../../src/lib/json-schema.ts';
import { projectSchema } from '../../../src/schemas/project.ts';

test('a form that nobody has filled in lacks its title, and says nothing of the lines of a file', () => {
  const { diagnostics, blocks } = findingsOf(
    { document_source: '' },
    { path: 'src/content/projects/new/index.md', schema: jsonSchemaOf(projectSchema), locale: 'en' },
  );
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ field }) => field)).toContain('title');
  expect(errors.map(({ fix }) => fix).join()).not.toContain('---');
  expect(blocks).toBe(true);
});

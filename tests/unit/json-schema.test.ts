import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { betweenMarkers, fieldTable, jsonSchemaOf, optionTable } from '../../src/lib/json-schema.ts';
import { pageSchema } from '../../src/schemas/page.ts';
import { projectSchema } from '../../src/schemas/project.ts';
import { selectionSchema } from '../../src/schemas/selection.ts';
import { siteSchema } from '../../src/schemas/site.ts';
import { technologySchema } from '../../src/schemas/technology.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
/** Table cells without the padding of the formatter. */
const unpadded = (text: string): string => text.replace(/-{3,}/g, '---').replace(/ +/g, ' ');

test.each([
  ['.vscode/project.schema.json', projectSchema],
  ['.vscode/page.schema.json', pageSchema],
  ['.vscode/selection.schema.json', selectionSchema],
  ['.vscode/technologies.schema.json', z.array(technologySchema)],
])('%s is up to date; if not, run npm run schema', (path, schema) => {
  expect(JSON.parse(read(path))).toEqual(jsonSchemaOf(schema));
});

test.each([
  ['README.md', 'case study', projectSchema],
  ['docs/own-pages.md', 'page', pageSchema],
  ['docs/sharing.md', 'selection', selectionSchema],
])('%s lists every field of a %s; if not, run npm run schema', (path, _name, schema) => {
  const table = fieldTable(jsonSchemaOf(schema));
  expect(unpadded(read(path))).toContain(unpadded(table));
  expect(table.split('\n')).toHaveLength(Object.keys(schema.shape).length + 2);
});

test('the README lists every option; if not, run npm run schema', () => {
  const table = optionTable(jsonSchemaOf(siteSchema));
  expect(unpadded(read('README.md'))).toContain(unpadded(table));
  const options = [...table.matchAll(/^\| `([\w.]+)` \| (.*?) \| .* \| (.*?) \|$/gm)];
  expect(options.map(([, key]) => key)).toEqual(expect.arrayContaining([...Object.keys(siteSchema.shape), 'author.email']));
  expect(options.filter(([, , shape, words]) => !shape || !words)).toEqual([]);
  expect(table).toContain('| `footer.note` | `false` or text |');
});

test.each([
  ['case study', projectSchema],
  ['page', pageSchema],
  ['selection', selectionSchema],
])('every field of a %s has a description', (_name, schema) => {
  const { properties = {} } = jsonSchemaOf(schema);
  expect(Object.entries(properties).filter(([, { description }]) => !description)).toEqual([]);
});

test('an editor accepts text instead of a map, and an empty optional value', () => {
  const { properties } = jsonSchemaOf(z.object({ client: projectSchema.shape.client, role: projectSchema.shape.role }));
  expect(properties?.['client']?.anyOf?.[0]).toEqual({ type: ['string', 'number', 'boolean'] });
  expect(properties?.['role']?.type).toContain('null');
});

test('missing markers are an error', () => {
  expect(() => betweenMarkers('no markers', 'fields', 'x')).toThrow(
    'The markers <!-- fields:start --> and <!-- fields:end --> are missing.',
  );
});

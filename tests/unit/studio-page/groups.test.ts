import { describe, expect, test } from 'vitest';
import { formShape } from '../../../src/lib/content/form-shape.ts';
import { jsonSchemaOf } from '../../../src/lib/json-schema.ts';
import { pageSchema } from '../../../src/schemas/page.ts';
import { projectSchema } from '../../../src/schemas/project.ts';
import { selectionSchema } from '../../../src/schemas/selection.ts';
import type { DocumentEntry } from '../../../src/studio/api.ts';
import { countWords, groupDocuments, stateWord } from '../../../src/studio/page/document-groups.ts';
import { groupFields } from '../../../src/studio/page/field-groups.ts';
import { moved } from '../../../src/studio/page/moving.ts';
import { entryOf, helpOf, labelOf, needOf } from '../../../src/studio/page/field-words.ts';

describe('the fields of a form', () => {
  test.each([
    ['case study', projectSchema, ['layout']],
    ['page', pageSchema, []],
    ['selection', selectionSchema, []],
  ])('of a %s are each in one group', (_, schema, other) => {
    const fields = [...Object.keys(formShape(jsonSchemaOf(schema))), 'body'];
    const groups = groupFields(fields);
    expect(groups.flatMap((group) => group.fields).toSorted()).toEqual(fields.toSorted());
    expect(groups.find(({ name }) => name === 'Other')?.fields ?? []).toEqual(other);
    expect(groups[0]).toMatchObject({ name: 'Essentials', open: true });
  });

  test('that nobody has named yet are under “Other”', () => {
    expect(groupFields(['title', 'tide']).at(-1)).toEqual({ name: 'Other', open: false, fields: ['tide'] });
  });

  test('have names, needs and help without the notation of the file', () => {
    const schema = jsonSchemaOf(projectSchema);
    const field = (key: string) => schema.properties?.[key] ?? {};
    expect(labelOf('business_context')).toBe('Business context');
    expect(needOf('title', field('title'), schema)).toBe('required');
    expect(needOf('tagline', field('tagline'), schema)).toBe('advised');
    expect(needOf('status', field('status'), schema)).toBe('');
    expect(helpOf('draft', field('draft'))).toBe('Hides the case study');
    expect(helpOf('duration', field('duration'))).toBe('How long the work took');
    expect(entryOf('date', field('date')).kind).toBe('date');
    expect(entryOf('order', field('order')).kind).toBe('number');
    expect(entryOf('layout', field('layout'))).toEqual({ kind: 'choice', options: ['project', 'case-study'] });
  });
});

describe('the list of documents', () => {
  const entry = (slug: string, more: Partial<DocumentEntry> = {}): DocumentEntry => ({
    ...{ path: `src/content/projects/${slug}.md`, collection: 'projects', id: slug, slug, lang: null, title: slug },
    ...{ state: { visibility: 'public', because: null }, errors: 0, warnings: 0, address: null },
    ...more,
  });
  const documents = [entry('tides'), entry('rota', { title: 'A Rota' }), entry('rota', { lang: 'de', title: 'Ein Dienstplan' })];
  const titles = (search?: string) =>
    groupDocuments(documents, search).flatMap(({ families }) => families.map((one) => one.original.title));

  test('keeps its order, and has translations under their original', () => {
    const [projects] = groupDocuments(documents);
    expect(titles()).toEqual(['tides', 'A Rota']);
    expect(projects?.families[1]?.translations.map(({ lang }) => lang)).toEqual(['de']);
  });

  test('finds a family by the words of any of its documents', () => {
    expect(titles('dienst')).toEqual(['A Rota']);
    expect(titles('rota a')).toEqual(['A Rota']);
    expect(groupDocuments(documents, 'nothing')).toEqual([]);
  });

  test('shows a translation that has no original', () => {
    expect(groupDocuments([entry('alone', { lang: 'de' })])[0]?.families).toHaveLength(1);
  });

  test('says who sees a document, and what the check found', () => {
    expect(stateWord({ visibility: 'public', because: null })).toBe('');
    expect(stateWord({ visibility: 'unlisted', because: null })).toBe('Unlisted');
    expect(stateWord({ visibility: 'hidden', because: 'scheduled' })).toBe('Scheduled');
    expect(countWords(1, 2)).toBe('1 error, 2 warnings');
    expect(countWords(0, 0)).toBe('');
  });

  test('is moved within its ends', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['c', 'a', 'b']);
  });
});

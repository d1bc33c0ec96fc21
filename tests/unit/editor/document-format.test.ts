import { describe, expect, test } from 'vitest';
import { readEntry, writeEntry, type Entry } from '../../../src/editor/document-format.ts';
import { findingsOf } from '../../../src/editor/findings.ts';
import { ownFields } from '../../../src/lib/editor/cms-config.ts';
import { jsonSchemaOf } from '../../../src/lib/json-schema.ts';
import { projectSchema } from '../../../src/schemas/project.ts';
import { nastyDocuments } from '../../fixtures/documents/nasty.ts';
import { fixtures } from '../content/fixture-documents.ts';

const schema = jsonSchemaOf(projectSchema);
const path = 'src/content/projects/x/index.md';
const findings = (entry: Entry) => findingsOf(entry, { path, schema, locale: 'en-GB' });

describe('a document in the editor', () => {
  test.each([...Object.entries(nastyDocuments), ...fixtures('projects')])('keeps every byte while nobody changes it: %s', (_, text) => {
    const entry = readEntry(text, schema);
    expect(writeEntry(entry, schema)).toBe(text);
    expect(writeEntry(asSveltia(entry) as Entry, schema)).toBe(text);
  });

  test('does not have what the editor keeps for itself', () => {
    const entry = { title: 'X', __sc_key: 'a', client: { name: 'Ada', __sc_id: 1 }, [ownFields.findings]: 'title is long', body: 'Z' };
    expect(writeEntry(entry, schema)).toBe('---\ntitle: X\nclient: Ada\n---\n\nZ');
  });
});

describe('the findings', () => {
  test('block what would break the site, and read outcomes back', () => {
    const { blocks, diagnostics } = findings({ title: 'X', body: 'Y', metrics: [{ category: 'speed', sentence: '70' }] });
    expect(blocks).toBe(true);
    expect(diagnostics.find(({ severity }) => severity === 'error')?.message).toMatch(/has no label; write a sentence/);
    const good = findings({ title: 'X', body: 'Y', metrics: [{ category: 'speed', sentence: 'Page loads fell from 3.5 s to 0.8 s' }] });
    expect(good.blocks).toBe(false);
    expect(good.readings).toEqual([expect.stringMatching(/^Page loads: from 3\.5\ss to 0\.8\ss$/)]);
  });

  test('let a draft have gaps', () => {
    expect(findings({ title: 'X' }).blocks).toBe(true);
    expect(findings({ title: 'X', draft: true }).blocks).toBe(false);
  });

  test('take a picture that is not saved yet for a file', () => {
    const thumbnail = { image: 'blob:https://ann.example/0f3c-1', alt: 'A' };
    expect(findings({ title: 'X', body: 'Y', thumbnail }).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('say why a document cannot be written', () => {
    const entry = readEntry('---\ntitle: X\nrole: &a Y\ntagline: *a\n---\nZ\n', schema);
    const { blocks, diagnostics } = findings({ ...entry, role: 'Other' });
    expect([blocks, diagnostics[0]?.message]).toEqual([true, expect.stringContaining('has an anchor')]);
  });
});

/** What Sveltia does to values on the way: blanks at the ends go, empty values come, keys change their order, marks are added. */
function asSveltia(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(asSveltia);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, key === ownFields.source ? one : asSveltia(one)] as const);
  return Object.fromEntries([['__sc_item', 'x'], ...entries.toReversed()]);
}

import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../src/lib/pdf/read.ts';
import { stampPdf } from '../../../src/lib/pdf/stamp.ts';
import { makePdf } from '../../fixtures/pdf.ts';

const said = { author: 'Zoë', subject: 'What changed' };

describe('a stamped PDF', () => {
  const stamped = stampPdf(makePdf({ title: 'Ferries' }), said);

  test('names its author and keeps its title and text', () =>
    expect(readPdf(stamped)).toMatchObject({ title: 'Ferries', author: 'Zoë', painted: ['A line'] }));

  test('says nothing of when it was made, or with what', () => expect(stamped.toString('latin1')).not.toMatch(/CreationDate|Creator/));

  test('finds each object where its table says', () => {
    const text = stamped.toString('latin1');
    const start = Number(/startxref\s+(\d+)/.exec(text)?.[1]);
    expect(text.startsWith('xref', start)).toBe(true);
    const offsets = [...text.slice(start).matchAll(/^(\d{10}) \d{5} n/gm)].map(([, offset]) => Number(offset));
    expect(offsets.length).toBeGreaterThan(6);
    expect(offsets.filter((offset, index) => !text.startsWith(`${index + 1} 0 obj`, offset))).toEqual([]);
  });
});

test('the names of cells are counted anew, in their order', () => {
  const made = makePdf({ pages: [['a'], ['b']], bookmark: (page) => ['node00000210', 'node00000044'][page - 1] ?? '' });
  expect(readPdf(stampPdf(made, said)).outline.map(({ title }) => title)).toEqual(['node00000002', 'node00000001']);
});

test('a file laid out otherwise is refused', () => expect(() => stampPdf(Buffer.from('%PDF-1.7\n'), said)).toThrow('laid out'));

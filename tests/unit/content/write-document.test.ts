import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CannotWrite, readParts, writeDocument } from '../../../src/lib/content/write-document.ts';
import { fingerprint, isFields, withoutAbsent, type Fields, type Value } from '../../../src/lib/content/values.ts';
import { projectSchema } from '../../../src/schemas/project.ts';
import { nastyDocuments } from '../../fixtures/documents/nasty.ts';
import { fixtures } from './fixture-documents.ts';

const order = Object.keys(projectSchema.shape);
const documents: [string, string][] = [
  ...Object.entries(nastyDocuments),
  ...fixtures('projects'),
  ...fixtures('pages'),
  ...fixtures('selections'),
];
const readable = documents.filter(([, text]) => /^\s*\uFEFF?\s*---/.test(text));

describe('nothing changed', () => {
  test.each(documents)('%s keeps every byte', (_, text) => {
    const fields = /^\s*\uFEFF?\s*---/.test(text) ? fieldsOf(text) : {};
    expect(writeDocument(text, { fields }, order)).toBe(text);
  });
});

describe('any edit of any fields', () => {
  test('reads back as wanted and touches no line of another field', () => {
    fc.assert(
      fc.property(fc.constantFrom(...readable), fc.array(edit(), { minLength: 1, maxLength: 3 }), ([name, text], edits) => {
        const before = fieldsOf(text);
        const wanted = edits.reduce(applyEdit, before);
        let out: string;
        try {
          out = writeDocument(text, { fields: wanted }, order);
        } catch (error) {
          if (!(error instanceof CannotWrite) || !/anchor|alias/.test(error.message)) throw error;
          expect(name).toBe('aliases');
          return;
        }
        expect(fingerprint(fieldsOf(out))).toBe(fingerprint(withoutAbsent(wanted)));
        if (name === 'front matter in brackets') return;
        const changed = [...new Set([...Object.keys(before), ...Object.keys(wanted)])].filter(
          (key) => fingerprint(withoutAbsent(before[key] ?? null)) !== fingerprint(withoutAbsent(wanted[key] ?? null)),
        );
        const removes = changed.some((key) => withoutAbsent(wanted[key] ?? null) === null);
        const [left, right] = [text, out].map((one) => otherLines(one, changed, removes));
        expect(right).toEqual(left);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    );
  }, 60_000);
});

describe('a document', () => {
  test.each<[string, string, Fields, string]>([
    [
      'gets a new field after its predecessor in the schema',
      '---\ntitle: X\nrole: Y\n---\n',
      { title: 'X', date: '2024-05', role: 'Y' },
      '---\ntitle: X\ndate: 2024-05\nrole: Y\n---\n',
    ],
    [
      'loses a field with its comment, not one put aside',
      '---\ntitle: X\n# draft: true\n# why\nrole: Y\n---\n',
      { title: 'X' },
      '---\ntitle: X\n# draft: true\n---\n',
    ],
    ['gets front matter where it had none', 'Words.\r\n', { title: 'X' }, '---\r\ntitle: X\r\n---\r\n\r\nWords.\r\n'],
    [
      'keeps an alias beside a change',
      '---\ntitle: &a X\nrole: *a\nclient: Y\n---\n',
      { title: 'X', role: 'X', client: 'Z' },
      '---\ntitle: &a X\nrole: *a\nclient: Z\n---\n',
    ],
  ])('%s', (_, text, fields, out) => expect(writeDocument(text, { fields }, order)).toBe(out));

  test.each<[string, string, Fields]>([
    ['`role` uses an alias; change it in a text editor', '---\ntitle: &a X\nrole: *a\n---\n', { title: 'X', role: 'Z' }],
    ['`title` has an anchor; change it in a text editor', '---\ntitle: &a X\nrole: *a\n---\n', { title: 'Z', role: 'X' }],
    ['`title` is in the front matter twice; keep one of the two', '---\ntitle: X\ntitle: Y\n---\n', { title: 'Z' }],
    ['the file cannot be read: it has front matter without an end', '---\ntitle: X\n', { title: 'Z' }],
  ])('is refused: %s', (message, text, fields) => {
    expect(() => writeDocument(text, { fields }, order)).toThrow(new CannotWrite(message));
  });
});

const hostile = [
  '- yes: #b',
  'null',
  '~',
  '1:30',
  'é',
  'yes',
  '5',
  '0x1F',
  '.5',
  'a: b',
  'a #b',
  '#',
  ':',
  "it's",
  '"quoted"',
  '\\n',
  '{{x}}',
  '[a]',
  '*a',
  '&a',
  '!x',
  '%',
  '@',
  '`',
  '---',
  '...',
  '? a',
  'a\nb\n',
  'a\n\n  b\n',
  ' lead',
  'trail ',
  'tab\tbed',
  'one\n\n\ntwo',
  '\n\nlate',
  'a\n \n',
  '- x\n- y\n',
  '# h\n\ntext',
  '日本語',
  '🙂',
  'a, b',
  'a]b',
  '}',
  "'",
  '"',
  'x\u00A0',
  'x\u2028y',
  'a\rb',
  'long '.repeat(400).trim(),
  'a\u0007',
  '\uFEFFx',
  'true',
  'No',
  '2024-05-06',
  '12e3',
  '=',
  '<<',
  '|',
  '>',
  '-',
  '-5%',
  'a\'b"c\\d',
];

interface Edit {
  at: number;
  deep: number;
  kind: string;
  text: string;
}

function edit(): fc.Arbitrary<Edit> {
  return fc.record({
    at: fc.nat(200),
    deep: fc.nat(50),
    kind: fc.constantFrom(
      'set',
      'append',
      'delete',
      'insert',
      'to-map',
      'to-text',
      'to-list',
      'push',
      'push-map',
      'shift',
      'reverse',
      'inside',
      'inside-delete',
      'number',
    ),
    text: fc.oneof(
      fc.constantFrom(...hostile),
      fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !/[\p{Cs}\0]/u.test(text)),
    ),
  });
}

function applyEdit(fields: Fields, { at, deep, kind, text }: Edit): Fields {
  const keys = Object.keys(fields);
  const key = keys[at % Math.max(1, keys.length)] ?? 'title';
  const old = fields[key] ?? null;
  if (kind === 'delete') return { ...fields, [key]: undefined };
  if (kind === 'insert')
    return {
      ...fields,
      [order[at % order.length] ?? 'title']:
        deep % 3 === 0 ? [text, 'b'] : deep % 3 === 1 ? { name: text, list: ['x', { y: text }] } : text,
    };
  return { ...fields, [key]: change(old, { at, deep, kind, text }) };
}

function change(old: Value, edit: Edit): Value {
  const { kind, text, deep } = edit;
  const list = Array.isArray(old) ? old : [old];
  switch (kind) {
    case 'append':
      return typeof old === 'string' ? `${old}${text}` : text;
    case 'to-map':
      return { name: text, other: [text] };
    case 'to-list':
      return [text, { k: text }];
    case 'push':
      return [...list.slice(0, deep % (list.length + 1)), text, ...list.slice(deep % (list.length + 1))];
    case 'push-map':
      return [...list, { image: text, alt: 'new', more: { a: text } }];
    case 'shift':
      return list.slice(1);
    case 'reverse':
      return list.toReversed();
    case 'number':
      return deep;
    case 'inside':
      if (Array.isArray(old) && old.length > 0) return old.map((one, index) => (index === deep % old.length ? change(one, edit) : one));
      if (isFields(old)) {
        const keys = [...Object.keys(old), 'added'];
        const key = keys[deep % keys.length] ?? '';
        return { ...old, [key]: change(old[key] ?? null, edit) };
      }
      return text;
    case 'inside-delete':
      if (Array.isArray(old)) return old.filter((_, index) => index !== deep % old.length);
      if (isFields(old)) return Object.fromEntries(Object.entries(old).filter((_, index) => index !== deep % Object.keys(old).length));
      return text;
    default:
      return text;
  }
}

/** The lines of all fields but some, with comments unless a field was removed: its comments went with it. */
function otherLines(text: string, changed: readonly string[], removes: boolean): string[] {
  const { start, end } = readParts(text.replace(/^\uFEFF/, ''));
  const plain = text.replace(/^\uFEFF/, '');
  const lines = plain.slice(start, end).split(/(?<=\n)/);
  const kept: string[] = [];
  let inChanged = false;
  for (const [index, line] of lines.entries()) {
    const key = /^(?:"([^"]*)"|([^\s#:\-"'][^:]*)):(?:\s|$)/.exec(line);
    if (key) inChanged = changed.includes(key[1] ?? key[2] ?? '');
    const continues = /^(?:[ \t]+\S|- |-\r?$|\])/.test(lines.slice(index).find((one) => one.trim() && !/^#/.test(one)) ?? '');
    if (inChanged && (key || continues || /^[ \t]+\S/.test(line))) continue;
    if (line.trim() === '' || (removes && /^#/.test(line))) continue;
    kept.push(line);
  }
  return [plain.slice(0, start).trim(), ...kept, plain.slice(end).trim()];
}

function fieldsOf(text: string): Fields {
  return readParts(text.replace(/^\uFEFF/, '')).data as Fields;
}

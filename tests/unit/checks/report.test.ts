import { describe, expect, test } from 'vitest';
import { escapeControlCharacters, type Diagnostic } from '../../../src/documents/diagnostic.ts';
import { formatReport, jsonReport } from '../../../src/checks/report.ts';

const makeDiagnostic = (more: Partial<Diagnostic> = {}): Diagnostic => ({
  path: 'src/content/projects/a.md',
  line: 3,
  column: 1,
  severity: 'error',
  field: 'tagine',
  message: 'unknown key `tagine`',
  value: 'Calm.',
  fix: 'did you mean `tagline`?',
  related: [],
  ...more,
});

const whole = makeDiagnostic({
  severity: 'warning',
  field: '',
  message: 'is odd',
  line: 1,
  value: undefined,
  related: ['src/content/projects/b.md'],
});
const report = { documents: [], checked: 12, diagnostics: [makeDiagnostic(), whole] };

describe('the report', () => {
  test('without colours has a line per diagnostic, with value and fix below it', () => {
    expect(formatReport(report)).toMatchInlineSnapshot(`
      "src/content/projects/a.md:3:1  error  tagine  unknown key \`tagine\`
          value  Calm.
          fix    did you mean \`tagline\`?
      src/content/projects/a.md:1:1  warning  is odd
          fix    did you mean \`tagline\`?
          see    src/content/projects/b.md
      12 documents checked: 1 error, 1 warning."
    `);
  });

  test('with the source shows the line and marks the position', () => {
    const source = (): string => '---\ntitle: A\ntagine: Calm.\n---\n';
    expect(formatReport({ ...report, diagnostics: [makeDiagnostic({ column: 3 })] }, { source })).toMatchInlineSnapshot(`
      "src/content/projects/a.md:3:3  error  tagine  unknown key \`tagine\`
          2 │ title: A
          3 │ tagine: Calm.
            │   ^
          fix    did you mean \`tagline\`?
      12 documents checked: 1 error, 0 warnings."
    `);
  });

  test('uses colours only on request', () => {
    expect(formatReport(report)).not.toContain('\u001B');
    expect(formatReport(report, { color: true })).toContain('\u001B[31merror\u001B[0m');
  });

  test('as JSON is one object', () => {
    expect(JSON.parse(jsonReport(report))).toEqual({
      documents: 12,
      errors: 1,
      warnings: 1,
      problems: [makeDiagnostic(), { ...whole, value: undefined }].map((one) => JSON.parse(JSON.stringify(one)) as unknown),
    });
  });

  test('shows every error, and counts the warnings where nobody asked for them', () => {
    const diagnostics = [makeDiagnostic({ severity: 'warning' }), makeDiagnostic({ line: 9 })];
    const text = formatReport({ documents: [{}, {}], diagnostics, hidden: 1 }, { errorsOnly: true });
    expect(text.match(/:\d+:1 {2}\w+/g)).toEqual([':9:1  error']);
    expect(text).toContain('\n2 documents checked, 1 of them hidden: 1 error, 1 warning. `npm run check` lists the warnings.');
    expect(formatReport({ documents: [{}], diagnostics: [makeDiagnostic()] }, { errorsOnly: true })).not.toContain('lists the warnings');
  });

  test('says when there are no problems', () => {
    expect(formatReport({ documents: [{}], diagnostics: [] })).toBe('1 document checked: no problems.');
  });
});

test('values are cut at 200 characters, and control characters escaped', () => {
  expect(escapeControlCharacters('x'.repeat(300))).toBe(`${'x'.repeat(200)}…`);
  expect(escapeControlCharacters('a\0b\u001B[31m\n\u202E\uD83E')).toBe('a\\0b\\u001B[31m\\n\\u202E\\uD83E');
  expect(escapeControlCharacters(`${'x'.repeat(199)}🥐`)).toBe(`${'x'.repeat(199)}\\uFFFD…`.replace('\\uFFFD', '\uFFFD'));
});

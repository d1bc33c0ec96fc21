import { describe, expect, test } from 'vitest';
import { printable, type Problem } from '../../../src/documents/diagnostic.ts';
import { formatReport, jsonReport } from '../../../src/checks/report.ts';

const problem = (more: Partial<Problem> = {}): Problem => ({
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

const whole = problem({
  severity: 'warning',
  field: '',
  message: 'is odd',
  line: 1,
  value: undefined,
  related: ['src/content/projects/b.md'],
});
const report = { documents: [], checked: 12, problems: [problem(), whole] };

describe('the report', () => {
  test('for a pipe has a line a problem, its value and remedy below', () => {
    expect(formatReport(report)).toMatchInlineSnapshot(`
      "src/content/projects/a.md:3:1  error  tagine  unknown key \`tagine\`
          value  Calm.
          mend   did you mean \`tagline\`?
      src/content/projects/a.md:1:1  warning  is odd
          mend   did you mean \`tagline\`?
          see    src/content/projects/b.md
      12 documents read: 1 error, 1 warning."
    `);
  });

  test('for a terminal shows the line and marks the place', () => {
    const source = (): string => '---\ntitle: A\ntagine: Calm.\n---\n';
    expect(formatReport({ ...report, problems: [problem({ column: 3 })] }, { source })).toMatchInlineSnapshot(`
      "src/content/projects/a.md:3:3  error  tagine  unknown key \`tagine\`
          2 │ title: A
          3 │ tagine: Calm.
            │   ^
          mend   did you mean \`tagline\`?
      12 documents read: 1 error, 0 warnings."
    `);
  });

  test('paints only where it is asked to', () => {
    expect(formatReport(report)).not.toContain('\u001B');
    expect(formatReport(report, { color: true })).toContain('\u001B[31merror\u001B[0m');
  });

  test('for machines is one object', () => {
    expect(JSON.parse(jsonReport(report))).toEqual({
      documents: 12,
      errors: 1,
      warnings: 1,
      problems: [problem(), { ...whole, value: undefined }].map((one) => JSON.parse(JSON.stringify(one)) as unknown),
    });
  });

  test('tells every error, and of warnings no more than asked, with how many are left', () => {
    const warnings = Array.from({ length: 4 }, (_, index) => problem({ severity: 'warning', line: index + 1 }));
    const problems = [...warnings.slice(0, 3), problem({ line: 9 }), ...warnings.slice(3)];
    const told = formatReport({ documents: [{}], problems }, { mostWarnings: 2 });
    expect(told.match(/:\d+:1 {2}\w+/g)).toEqual([':1:1  warning', ':2:1  warning', ':9:1  error']);
    expect(told).toContain('\n2 more warnings; npm run check tells all of them.\n1 document read: 1 error, 4 warnings.');
    expect(formatReport({ documents: [{}], problems }, { mostWarnings: 4 })).not.toContain('more warning');
  });

  test('of nothing says so', () => {
    expect(formatReport({ documents: [{}], problems: [] })).toBe('1 document read, nothing to mend.');
  });
});

test('values are cut at 200 characters and made printable', () => {
  expect(printable('x'.repeat(300))).toBe(`${'x'.repeat(200)}…`);
  expect(printable('a\0b\u001B[31m\n\u202E\uD83E')).toBe('a\\0b\\u001B[31m\\n\\u202E\\uD83E');
  expect(printable(`${'x'.repeat(199)}🥐`)).toBe(`${'x'.repeat(199)}\\uFFFD…`.replace('\\uFFFD', '\uFFFD'));
});

import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/documents/diagnostic.ts';
import { overlayText } from '../../../src/integrations/content-overlay.ts';

const makeDiagnostic = (path: string, severity: Diagnostic['severity'] = 'error'): Diagnostic => ({
  ...{ path, line: 2, column: 1, severity, field: 'titel', message: 'unknown key `titel`', fix: 'did you mean `title`?' },
  related: [],
});
const text = (diagnostics: Diagnostic[], ...edited: string[]): string | null => overlayText({ diagnostics }, edited);

describe('the overlay of the development server', () => {
  test('shows the errors of the edited document alone, and counts the others', () => {
    expect(text([makeDiagnostic('a.md'), makeDiagnostic('b.md', 'warning'), makeDiagnostic('b.md')], 'b.md')).toBe(
      'b.md:2:1  error  titel  unknown key `titel`\n    fix    did you mean `title`?\n\n1 more in other documents: npm run check lists all.',
    );
  });

  test('shows the errors of other documents once the edited one has none', () => {
    expect(text([makeDiagnostic('a.md')], 'b.md')).toContain('a.md:2:1  error');
  });

  test('is not shown for warnings', () => expect(text([makeDiagnostic('a.md', 'warning')], 'a.md')).toBeNull());
});

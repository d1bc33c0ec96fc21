import { SourceScalar } from '../schemas/scalar.ts';
import type { FieldDiagnostic } from '../documents/diagnostic.ts';
import type { Document } from '../documents/document.ts';
import { valueAt } from '../documents/values.ts';

/** Report valid fields that no page shows yet, so that none is ignored silently. */
export function checkUnsupported({ data }: Document): FieldDiagnostic[] {
  const unlisted = valueAt(data, ['unlisted']);
  return unlisted instanceof SourceScalar && unlisted.value === true ? [publicUnlisted] : [];
}

const publicUnlisted: FieldDiagnostic = {
  severity: 'error',
  field: ['unlisted'],
  message: 'is not supported yet: the page would be public',
  fix: 'hide the case study with `draft: true` instead',
};

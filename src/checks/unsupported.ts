import { SourceScalar } from '../schemas/scalar.ts';
import type { FieldDiagnostic } from '../documents/diagnostic.ts';
import type { Document } from '../documents/document.ts';
import { valueAt } from '../documents/values.ts';

/** Report valid fields that no page shows yet, so that none is ignored silently. */
export function checkUnsupported({ data }: Document): FieldDiagnostic[] {
  const unlisted = valueAt(data, ['unlisted']);
  const media = (['metrics_charts', 'screenshots'] as const).flatMap((name) => {
    const list = valueAt(data, [name]);
    return Array.isArray(list) ? list.map((_, index) => [name, index] as const) : [];
  });
  return [
    ...(unlisted instanceof SourceScalar && unlisted.value === true ? [publicUnlisted] : []),
    ...media.flatMap((path): FieldDiagnostic[] =>
      valueAt(data, [...path, 'video']) === undefined ? [] : [{ severity: 'warning', field: [...path, 'video'], ...film }],
    ),
  ];
}

const publicUnlisted: FieldDiagnostic = {
  severity: 'error',
  field: ['unlisted'],
  message: 'is not supported yet: the page would be public',
  fix: 'hide the case study with `draft: true` instead',
};

const film = { message: 'names a film, which is not shown yet', fix: 'show a picture of it with `image`, and add the film to `links`' };

import type { FieldDiagnostic } from '../documents/diagnostic.ts';
import type { Document } from '../documents/document.ts';
import { valueAt } from '../documents/values.ts';

/** Report valid fields that no page shows yet, so that none is ignored silently. */
export function checkUnsupported({ data }: Document): FieldDiagnostic[] {
  const media = (['metrics_charts', 'screenshots'] as const).flatMap((name) => {
    const list = valueAt(data, [name]);
    return Array.isArray(list) ? list.map((_, index) => [name, index] as const) : [];
  });
  return [
    ...media.flatMap((path): FieldDiagnostic[] =>
      valueAt(data, [...path, 'video']) === undefined ? [] : [{ severity: 'warning', field: [...path, 'video'], ...film }],
    ),
  ];
}

const film = { message: 'names a film, which is not shown yet', fix: 'show a picture of it with `image`, and add the film to `links`' };

import { isMap, isScalar, parseDocument, type Node } from 'yaml';
import { yamlOptions } from '../../documents/yaml.ts';
import type { FormFields } from '../../lib/content/form.ts';
import { entanglement, readParts, withFrontMatter } from '../../lib/content/write-document.ts';

/**
 * Map each field that a form cannot edit to its text in the file: one of a shape that the form does not have, one that shares its value by an
 * anchor, one that the schema does not know.
 */
export function fixedFields(text: string, fields: FormFields): Map<string, string> {
  const whole = withFrontMatter(text);
  const { start, end } = readParts(whole);
  const yaml = whole.slice(start, end);
  const root = parseDocument(yaml, yamlOptions).contents as Node | null;
  if (!isMap(root)) return new Map();
  const starts = root.items.map(({ key }) => (isScalar(key) ? (key.range?.[0] ?? 0) : 0));
  return new Map(
    root.items.flatMap(({ key, value }, at) => {
      const name = isScalar(key) ? String(key.value) : '';
      if (fields[name] !== undefined && entanglement(value as Node | null) === null) return [];
      return [[name, yaml.slice(starts[at], starts[at + 1] ?? yaml.length).trimEnd()] as const];
    }),
  );
}

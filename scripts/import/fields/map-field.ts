import { findMatching, findValues, isEmpty, normalizeKey, type KeyedValue } from '../front-matter/values.ts';
import type { FieldReader } from './field-reader.ts';
import { fieldReaders } from './field-readers.ts';
import { fieldSources, type FieldName, type FieldSource } from './field-sources.ts';
import { join, keep, type Mapping } from './mapping.ts';

/** Map the first value that fits a field, or the texts of all keys that it joins. */
export function mapField(field: FieldName, mapping: Mapping): void {
  const { reader, max = Infinity }: FieldSource = fieldSources[field];
  if (reader === null) return;
  const read: FieldReader = fieldReaders[reader];
  for (const { key, label = key, paths, value } of findCandidates(field, mapping)) {
    const previous = mapping.fields[field];
    if (paths.some((path) => isUsed(path, mapping.used)) || (previous !== undefined && !joinedFields.has(field))) continue;
    const result = read(value, { ...mapping.context, data: mapping.data, key, max, use: (other) => mapping.used.add(other) });
    if (result === null) continue;
    mapping.fields[field] = join(previous, result.value);
    for (const path of paths) mapping.used.add(path);
    if (normalizeKey(key) !== field) mapping.context.log.add('mapped', label, field);
    if (!isEmpty(result.rest)) keep(mapping, key, result.rest);
  }
}

/** Fields that join the texts of several keys. */
const joinedFields = new Set<FieldName>([
  'business_context',
  'technical_challenges',
  'solutions',
  'solution_architecture',
  'implementation_details',
  'key_learnings',
  'team_leadership',
]);

/** Check whether a path, or a value that contains it, is mapped. */
function isUsed(path: string, used: ReadonlySet<string>): boolean {
  return used.has(path) || [...path.matchAll(/[.[]/g)].some(({ index }) => used.has(path.slice(0, index)));
}

interface Candidate {
  /** The key, or the first path of a labelled value. */
  key: string;
  /** Its name in the log if that is not the key. */
  label?: string;
  /** The paths of the front matter that the value occupies. */
  paths: readonly string[];
  value: unknown;
}

/** Find the values that a field may come from, the likelier first. */
function findCandidates(field: FieldName, { data, labelled }: Mapping): Candidate[] {
  const { from, matching, isFact = false }: FieldSource = fieldSources[field];
  const named = (entries: readonly KeyedValue[]): Candidate[] => entries.map(({ key, value }) => ({ key, paths: [key], value }));
  const facts = (isName: (name: string) => boolean): Candidate[] =>
    isFact
      ? labelled
          .filter(({ name }) => isName(name))
          .map(({ name, paths, value }) => ({ key: paths[0] ?? name, label: `the label ${name.replaceAll('_', ' ')}`, paths, value }))
      : [];
  return [
    ...named(findValues(data, from)),
    ...facts((name) => from.includes(name)),
    ...(matching ? [...named(findMatching(data, matching)), ...facts((name) => matching.test(name))] : []),
  ];
}

import { createConversionLog } from '../conversion-log.ts';
import { normalizeKey } from '../front-matter/values.ts';
import { fieldSources, type FieldName, type FieldSource } from './field-sources.ts';
import { mapFields } from './map-fields.ts';
import { describe, type MappedFields, type MappingContext } from './mapping.ts';

/** Fill the facts that a document lacks, such as the client, from what its folder or the configuration gives all documents. */
export function addInheritedFacts(fields: MappedFields['fields'], inherited: Record<string, unknown>, context: MappingContext): void {
  // No template of the old site is run for what all documents have.
  const isFact = ([key, value]: [string, unknown]): boolean => factKeys.has(normalizeKey(key)) && !/\{[{%]/.test(describe(value));
  const facts = Object.entries(inherited).filter(isFact);
  const log = createConversionLog();
  const given = mapFields(Object.fromEntries(facts), { ...context, log, body: '', fileDate: undefined }).fields;
  for (const [field, value] of Object.entries(given) as [FieldName, unknown][]) {
    if (fields[field] !== undefined) continue;
    fields[field] = value;
    context.log.add('mapped', `the ${field} of all documents`, field);
  }
}

const factKeys = new Set<string>(Object.values<FieldSource>(fieldSources).flatMap(({ isFact, from }) => (isFact ? from : [])));

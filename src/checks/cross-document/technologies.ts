import { technologySchema, type TechnologyData } from '../../schemas/technology.ts';
import { technologyKey, technologySlug } from '../../lib/technologies.ts';
import { errorIn, type FieldDiagnostic } from '../../documents/diagnostic.ts';
import { readYaml, type Document } from '../../documents/document.ts';
import { schemaDiagnostics } from '../fields/zod-issues.ts';

/** One checked file of the technology glossary. */
export interface TechnologyFile {
  path: string;
  /** Null when the file was not read. */
  document: Document | null;
  technologies: { id: string; data: TechnologyData }[];
  diagnostics: FieldDiagnostic[];
}

/** Check a glossary file: a list of `{name, aliases, description, url}`, or a map from names to the rest. */
export function checkTechnologies(bytes: Uint8Array, path: string): TechnologyFile {
  const document = readYaml(bytes, path);
  const diagnostics = [...document.diagnostics];
  const technologies: TechnologyFile['technologies'] = [];
  const nameBySpelling = new Map<string, string>();
  for (const { field, value } of entriesOf(document.data)) {
    const parsed = technologySchema.safeParse(value);
    const issues = schemaDiagnostics(parsed.error, { document, schema: technologySchema, path: field });
    diagnostics.push(...issues);
    if (!parsed.success || issues.length > 0) continue;
    const { data } = parsed;
    const keys = [data.name, ...data.aliases].map(technologyKey);
    const other = keys.flatMap((key) => nameBySpelling.get(key) ?? [])[0];
    if (other !== undefined) {
      diagnostics.push(errorIn(field, `has a spelling that \`${other}\` also has`, 'keep each spelling in one entry'));
      continue;
    }
    for (const key of keys) nameBySpelling.set(key, data.name);
    technologies.push({ id: technologySlug(data.name), data });
  }
  return { path, document, technologies, diagnostics };
}

function entriesOf(data: Document['data']): { field: PropertyKey[]; value: unknown }[] {
  if (data === null) return [];
  if (Array.isArray(data)) return data.map((value, index) => ({ field: [index], value }));
  return Object.entries(data).map(([name, value]) => ({ field: [name], value: { name, ...(typeof value === 'object' && value) } }));
}

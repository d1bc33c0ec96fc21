import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node, type Pair } from 'yaml';
import { SourceScalar } from '../../../src/schemas/scalar.ts';
import { isRecord } from './values.ts';

/** Data of another system. Texts, lists and maps are plain; numbers and booleans are `SourceScalar`, which keeps their source. */
export interface ParsedData {
  data: Record<string, unknown>;
  /** What could not be read: the reason, and the text that no field holds. */
  diagnostics: { reason: string; text: string }[];
}

/** Read YAML or JSON of another system; an unreadable text yields no data and one diagnostic. Never throws. */
export function readYaml(text: string): ParsedData {
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const error = document.errors.find(({ code }) => code !== 'TAG_RESOLVE_FAILED' && code !== 'MULTIPLE_DOCS');
  if (error) return { data: {}, diagnostics: [{ reason: `the front matter cannot be read as YAML (${error.message})`, text }] };
  const diagnostics: ParsedData['diagnostics'] = [];
  const data = fromNode(document.contents as Node | null, { document: document as Document, diagnostics, nodesLeft: maxNodes }, 0);
  return { data: isRecord(data) ? data : {}, diagnostics };
}

/** Limits against aliases that expand to gigabytes. */
const maxNodes = 20_000;
const maxDepth = 32;

interface Walk {
  document: Document;
  diagnostics: ParsedData['diagnostics'];
  nodesLeft: number;
}

function fromNode(node: Node | null, walk: Walk, depth: number): unknown {
  if (node === null || depth > maxDepth || --walk.nodesLeft < 0) return undefined;
  if (isAlias(node)) return fromNode(node.resolve(walk.document) ?? null, walk, depth + 1);
  if (isSeq(node)) return node.items.map((item) => fromNode(item as Node | null, walk, depth + 1)).filter((item) => item !== undefined);
  if (isMap(node)) return fromMap(node.items as Pair<Node | null, Node | null>[], walk, depth);
  if (!isScalar(node) || node.value === null) return undefined;
  if (typeof node.value === 'number' || typeof node.value === 'boolean')
    return new SourceScalar(node.value, node.source ?? String(node.value));
  return String(node.value);
}

/** Merged maps (`<<`) yield to the map's own keys; of a repeated key the last one counts, as in Jekyll. */
function fromMap(items: Pair<Node | null, Node | null>[], walk: Walk, depth: number): Record<string, unknown> {
  const merged: [string, unknown][] = [];
  const direct = new Map<string, unknown>();
  for (const { key, value } of items) {
    const name = isScalar(key) ? (typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))) : String(key);
    const parsed = fromNode(value, walk, depth + 1);
    if (name === '__proto__') continue;
    if (name === '<<') merged.push(...[parsed].flat().flatMap((map) => (isRecord(map) ? Object.entries(map) : [])));
    else {
      if (direct.has(name))
        walk.diagnostics.push({ reason: `the key \`${name}\` appears twice; the last one counts`, text: describe(direct.get(name)) });
      if (parsed !== undefined) direct.set(name, parsed);
    }
  }
  return Object.fromEntries([...merged.filter(([name]) => !direct.has(name)), ...direct]);
}

function describe(value: unknown): string {
  if (value instanceof SourceScalar) return value.source;
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}

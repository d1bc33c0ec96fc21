import { Document, isScalar, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { projectSchema } from '../../src/schemas/project.ts';
import { SourceScalar } from '../../src/schemas/scalar.ts';
import { toPlain } from './front-matter/values.ts';

/** Write a case study: front matter in the order of the schema, long texts as blocks, then the body. */
export function writeDocument(fields: Readonly<Record<string, unknown>>, body: string): string {
  const keys = Object.keys(projectSchema.shape).filter((key) => fields[key] !== undefined);
  const document = new Document();
  const map = new YAMLMap();
  for (const key of keys) map.add(document.createPair(key, toNode(fields[key], document)));
  document.contents = map as unknown as typeof document.contents;
  const text = body.trim();
  return `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}---\n${text ? `\n${text}\n` : ''}`;
}

function toNode(value: unknown, document: Document): unknown {
  if (value instanceof SourceScalar) return new Scalar(toPlain(value));
  if (typeof value === 'string') return toTextNode(value);
  if (Array.isArray(value)) return toSequence(value, document);
  if (typeof value !== 'object' || value === null) return document.createNode(value);
  const map = new YAMLMap();
  for (const [key, inner] of Object.entries(value)) if (inner !== undefined) map.add(document.createPair(key, toNode(inner, document)));
  return map;
}

/** Short lists of short items are written on one line. */
function toSequence(items: readonly unknown[], document: Document): YAMLSeq {
  const sequence = new YAMLSeq();
  for (const item of items) if (item !== undefined) sequence.add(toNode(item, document));
  const nodes = sequence.items;
  sequence.flow = nodes.length > 0 && nodes.length <= 30 && nodes.every((node) => isScalar(node) && String(node.value).length <= 40);
  return sequence;
}

function toTextNode(text: string): Scalar {
  const scalar = new Scalar(text);
  if (text.includes('\n')) {
    // YAML cannot write a block whose lines end in other whitespace; two spaces are a line break of Markdown.
    scalar.value = `${text.replace(/[ \t]+\n/g, (end) => (end.startsWith('  ') ? '  \n' : '\n')).trimEnd()}\n`;
    scalar.type = Scalar.BLOCK_LITERAL;
  }
  return scalar;
}

import { Document, isMap, isScalar, isSeq, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { projectSchema } from '../../src/schemas/project.ts';
import { SourceScalar } from '../../src/schemas/scalar.ts';

/** Write a case study's file: front matter in the order of the schema, long texts as blocks, and the body below. */
export function writeDocument(fields: Readonly<Record<string, unknown>>, body: string): string {
  const keys = Object.keys(projectSchema.shape).filter((key) => fields[key] !== undefined);
  const document = new Document();
  const map = new YAMLMap();
  for (const key of keys) map.add(document.createPair(key, asNode(fields[key], document)));
  document.contents = map as unknown as typeof document.contents;
  const text = body.trim();
  return `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}---\n${text ? `\n${text}\n` : ''}`;
}

/** Numbers whose source a number would not give back (`3.10`, `0x1F`) are written as text. */
function asNode(value: unknown, document: Document): unknown {
  if (value instanceof SourceScalar) return new Scalar(String(value.value) === value.source ? value.value : value.source);
  if (typeof value === 'string') return asScalar(value);
  if (Array.isArray(value)) {
    const seq = new YAMLSeq();
    for (const item of value) if (item !== undefined) seq.add(asNode(item, document));
    seq.flow =
      seq.items.length > 0 && seq.items.every((item) => isScalar(item) && String(item.value).length <= 40) && seq.items.length <= 30;
    return seq;
  }
  if (typeof value !== 'object' || value === null) return document.createNode(value);
  const map = new YAMLMap();
  for (const [key, inner] of Object.entries(value)) if (inner !== undefined) map.add(document.createPair(key, asNode(inner, document)));
  return isSeq(map) || isMap(map) ? map : document.createNode(value);
}

function asScalar(text: string): Scalar {
  const scalar = new Scalar(text);
  if (text.includes('\n')) {
    scalar.value = `${text.replace(/[ \t]+\n/g, (end) => (end.startsWith('  ') ? '  \n' : '\n')).trimEnd()}\n`;
    scalar.type = Scalar.BLOCK_LITERAL;
  }
  return scalar;
}

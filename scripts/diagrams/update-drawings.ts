import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/documents/diagnostic.ts';
import type { DocumentCode } from '../../src/checks/texts/images-and-markdown.ts';
import { cleanDrawing, diagramEngine, diagramFile, diagramsFolder, type DiagramEngine } from '../../src/lib/charts/diagrams.ts';
import type { Drawn, Source } from './draw.ts';
import { flatten } from './flatten.ts';

/** A diagram of a document. */
export interface Diagram extends DocumentCode {
  path: string;
  engine: DiagramEngine;
  /** Name of its drawing. */
  file: string;
}

/** List the diagrams among the code blocks of all documents. */
export function listDiagrams(blocks: readonly (DocumentCode & { path: string })[]): Diagram[] {
  return blocks.flatMap((block) => {
    const engine = diagramEngine(block.language);
    return engine ? [{ ...block, engine, file: diagramFile(engine, block.code) }] : [];
  });
}

/** List the diagrams without a drawing, each source once. */
export function undrawnDiagrams(root: string, diagrams: readonly Diagram[]): Diagram[] {
  const absent = diagrams.filter(({ file }) => !existsSync(join(root, diagramsFolder, file)));
  return [...new Map(absent.map((diagram) => [diagram.file, diagram])).values()];
}

/** Draw diagrams and write the drawings; returns what was written, and a diagnostic for each source that cannot be drawn. */
export function writeDrawings(root: string, diagrams: readonly Diagram[], draw: (sources: Source[]) => Drawn[]): Written {
  const written: Written['written'] = [];
  const diagnostics: Diagnostic[] = [];
  if (diagrams.length > 0) mkdirSync(join(root, diagramsFolder), { recursive: true });
  for (const [index, drawn] of draw(diagrams.map(({ engine, code }) => ({ engine, code }))).entries()) {
    const diagram = diagrams[index];
    if (!diagram) continue;
    const flat = 'svg' in drawn ? flattened(drawn.svg) : drawn;
    if ('error' in flat) {
      diagnostics.push(diagnosticOf(diagram, flat));
      continue;
    }
    writeFileSync(join(root, diagramsFolder, diagram.file), `${flat.svg}\n`);
    written.push({ ...diagram, bytes: flat.svg.length });
  }
  return { written, diagnostics };
}

export interface Written {
  written: (Diagram & { bytes: number })[];
  diagnostics: Diagnostic[];
}

/** Remove the drawings that no diagram has any more; files of other names or other content stay. Returns their paths. */
export function removeUnused(root: string, diagrams: readonly Diagram[]): string[] {
  const used = new Set(diagrams.map(({ file }) => file));
  const folder = join(root, diagramsFolder);
  if (!existsSync(folder)) return [];
  const unused = readdirSync(folder)
    .filter((name) => /^[0-9a-f]{16}\.svg$/.test(name) && !used.has(name))
    .filter((name) => readFileSync(join(folder, name), 'utf8').startsWith(drawingStart));
  for (const name of unused) rmSync(join(folder, name));
  return unused.toSorted().map((name) => `${diagramsFolder}/${name}`);
}

/** How every drawing begins that this command has written. */
const drawingStart = '<svg fill="var(--color-ink)"';

function flattened(svg: string): { svg: string } | { error: string } {
  try {
    return { svg: cleanDrawing(flatten(svg)) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** The code may be indented in its document, as much as its fence. */
function diagnosticOf({ path, line, column, field, language }: Diagram, { error, ...at }: Extract<Drawn, { error: string }>): Diagnostic {
  const position = at.line === undefined ? { line, column } : { line: line + at.line, column: column + (at.column ?? 1) - 1 };
  const message = `is a diagram that cannot be drawn: ${error}`;
  return { path, ...position, severity: 'error', field: field.join('.'), message, value: language, fix: 'correct its source', related: [] };
}

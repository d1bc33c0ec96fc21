import { basename } from 'node:path';
import { cleanDrawing, diagramFile, type DiagramEngine } from '../lib/charts/diagrams.ts';

/** Get the drawing of a diagram, clean; undefined where it has not been drawn, as it may be while its author writes. */
export function drawingOf(engine: DiagramEngine, code: string): { name: string; svg: string } | undefined {
  const name = diagramFile(engine, code);
  const svg = files.get(name);
  return svg === undefined ? undefined : { name: basename(name, '.svg'), svg: cleanDrawing(svg) };
}

/** Vite watches the folder: a new drawing reaches the development server at once. */
const files = new Map(
  Object.entries(import.meta.glob<string>('../assets/diagrams/*.svg', { query: '?raw', import: 'default', eager: true })).map(
    ([path, svg]) => [basename(path), svg],
  ),
);

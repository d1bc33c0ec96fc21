import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { json } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { drawnColors } from './colors.ts';
import { addMeasures } from './measured-dom.ts';
import { mermaidConfig } from './mermaid-config.ts';
import { createTextMeasure } from './text-width.ts';
import { seededRandom } from '../seeded-random.ts';

/**
 * Runs in a process of its own, because Mermaid needs the globals of a browser: reads a list of sources from its input and writes the list
 * of their drawings. The argument is the folder in which Mermaid, jsdom and Viz.js are installed.
 */
const [, , folder = ''] = process.argv;
const require = createRequire(join(resolve(folder), 'package.json'));
const root = resolve(import.meta.dirname, '../..');

/** The fonts of the text faces are as wide as Arial, whose measures Graphviz has. */
const font = { fontname: 'Arial' };
const graphvizOptions = {
  format: 'svg',
  graphAttributes: { ...font, bgcolor: 'transparent', color: drawnColors.muted, fontcolor: drawnColors.ink },
  nodeAttributes: { ...font, color: drawnColors.muted, fontcolor: drawnColors.ink },
  edgeAttributes: { ...font, color: drawnColors.muted, fontcolor: drawnColors.ink },
};

/** Around a drawing, for strokes and marks. */
const margin = 8;

const drawn: Drawn[] = [];
const drawers: Partial<Record<string, Promise<Drawer>>> = {};
for (const { engine, code } of (await json(process.stdin)) as Source[]) {
  const start = performance.now();
  try {
    drawers[engine] ??= engine === 'mermaid' ? loadMermaid() : loadGraphviz();
    const svg = await (await drawers[engine])(code);
    drawn.push({ svg, ms: performance.now() - start });
  } catch (error) {
    drawn.push({ error: error instanceof Error ? error.message : String(error) });
  }
}
process.stdout.write(JSON.stringify(drawn));

type Drawer = (code: string) => Promise<string>;

async function loadMermaid(): Promise<Drawer> {
  const { JSDOM } = require('jsdom') as { JSDOM: new (html: string, options: object) => { window: typeof globalThis } };
  const { window } = new JSDOM('<!doctype html><body></body>', { url: 'http://localhost/', pretendToBeVisual: true });
  for (const name of ['window', ...Object.getOwnPropertyNames(window)]) {
    if (name !== 'window' && name in globalThis) continue;
    const value: unknown = name === 'window' ? window : Reflect.get(window, name);
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  // C4 diagrams ask for the screen, layouts by Cytoscape for a canvas.
  Object.assign(globalThis, { screen: { width: 1280, height: 800, availWidth: 1280, availHeight: 800 } });
  const context = { measureText: (text: string) => ({ width: 8 * text.length }), font: '' };
  Object.assign(window.HTMLCanvasElement.prototype, { getContext: () => context });
  addMeasures(window, createTextMeasure(root));
  const { default: mermaid } = (await import(moduleIn('mermaid', 'dist/mermaid.core.mjs'))) as { default: Mermaid };
  return async (code) => {
    Math.random = seededRandom(7);
    mermaid.initialize(mermaidConfig);
    window.document.body.innerHTML = '';
    const { svg } = await mermaid.render('drawing', code);
    return cropped(svg, window.document);
  };
}

/** Crop a drawing to what is drawn. The line of the present day goes, since it would be elsewhere every day. */
function cropped(svg: string, document: Document): string {
  document.body.innerHTML = svg;
  const root = document.body.querySelector('svg');
  if (!root) throw new Error('is empty');
  for (const line of root.querySelectorAll('.today')) line.remove();
  const { x, y, width, height } = root.getBBox();
  root.setAttribute('viewBox', [x - margin, y - margin, width + 2 * margin, height + 2 * margin].map((size) => size.toFixed(1)).join(' '));
  return root.outerHTML;
}

async function loadGraphviz(): Promise<Drawer> {
  const { instance } = (await import(moduleIn('@viz-js/viz', 'dist/viz.js'))) as { instance: () => Promise<Viz> };
  const viz = await instance();
  return (code) => {
    const { output, errors } = viz.render(code, graphvizOptions);
    if (output === undefined) return Promise.reject(new Error(errors.map(({ message }) => message).join(' ')));
    return Promise.resolve(output);
  };
}

/** The address of a module of an installed package: its `exports` may have one for each way of loading. */
function moduleIn(name: string, path: string): string {
  return pathToFileURL(join(resolve(folder), 'node_modules', name, path)).href;
}

/** A diagram to draw. */
export interface Source {
  engine: 'mermaid' | 'graphviz';
  code: string;
}

/** Its drawing as the engine writes it, or what the engine says against the source, with its position there. */
export type Drawn = { svg: string; ms: number } | { error: string };

interface Mermaid {
  initialize: (config: object) => void;
  render: (id: string, code: string) => Promise<{ svg: string }>;
}

interface Viz {
  render: (code: string, options: object) => { output: string | undefined; errors: { message: string }[] };
}

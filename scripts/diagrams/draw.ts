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
const font = { fontname: 'Arial', fontsize: '16' };
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
  try {
    drawers[engine] ??= engine === 'mermaid' ? loadMermaid() : loadGraphviz();
    const svg = await (await drawers[engine])(code);
    drawn.push({ svg });
  } catch (error) {
    drawn.push(explain(error as EngineError, code));
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
    const { svg } = await mermaid.render('drawing', withoutComments(code));
    return cropped(svg, window.document);
  };
}

/** Blank out comments: Mermaid would take their lines away, and count the others wrong in its errors. */
function withoutComments(code: string): string {
  return code.replace(/^[ \t]*%%(?!\{).*$/gm, '');
}

/** Crop a drawing to what is drawn. The line of the present day goes, since it would be elsewhere every day. */
function cropped(svg: string, document: Document): string {
  document.body.innerHTML = svg;
  const root = document.body.querySelector('svg');
  if (!root) throw new Error('is empty');
  for (const line of root.querySelectorAll('.today')) line.remove();
  // Without HTML labels, Mermaid sets those of states at the start of boxes that are wider.
  for (const label of root.querySelectorAll('.statediagram-state > .label'))
    label.setAttribute('transform', (label.getAttribute('transform') ?? '').replace(/\([^,]*/, '(0'));
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

/** Find where in the source an engine stopped, and what it says of that. */
function explain({ message = 'no reason is known', hash }: EngineError, code: string): Extract<Drawn, { error: string }> {
  const [, inWords, columnInWords] = /\bline:? (\d+)(?:,? column:? (\d+))?/.exec(message) ?? [];
  const line = hash?.loc?.first_line ?? (inWords === undefined ? undefined : Number(inWords));
  const column = hash?.loc ? hash.loc.first_column + 1 : Number(columnInWords ?? 1);
  return { error: reasonOf(message), ...(line === undefined ? {} : { line: line + linesBefore(code), column }) };
}

/** Shorten what a parser says: its own excerpt and position are those of a source without front matter, and what it expects is a long list. */
function reasonOf(message: string): string {
  const lines = message.split('\n').filter((line) => line.trim() !== '' && !/^[-.]*\^?$|^\.\.\./.test(line));
  const said = lines.find((line) => /^Expecting/.test(line)) ?? lines[0] ?? '';
  const [, expected = '', got = ''] = /^Expecting (.*), got (.*)$/.exec(said) ?? [];
  if (got)
    return `${got} is not expected there, but ${expected.split(', ').slice(0, 4).join(', ')}${expected.split(', ').length > 4 ? ' …' : ''}`;
  const plain = said.replace(/^Parsing failed:\s*/, '').replace(/ on line \d+, column \d+/g, '');
  return (/^.*?: .*?(?= Parse error|$)/.exec(plain)?.[0] ?? plain).trim().replace(/:$/, '');
}

/** Count the lines that Mermaid takes away before it parses: front matter, and blank lines at the start. */
function linesBefore(code: string): number {
  const [before = ''] = /^(?:---\s*\n[^]*?\n---[ \t]*\n)?\s*/.exec(code) ?? [];
  return before.split('\n').length - 1;
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
export type Drawn = { svg: string } | { error: string; line?: number; column?: number };

/** What engines throw: parsers that Jison has made say the position in `hash`, others in words. */
interface EngineError {
  message?: string;
  hash?: { loc?: { first_line: number; first_column: number }; text?: string; expected?: string[] | null };
}

interface Mermaid {
  initialize: (config: object) => void;
  render: (id: string, code: string) => Promise<{ svg: string }>;
}

interface Viz {
  render: (code: string, options: object) => { output: string | undefined; errors: { message: string }[] };
}

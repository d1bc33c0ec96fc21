import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatDiagnostic } from '../src/checks/report.ts';
import { undrawn } from '../src/checks/texts/diagrams.ts';
import { checkContent } from '../src/checks/run.ts';
import { checkOptionsOf } from '../src/checks/options/site-config.ts';
import { diagramsFolder } from '../src/lib/charts/diagrams.ts';
import { engineOf } from './diagrams/engine.ts';
import { listDiagrams, removeUnused, undrawnDiagrams, writeDrawings } from './diagrams/update-drawings.ts';
import { pluralize } from './pluralize.ts';
import { loadSiteConfig } from './site-config.ts';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({ options: { install: { type: 'boolean' } } });
const { site } = await loadSiteConfig();
const clock = new Date();
const content = await checkContent({ root, today: clock.toISOString().slice(0, 10), clock, ...(site && checkOptionsOf(site)) });
const diagrams = listDiagrams(content.codeBlocks);
const absent = undrawnDiagrams(root, diagrams);
const engine = engineOf(root);

if (values.install && !engine.isInstalled() && !engine.install())
  fail('The packages that draw could not be installed: npm says why above.');
if (absent.length > 0 && !engine.isInstalled()) {
  fail(
    `${pluralize(absent.length, 'diagram')} to draw: ${absent.map(({ path, line }) => `${path}:${line}`).join(', ')}.\n` +
      'Mermaid and Graphviz are not installed. `npm run diagrams -- --install` downloads them once into .cache/diagrams/ (about 230 MB) and draws; a build never needs them.',
  );
}

const { written, diagnostics } = absent.length > 0 ? writeDrawings(root, absent, engine.draw) : { written: [], diagnostics: [] };
for (const { file, bytes, path, line } of written)
  console.log(`drawn    ${diagramsFolder}/${file}  ${(bytes / 1000).toFixed(1)} kB  ${path}:${line}`);
for (const diagnostic of diagnostics) console.error(formatDiagnostic(diagnostic));

// A document that could not be read may use any of them, and the old drawing of a wrong source is worth keeping until it is right.
const unread = content.diagnostics.some(({ severity, message }) => severity === 'error' && message !== undrawn);
const removed = unread || diagnostics.length > 0 ? [] : removeUnused(root, diagrams);
for (const path of removed) console.log(`removed  ${path}, which no document uses`);
if (unread) console.log('Unused drawings stay until the documents have no other errors: npm run check lists them.');

const current = new Set(diagrams.map(({ file }) => file)).size - absent.length;
console.log(
  `${pluralize(diagrams.length, 'diagram')} in the documents: ${written.length} drawn, ${current} up to date, ${diagnostics.length} with errors.` +
    (written.length + removed.length > 0 ? ` Commit ${diagramsFolder}/.` : ''),
);
if (diagnostics.length > 0) process.exitCode = 1;

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { measure } from './bench/measure.ts';
import { measurePages } from './bench/pages.ts';
import { changeOne, clearAway, contestants, layOut } from './bench/sites.ts';
import { tableOf, type Row } from './bench/table.ts';

const root = resolve(import.meta.dirname, '..');
const file = join(root, 'docs/performance.md');
const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '100,1000' },
    only: { type: 'string', default: contestants.map(({ name }) => name).join(',') },
    pages: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help) {
  console.log(`npm run bench -- [--n 100,1000] [--only ${values.only}] [--write]
       npm run bench -- --pages [--write]

Generates that many case studies, builds them from nothing and after a change in one of them, and prints what that took,
next to a plain Astro site and Eleventy with the same content. --pages loads pages of \`dist/\` in Chromium as on a slow phone, next to
a bare one. --write puts the table into docs/performance.md.`);
} else if (values.pages) {
  report(await measurePages(pathToFileURL(join(root, 'dist/'))), 'pages');
} else {
  report(tableOf(await race(values.n.split(',').map(Number), values.only.split(','))), 'bench');
}

async function race(counts: readonly number[], names: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const count of counts) {
    for (const contestant of contestants.filter(({ name }) => names.includes(name))) {
      const { name } = contestant;
      const folder = join(root, '.cache/bench', name.toLowerCase().replace(' ', '-'));
      const args = layOut(contestant, folder, count);
      if (!args) {
        console.log(`${name} is left out: npm could not install it.`);
        continue;
      }
      const cold = await measure(folder, args);
      changeOne(contestant, folder, count);
      const warm = await measure(folder, args);
      rows.push({ name, count, cold, warm });
      console.log(`${count} × ${name}: cold ${cold.cpu.toFixed(1)} s CPU, one changed ${warm.cpu.toFixed(1)} s`);
    }
  }
  clearAway();
  return rows;
}

/** Print a table, and put it between the marks of its name in the report where that is asked for. */
function report(table: string, name: string): void {
  console.log(`\n${table}`);
  if (!values.write) return;
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const machine = `Node ${process.versions.node}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}.`;
  const text = existsSync(file) ? readFileSync(file, 'utf8') : `${begin}${end}\n`;
  const [before = '', rest = ''] = text.split(begin);
  writeFileSync(file, `${before}${begin}\n\n${table}\n\n${machine}\n\n${end}${rest.split(end)[1] ?? ''}`);
}

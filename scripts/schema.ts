import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { betweenMarkers, fieldTable, jsonSchemaOf, optionTable } from '../src/lib/json-schema.ts';
import { pageSchema } from '../src/schemas/page.ts';
import { projectSchema } from '../src/schemas/project.ts';
import { selectionSchema } from '../src/schemas/selection.ts';
import { siteSchema } from '../src/schemas/site.ts';
import { technologySchema } from '../src/schemas/technology.ts';
import { listSamples, samplesPath } from './init/samples.ts';

const root = resolve(import.meta.dirname, '..');
// `--samples` is for a new release of the sample site: in a site of your own, it would make your documents samples.
const { values } = parseArgs({ options: { check: { type: 'boolean' }, samples: { type: 'boolean' } } });
const readme = await readFile(join(root, 'README.md'), 'utf8');
const sharing = await readFile(join(root, 'docs/sharing.md'), 'utf8');
const ownPages = await readFile(join(root, 'docs/own-pages.md'), 'utf8');
const project = jsonSchemaOf(projectSchema);
const page = jsonSchemaOf(pageSchema);
const selection = jsonSchemaOf(selectionSchema);

const files = {
  '.vscode/project.schema.json': JSON.stringify(project),
  '.vscode/page.schema.json': JSON.stringify(page),
  '.vscode/selection.schema.json': JSON.stringify(selection),
  '.vscode/technologies.schema.json': JSON.stringify(jsonSchemaOf(z.array(technologySchema))),
  ...(values.samples && { [samplesPath]: JSON.stringify(listSamples(root)) }),
  'README.md': betweenMarkers(betweenMarkers(readme, 'fields', fieldTable(project)), 'options', optionTable(jsonSchemaOf(siteSchema))),
  'docs/own-pages.md': betweenMarkers(ownPages, 'fields', fieldTable(page)),
  'docs/sharing.md': betweenMarkers(sharing, 'fields', fieldTable(selection)),
};

const stale: string[] = [];
for (const [path, content] of Object.entries(files)) {
  const file = join(root, path);
  const expected = await format(content, { ...(await resolveConfig(file)), filepath: file });
  if (expected === (await readFile(file, 'utf8').catch(() => ''))) continue;
  stale.push(path);
  if (values.check) continue;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, expected);
}
const list = stale.join(', ');
console.log(
  stale.length === 0
    ? 'The schema files are up to date.'
    : values.check
      ? `Out of date: ${list}. Run npm run schema${values.samples ? ' -- --samples' : ''}.`
      : `Updated: ${list}.`,
);
if (values.check && stale.length > 0) process.exitCode = 1;

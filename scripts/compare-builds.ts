import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';

// `node scripts/compare-builds.ts BEFORE AFTER [--show N] [--except PATTERN]`: compare two builds file by file; exit 1 if any differ.
// Pages compare equal when only the position of <style> in the head or the order of their CSP hashes differs.
// Files whose path matches PATTERN are left out, and what matches it in a text is ignored there (`social/[0-9a-f]+\\.png`).
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'string', default: '0' }, except: { type: 'string', default: '(?!)' } },
});
const except = new RegExp(values.except, 'g');
const [before, after] = positionals;
if (!before || !after || !existsSync(before) || !existsSync(after)) {
  console.error('Usage: node scripts/compare-builds.ts BEFORE AFTER [--show N] [--except PATTERN]. Both must be folders.');
  process.exit(2);
}

const filesBefore = new Set(filesIn(before));
const filesAfter = new Set(filesIn(after));
const removed = [...filesBefore].filter((file) => !filesAfter.has(file)).toSorted();
const added = [...filesAfter].filter((file) => !filesBefore.has(file)).toSorted();
const common = [...filesBefore].filter((file) => filesAfter.has(file)).toSorted();

const isText = /\.(?:html|xml|json|md|txt|webmanifest)$|(?:^|\/)_\w+$/;
const normalized: string[] = [];
const changed: string[] = [];
for (const file of common) {
  const [a, b] = [readFileSync(join(before, file)), readFileSync(join(after, file))];
  if (a.equals(b)) continue;
  const same = isText.test(file) && normalize(a.toString()) === normalize(b.toString());
  (same ? normalized : changed).push(file);
}

for (const file of removed) console.log(`- ${file}`);
for (const file of added) console.log(`+ ${file}`);
for (const [index, file] of changed.entries()) {
  console.log(`~ ${file} (${size(before, file)} → ${size(after, file)} bytes)`);
  if (index < Number(values.show)) console.log(firstDifference(join(before, file), join(after, file)));
}
const identical = common.length - normalized.length - changed.length;
console.log(
  `${identical} identical, ${normalized.length} equal after normalizing, ${changed.length} changed, ${added.length} added, ${removed.length} removed.`,
);
process.exitCode = changed.length + added.length + removed.length > 0 ? 1 : 0;

/** Move styles out of the way and sort the hashes of each policy directive. */
function normalize(html: string): string {
  if (!html.includes('<head>')) return html.replaceAll(except, '');
  const styles = (html.match(/<style[^>]*>.*?<\/style>/gs) ?? []).toSorted();
  const rest = html
    .replace(/<style[^>]*>.*?<\/style>/gs, '')
    .replaceAll(except, '')
    .replace(/(?<=script-src|style-src)[^;"]*/g, (sources) => ` ${sources.trim().split(/\s+/).toSorted().join(' ')}`);
  return [...styles, rest].join('\n');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .flatMap((entry) => (entry.isFile() ? [relative(folder, join(entry.parentPath, entry.name))] : []))
    .filter((file) => file.search(except) === -1);
}

function size(folder: string, file: string): number {
  return statSync(join(folder, file)).size;
}

/** The surroundings of the first character in which two text files differ. */
function firstDifference(before: string, after: string): string {
  const [a, b] = [normalize(readFileSync(before, 'utf8')), normalize(readFileSync(after, 'utf8'))];
  let index = 0;
  while (index < a.length && a[index] === b[index]) index++;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, index - 80), index + 120));
  return `    before ${around(a)}\n    after  ${around(b)}`;
}

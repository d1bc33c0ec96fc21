import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { help } from './commands.mjs';
import { parseUrlList, resolveUrl } from './import/old-urls.ts';
import site from '../src/site.config.ts';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { base: { type: 'string', default: '' }, dist: { type: 'string' } },
  });
  const [list] = positionals;
  const dist = resolve(values.dist ?? join(import.meta.dirname, '../dist'));
  if (list === undefined) {
    console.error(help('verify-urls'));
    process.exitCode = 2;
  } else if (!existsSync(join(dist, 'index.html'))) {
    console.error(`${dist} contains no built site; run npm run build first.`);
    process.exitCode = 2;
  } else {
    const text = readFileSync(resolve(process.env['INIT_CWD'] ?? '.', list), 'utf8');
    process.exitCode = verify(text, dist, values.base.replace(/\/$/, ''));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

function verify(list: string, dist: string, base: string): number {
  const read = (path: string): string | null => {
    const file = join(dist, path);
    return existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'utf8') : null;
  };
  const builtSite = { read, redirects: read('_redirects') ?? '', base: site.base.replace(/\/$/, '') };
  const results = parseUrlList(list, base).map((path) => ({ path, status: resolveUrl(path, builtSite) }));
  const count = (kind: string): number => results.filter(({ status }) => status.kind === kind).length;
  const lost = count('missing') + count('broken');
  for (const { path, status } of results) {
    if (status.kind === 'broken') console.log(`${path}  redirects to ${status.to}, which does not exist`);
    if (status.kind === 'missing') console.log(`${path}  is missing`);
  }
  console.log(
    `${results.length} old addresses: ${count('page')} pages, ${count('redirect')} redirects, ${count('file')} files, ${lost} lost.`,
  );
  return lost > 0 ? 1 : 0;
}

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { resolveUrl, parseUrlList } from './import/old-urls.ts';
import site from '../src/site.config.ts';

const usage = `npm run verify-urls -- SITEMAP_OR_LIST [--base /old-path] [--dist dist]

Takes the old site's sitemap.xml, or a file with one address on each line, and says which of them the built site answers:
with a page, a file or a redirect. --base is the path the old site was published below.`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { base: { type: 'string', default: '' }, dist: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  const [list] = positionals;
  const dist = resolve(values.dist ?? join(import.meta.dirname, '../dist'));
  if (values.help || list === undefined) {
    console.error(usage);
    process.exitCode = values.help ? 0 : 2;
  } else if (!existsSync(join(dist, 'index.html'))) {
    console.error(`${dist} holds no built site; run npm run build first.`);
    process.exitCode = 2;
  } else
    process.exitCode = verify(readFileSync(resolve(process.env['INIT_CWD'] ?? '.', list), 'utf8'), dist, values.base.replace(/\/$/, ''));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

function verify(list: string, dist: string, base: string): number {
  const read = (path: string): string | null => {
    const file = join(dist, path);
    return existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'utf8') : null;
  };
  const redirects = read('_redirects') ?? '';
  const answers = parseUrlList(list, base).map((path) => ({
    path,
    answer: resolveUrl(path, { read, redirects, base: site.base.replace(/\/$/, '') }),
  }));
  const count = (kind: string): number => answers.filter(({ answer }) => answer.kind === kind).length;
  const lost = answers.filter(({ answer }) => answer.kind === 'missing' || answer.kind === 'broken');
  for (const { path, answer } of lost)
    console.log(answer.kind === 'broken' ? `${path}  leads to ${answer.to}, which is not there` : `${path}  answers with nothing`);
  console.log(
    `${answers.length} old addresses: ${count('page')} pages, ${count('redirect')} redirects, ${count('file')} files, ${lost.length} lost.`,
  );
  return lost.length > 0 ? 1 : 0;
}

import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent } from '../src/checks/run.ts';
import { checkOptionsOf } from '../src/checks/options/site-config.ts';
import { readSecret, secretName } from '../src/documents/secret.ts';
import { sharedCode, sharedFolder } from '../src/lib/shared-address.ts';
import { createUrls } from '../src/lib/urls.ts';
import { visibilities } from '../src/lib/visibility.ts';
import { requireSiteConfig } from './site-config.ts';

const { values } = parseArgs({ options: { init: { type: 'boolean' }, json: { type: 'boolean' } } });
const root = resolve(import.meta.dirname, '..');

if (values.init) await makeSecret();
else await listShared();

async function makeSecret(): Promise<void> {
  if (readSecret(root) !== undefined) {
    console.log(`There is a secret already: ${secretName} in the environment or in .env. Another one would move every shared page.`);
    return;
  }
  // Git ends with 1 where it does not ignore the file, also where it tracks it, and with another status where it has no repository here.
  if (spawnSync('git', ['check-ignore', '--quiet', '.env'], { cwd: root }).status === 1) {
    console.error(
      `Git does not ignore .env, so the secret would be published with your files. Add the line \`.env\` to .gitignore (and run \`git rm --cached .env\` if Git has the file), then run the command again.`,
    );
    process.exitCode = 1;
    return;
  }
  const file = join(root, '.env');
  const text = await readFile(file, 'utf8').catch(() => '');
  const secret = randomBytes(24).toString('base64url');
  await appendFile(file, `${text === '' || text.endsWith('\n') ? '' : '\n'}${secretName}=${secret}\n`, { mode: 0o600 });
  console.log(`Wrote ${secretName} to .env, which stays out of Git.

Keep a copy, for example in your password manager: with another secret, every shared page has another address.
Where another computer builds the site, set ${secretName} there:
  GitHub        Settings › Secrets and variables › Actions, and \`env:\` of the build step
  Netlify       Site configuration › Environment variables
  Vercel        Settings › Environment Variables
  Cloudflare    Settings › Variables and Secrets`);
}

async function listShared(): Promise<void> {
  await requireSiteConfig();
  const { default: site } = await import('../src/site.config.ts');
  const clock = new Date();
  const { documents } = await checkContent({ root, today: clock.toISOString().slice(0, 10), clock, ...checkOptionsOf(site) });
  const urls = createUrls({ origin: site.url, base: site.base, trailingSlash: site.trailingSlash });
  const secret = readSecret(root);
  const visibility = visibilities(documents, clock);
  const shared = documents.flatMap((document) => {
    if (visibility.get(document) !== 'unlisted' || secret === undefined || document.collection === 'technologies') return [];
    const { collection, id, path, data } = document;
    const { for: reader, expires } = { for: undefined, expires: undefined, ...data };
    return [
      {
        address: urls.absolute(urls.page(sharedFolder, sharedCode(`${collection}/${id}`, secret))),
        path,
        title: data.title,
        reader,
        expires,
      },
    ];
  });
  if (values.json) console.log(JSON.stringify(shared, null, 2));
  else if (shared.length === 0) console.log('Nothing is shared by link alone. docs/sharing.md says how.');
  for (const { address, path, title, reader, expires } of values.json ? [] : shared) {
    const notes = [path, reader && `for ${reader}`, expires && `until ${expires}`].filter(Boolean).join(', ');
    console.log(`${address}\n  ${title} (${notes})`);
  }
}

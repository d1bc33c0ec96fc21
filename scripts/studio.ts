import { randomBytes } from 'node:crypto';
import { dev } from 'astro';
import { createUrls } from '../src/lib/urls.ts';
import { isLocal } from '../src/studio/server/guard.ts';
import { logTo } from './astro-log.ts';
import { serve } from './serve.ts';

process.env['ASTRO_DEV_BACKGROUND'] = '0';
const token = randomBytes(32).toString('base64url');
process.env['CASEFOLIO_STUDIO'] = token;
await serve(async ({ server, verbose }) => {
  const { default: site } = await import('../src/site.config.ts');
  const studio = createUrls({ origin: site.url, base: site.base, trailingSlash: site.trailingSlash }).file('_studio/');
  const key = server.host === false ? '' : `?token=${token}`;
  const { resolvedUrls, address } = await dev({ server: { ...server, open: server.open && studio + key }, ...logTo({ verbose }) });
  const shown = isLocal(address.address) ? '' : key;
  for (const url of [...resolvedUrls.local, ...resolvedUrls.network]) console.log(`The studio is at ${new URL(studio + shown, url).href}`);
  if (shown)
    console.log('Whoever has one of these addresses can change your files. The drafts of the site are open to your whole network.');
  return { urls: resolvedUrls, port: address.port };
});

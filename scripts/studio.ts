import { randomBytes } from 'node:crypto';
import { dev } from 'astro';
import { createUrls } from '../src/lib/urls.ts';
import { logTo } from './astro-log.ts';
import { serve } from './serve.ts';

process.env['ASTRO_DEV_BACKGROUND'] = '0';
process.env['CASEFOLIO_STUDIO'] = randomBytes(32).toString('base64url');
await serve(async ({ server, verbose }) => {
  const { default: site } = await import('../src/site.config.ts');
  const studio = createUrls({ origin: site.url, base: site.base, trailingSlash: site.trailingSlash }).file('_studio/');
  const { resolvedUrls, address } = await dev({ server: { ...server, open: server.open && studio }, ...logTo({ verbose }) });
  for (const url of [...resolvedUrls.local, ...resolvedUrls.network]) console.log(`The studio is at ${new URL(studio, url).href}`);
  if (resolvedUrls.network.length > 0) console.log('Everyone in your network can open it there, and change your files.');
  return { urls: resolvedUrls, port: address.port };
});

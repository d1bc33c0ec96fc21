import { dev } from 'astro';
import { logTo } from './astro-log.ts';
import { serve } from './serve.ts';

process.env['ASTRO_DEV_BACKGROUND'] = '0';
await serve(async ({ server, verbose }) => {
  const { resolvedUrls, address } = await dev({ server, ...logTo({ verbose }) });
  return { urls: resolvedUrls, port: address.port };
});

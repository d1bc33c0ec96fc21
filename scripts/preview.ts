import { preview } from 'astro';
import { logTo } from './astro-log.ts';
import { serve } from './serve.ts';

process.env['ASTRO_PREVIEW_BACKGROUND'] = '0';
await serve(async ({ server, verbose }) => {
  const { port, urls } = await preview({ server, ...logTo({ verbose }), vite: { logLevel: verbose ? 'info' : 'error' } });
  return { urls: urls ?? { local: [], network: [] }, port };
});

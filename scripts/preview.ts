import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { preview } from 'astro';
import { logTo } from './astro-log.ts';
import { serve } from './serve.ts';

process.env['ASTRO_PREVIEW_BACKGROUND'] = '0';
await serve(async ({ server, verbose }) => {
  if (!existsSync(join(import.meta.dirname, '../dist')))
    throw new Error('There is no built site in dist/. Run `npm run build` first, or `npm start`.');
  const { port, urls } = await preview({ server, ...logTo({ verbose }), vite: { logLevel: verbose ? 'info' : 'error' } });
  return { urls: urls ?? { local: [], network: [] }, port };
});

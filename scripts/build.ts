import { build } from 'astro';

process.env['NODE_ENV'] = 'production';
await build({}).catch((error: unknown) => {
  process.exitCode = 1;
  console.error(error instanceof Error ? error.message : error);
});

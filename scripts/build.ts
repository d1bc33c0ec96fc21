import { build } from 'astro';

process.env['NODE_ENV'] = 'production';
await build({}).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  // A build that stops half-way leaves workers behind that would keep this process waiting.
  process.exit(1);
});

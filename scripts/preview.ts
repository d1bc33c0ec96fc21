import { preview } from 'astro';

process.env['ASTRO_PREVIEW_BACKGROUND'] = '0';
const server = await preview({});
await server.closed();

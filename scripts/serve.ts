import { parseArgs } from 'node:util';
import { formatBuildError } from '../src/lib/build-error.ts';
import { createUrls } from '../src/lib/urls.ts';
import { requireSiteConfig } from './site-config.ts';

/** The flags of a command that serves the site. */
export interface ServerFlags {
  server: { port: number; host: string | boolean; open: boolean };
  verbose: boolean;
}

interface Address {
  urls: { local: string[]; network: string[] };
  port: number;
}

const defaultPort = 4321;

/** Read `--port`, `--host`, `--open` and `--verbose`; ends the process where one is invalid. */
export function readServerFlags(args: readonly string[]): ServerFlags {
  const { values } = parseArgs({
    args: args.map((arg, index) => (arg === '--host' && (args[index + 1] ?? '-').startsWith('-') ? '--host=' : arg)),
    options: { port: { type: 'string' }, host: { type: 'string' }, open: { type: 'boolean' }, verbose: { type: 'boolean' } },
  });
  const port = Number(values.port ?? defaultPort);
  if (!/^\d+$/.test(values.port ?? '0') || port > 65_535)
    throw new Error(`\`--port ${values.port}\` is no port: write a number up to 65535.`);
  // A flag without a value means every address of this computer.
  return {
    server: { port, host: values.host === '' || (values.host ?? false), open: values.open ?? false },
    verbose: values.verbose ?? false,
  };
}

/** Say where the site is, once it is served: its home page is at the address `home` of the server. */
export function printAddress({ urls, port }: Address, { server }: ServerFlags, home: string): void {
  if (server.port !== 0 && port !== server.port) console.log(`Port ${server.port} is in use; the site has port ${port}.`);
  for (const url of urls.local) console.log(`The site is at ${new URL(home, url).href} (Ctrl-C stops it)`);
  for (const url of urls.network) console.log(`On your network: ${new URL(home, url).href}`);
}

/** Run a command that serves the site; ends the process when it cannot start. */
export async function serve(start: (flags: ServerFlags) => Promise<Address>): Promise<void> {
  const verbose = process.argv.includes('--verbose');
  await requireSiteConfig();
  try {
    const flags = readServerFlags(process.argv.slice(2));
    const address = await start(flags);
    const { default: site } = await import('../src/site.config.ts');
    printAddress(address, flags, createUrls({ origin: site.url, base: site.base, trailingSlash: site.trailingSlash }).page());
  } catch (error) {
    console.error(formatBuildError(error, { verbose }));
    process.exit(1);
  }
}

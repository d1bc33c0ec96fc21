import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { dist, testSite } from '../site/dist.ts';

/** The site under test. */
const underTest: Served = { folder: fileURLToPath(dist), generated: fileURLToPath(new URL('.cache/delivery/', testSite)) };

/** The servers that `.cache/delivery/` configures: the command that starts each on loopback, and the encodings it sends. */
export const servers = {
  nginx: {
    encodings: ['br', 'gzip'],
    command: 'nginx',
    start: ({ port, scratch, folder, generated, password }) => {
      const config = join(scratch, 'nginx.conf');
      // As `htpasswd -s` writes it.
      if (password !== undefined)
        writeFileSync(join(scratch, 'private.htpasswd'), `${reader}:{SHA}${createHash('sha1').update(password).digest('base64')}\n`);
      writeFileSync(
        config,
        `daemon off; pid ${scratch}/pid; error_log ${scratch}/error.log;
        include /etc/nginx/modules-enabled/*.conf;
        events {}
        http {
          access_log off;
          client_body_temp_path ${scratch}/body; proxy_temp_path ${scratch}/proxy; fastcgi_temp_path ${scratch}/fastcgi;
          uwsgi_temp_path ${scratch}/uwsgi; scgi_temp_path ${scratch}/scgi;
          include ${generated}nginx/maps.conf;
          server {
            listen 127.0.0.1:${port};
            root ${folder};
            ${password === undefined ? '' : `include ${generated}private/nginx/private.conf;`}
            include ${generated}nginx/site.conf;
            include ${generated}nginx/brotli.conf;
          }
        }`,
      );
      // Started as root, nginx would read the files as another user, who may have no access to them.
      const user = process.getuid?.() === 0 ? ['-g', 'user root;'] : [];
      return { args: ['-c', config, '-e', `${scratch}/error.log`, ...user], env: {} };
    },
  },
  caddy: {
    encodings: ['zstd', 'br', 'gzip'],
    command: 'caddy',
    start: ({ port, scratch, folder, generated, password }) => {
      const config = join(scratch, 'Caddyfile');
      cpSync(`${generated}caddy/Caddyfile`, join(scratch, 'site/Caddyfile'));
      if (password !== undefined) cpSync(`${generated}private/caddy`, join(scratch, 'site/private'), { recursive: true });
      writeFileSync(config, '{\n\tadmin off\n}\nimport site/Caddyfile\n');
      return {
        args: ['run', '--config', config, '--adapter', 'caddyfile'],
        env: {
          ...{ SITE_ADDRESS: `http://127.0.0.1:${port}`, SITE_ROOT: folder, HOME: scratch },
          ...(password !== undefined && { PRIVATE_HASH: hashForCaddy(password) }),
        },
      };
    },
  },
} as const satisfies Record<string, Server>;

/** The user that private pages ask for. */
export const reader = 'reader';

/**
 * Start a server, one that asks for the password at private pages if there is one. Throws its output when it does not start, and how to
 * install it when it is missing.
 */
export async function serve(
  name: keyof typeof servers,
  { password, ...served }: Partial<Served> & { password?: string } = {},
): Promise<{ origin: string; close: () => Promise<void> }> {
  const server: Server = servers[name];
  if (spawnSync(server.command, ['-v']).error) {
    throw new Error(`${name} is not installed. On Debian or Ubuntu: apt-get install nginx libnginx-mod-http-brotli-static caddy`);
  }
  const scratch = mkdtempSync(join(tmpdir(), `casefolio-${name}-`));
  const port = await freePort();
  const { args, env } = server.start({ port, scratch, password, ...underTest, ...served });
  const child = spawn(server.command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; !(await answers(origin)); attempt += 1) {
    if (attempt > 100 || child.exitCode !== null) {
      child.kill();
      throw new Error(`${name} does not start:\n${Buffer.concat(output).toString()}`);
    }
    await setTimeout(100);
  }
  return {
    origin,
    close: async () => {
      child.kill();
      await ended;
      await rm(scratch, { recursive: true, force: true });
    },
  };
}

function hashForCaddy(password: string): string {
  return spawnSync('caddy', ['hash-password', '--plaintext', password], { encoding: 'utf8' }).stdout.trim();
}

async function answers(origin: string): Promise<boolean> {
  return fetch(origin).then(
    () => true,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** A built site, and the configurations that its build wrote; both absolute, with a slash at the end. */
export interface Served {
  folder: string;
  generated: string;
}

interface Server {
  /** Encodings of files compressed by the build, the preferred one first. */
  encodings: readonly string[];
  command: string;
  start: (options: { port: number; scratch: string; password: string | undefined } & Served) => {
    args: string[];
    env: Record<string, string>;
  };
}

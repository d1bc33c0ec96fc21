import { once } from 'node:events';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import studio from '../../../src/studio/studio.ts';
import site from '../../fixtures/site/src/site.config.ts';

type Handler = (...args: unknown[]) => void;
interface Added {
  vite: { plugins: { configureServer: { handler: (server: object) => () => void } }[] };
}

/** Run the hook of a command; returns the handlers in front of those of its server. */
function start(command: 'dev' | 'build', token: string | undefined, network: string[] = []): Handler[] {
  const { hooks } = studio(site, { token }) as unknown as { hooks: Record<string, (given: object) => void> };
  const stack: { handle: Handler }[] = [];
  const server = {
    middlewares: { stack },
    httpServer: { address: () => ({ port: 4321, address: network.length > 0 ? '0.0.0.0' : '127.0.0.1' }) as AddressInfo },
    resolvedUrls: { local: ['http://localhost:4321/'], network },
  };
  hooks['astro:config:setup']?.({
    ...{ command, config: { root: pathToFileURL('/tmp/') }, logger: console },
    updateConfig: ({ vite }: Added) => vite.plugins.forEach(({ configureServer }) => configureServer.handler(server)()),
  });
  return stack.map(({ handle }) => handle);
}

/** Ask a studio on a server with some addresses for its page. */
async function ask(network: string[], { query = '', headers }: { query?: string; headers: object }): Promise<IncomingMessage> {
  const [handler] = start('dev', 'a-token', network);
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const asked = request({ host: '127.0.0.1', port, path: `/_studio/${query}`, headers: { ...headers } }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  server.close();
  return response.resume();
}

describe('the integration', () => {
  test.each([
    ['a build', 'build', 'a token'],
    ['npm run dev', 'dev', undefined],
    ['npm run dev with an empty token', 'dev', ''],
  ] as const)('adds nothing to %s', (_name, command, token) => {
    expect(start(command, token)).toEqual([]);
  });

  test.each([
    ['localhost:4321', [], 200],
    ['192.168.7.5:4321', [], 403],
    ['192.168.7.5:4321', ['http://192.168.7.5:4321/'], 403],
    ['localhost:4321', ['http://192.168.7.5:4321/'], 403],
    ['192.168.7.6:4321', ['http://192.168.7.5:4321/'], 403],
  ])('answers at %s of a server at the addresses %j with %d', async (host, network, status) => {
    expect((await ask(network, { headers: { host } })).statusCode).toBe(status);
  });

  test('gives the page in a network to those who know the address, and lets them keep it', async () => {
    const network = ['http://192.168.7.5:4321/'];
    const host = '192.168.7.5:4321';
    for (const wrong of ['?token=', '?token=a-toke', '?token=a-token-more', '?path=a-token'])
      expect((await ask(network, { query: wrong, headers: { host } })).statusCode).toBe(403);
    const { statusCode, headers } = await ask(network, { query: '?token=a-token', headers: { host } });
    expect([statusCode, headers.location]).toEqual([303, '/_studio/']);
    expect(headers['set-cookie']).toEqual(['studio-token=a-token; Path=/_studio/; HttpOnly; SameSite=Strict']);
    const page = async (cookie: string) => (await ask(network, { headers: { host, cookie } })).statusCode;
    expect(await page('other=1; studio-token=a-token')).toBe(200);
    expect(await page('studio-token=a-toke')).toBe(403);
    expect(await page('other-studio-token=a-token')).toBe(403);
  });
});

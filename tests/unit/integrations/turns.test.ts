import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { takeTurns } from '../../../src/integrations/turns.ts';

type Middleware = (request: object, response: EventEmitter, next: () => void) => void;

/** A server whose pages are rendered until `close`. */
function makeServer() {
  const log: string[] = [];
  let middleware: Middleware | undefined;
  const { change } = takeTurns({ middlewares: { use: (one: Middleware) => (middleware = one) } } as never);
  const request = (url: string) => {
    const response = Object.assign(new EventEmitter(), { closed: false, writableEnded: false });
    middleware?.({ url, headers: { accept: 'text/html' } }, response, () => log.push(url));
    const abort = (): void => {
      response.closed = true;
      response.emit('close');
    };
    const end = (): void => void (response.writableEnded = true);
    return { abort, end, close: () => (end(), abort()) };
  };
  return { log, change: (name: string, made?: Promise<unknown>) => change(async () => (log.push(name), void (await made))), request };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('pages and changes of documents', () => {
  test('a change waits for the pages that are being rendered, and later pages wait for it', async () => {
    const { log, change, request } = makeServer();
    const made = Promise.withResolvers<null>();
    const page = request('/quay/');
    await settled();
    const changed = change('change', made.promise);
    request('/tides/');
    await settled();
    expect(log).toEqual(['/quay/']);
    page.close();
    await settled();
    expect(log).toEqual(['/quay/', 'change']);
    made.resolve(null);
    await changed;
    await settled();
    expect(log).toEqual(['/quay/', 'change', '/tides/']);
  });

  test('a change waits for a page that the browser has aborted, because it is still being rendered', async () => {
    const { log, change, request } = makeServer();
    const page = request('/quay/');
    await settled();
    const changed = change('change');
    page.abort();
    await settled();
    expect(log).toEqual(['/quay/']);
    page.end();
    await changed;
    expect(log).toEqual(['/quay/', 'change']);
  });

  test('a change that failed holds no page back', async () => {
    const { log, change, request } = makeServer();
    await expect(change('change', Promise.reject(new Error('No folder')))).rejects.toThrow('No folder');
    request('/quay/');
    await settled();
    expect(log).toEqual(['change', '/quay/']);
  });

  test('a page that the browser has left while it waited is not rendered', async () => {
    const { log, change, request } = makeServer();
    const made = Promise.withResolvers<null>();
    const changed = change('change', made.promise);
    request('/quay/').close();
    made.resolve(null);
    await changed;
    await settled();
    expect(log).toEqual(['change']);
  });

  test('pictures neither wait nor are waited for', async () => {
    const { log, change, request } = makeServer();
    request('/_image?href=quay.png');
    await change('change');
    expect(log).toEqual(['/_image?href=quay.png', 'change']);
  });
});

import { describe, expect, test } from 'vitest';
import { catchMissedReloads, reportScript } from '../../../src/integrations/missed-reloads.ts';

type Middleware = (request: object, response: object, next: () => void) => void;
type Report = (event: string, data: object) => void;

/** A server whose pages run the script once they are connected. */
function makeServer() {
  let middleware: Middleware | undefined;
  const listeners = new Map<string, (data: object, client: object) => void>();
  const { countChange } = catchMissedReloads({
    middlewares: { use: (one: Middleware) => (middleware = one) },
    ws: { on: (event: string, listener: (data: object, client: object) => void) => listeners.set(event, listener) },
  } as never);
  const render = () => {
    const headers = new Map<string, string>();
    middleware?.({}, { setHeader: (name: string, value: string) => headers.set(name, value) }, () => undefined);
    const [, name, description] = /^(\w+);desc=(\d+)$/.exec(headers.get('Server-Timing') ?? '') ?? [];
    const received: object[] = [];
    const send: Report = (event, data) => listeners.get(event)?.(data, { send: (message: object) => received.push(message) });
    const connect = (): object[] => {
      const performance = { getEntriesByType: () => [{ serverTiming: [{ name, description }] }] };
      new Function('performance', 'hot', reportScript.replaceAll('import.meta.hot', 'hot'))(performance, { send });
      return received;
    };
    return { connect };
  };
  return { countChange, render };
}

describe('a page in the development server', () => {
  test('that was rendered before a change and connects after it is reloaded', () => {
    const { countChange, render } = makeServer();
    const page = render();
    countChange();
    expect(page.connect()).toEqual([{ type: 'full-reload', path: '*' }]);
  });

  test('that shows the last change is left alone', () => {
    const { countChange, render } = makeServer();
    for (let change = 0; change < 11; change++) countChange();
    expect(render().connect()).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import homeAddress from '../../../src/integrations/home-address.ts';

type Handle = (request: { url: string }, response: null, next: () => void) => void;

/** Ask the development server for an address, and return the one that Astro answers. */
function asked(url: string, options: Parameters<typeof homeAddress>[0]): string {
  const stack: { handle: Handle }[] = [{ handle: (_request, _response, next) => next() }];
  const { configureServer } = homeAddress(options);
  if (typeof configureServer !== 'function') throw new Error('The plugin does not configure the server.');
  const ready = configureServer.call({} as never, { middlewares: { stack } } as never) as () => void;
  ready();
  const request = { url };
  stack[0]?.handle(request, null, () => undefined);
  return request.url;
}

describe('the home page in development', () => {
  test.each([
    ['/x/', '/x'],
    ['/x/?a=b/', '/x?a=b/'],
    ['/x/de/', '/x/de'],
    ['/x/pt-br/', '/x/pt-br'],
    ['/x', '/x'],
    ['/', '/'],
    ['/x/projects/', '/x/projects/'],
    ['/y/', '/y/'],
  ])('without slashes below a base, %s is %s', (url, answered) => {
    expect(asked(url, { base: '/x', trailingSlash: 'never' })).toBe(answered);
    expect(asked(url, { base: '/x/', trailingSlash: 'never' })).toBe(answered);
  });

  test('without slashes at the root, the home page of a language has one', () => {
    expect(asked('/', { base: '/', trailingSlash: 'never' })).toBe('/');
    expect(asked('/de/', { base: '/', trailingSlash: 'never' })).toBe('/de');
  });

  test('with slashes, every address stays', () => {
    expect(asked('/x/', { base: '/x', trailingSlash: 'always' })).toBe('/x/');
  });
});

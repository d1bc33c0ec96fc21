import { expect, test, vi } from 'vitest';
import { printAddress } from '../../scripts/serve.ts';

test('the address that is printed is that of the home page, below the base', () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const flags = { server: { port: 4321, host: false, open: false }, verbose: false };
  // The development server of Astro has the addresses without the base, its preview with it.
  for (const local of ['http://localhost:4321/', 'http://localhost:4321/x'])
    printAddress({ urls: { local: [local], network: ['http://10.0.0.2:4321/'] }, port: 4321 }, flags, '/x/');
  const lines = log.mock.calls.flat();
  log.mockRestore();
  expect(new Set(lines)).toEqual(
    new Set(['The site is at http://localhost:4321/x/ (Ctrl-C stops it)', 'On your network: http://10.0.0.2:4321/x/']),
  );
});

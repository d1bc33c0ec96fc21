import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { cloudfrontFiles } from '../../../src/lib/delivery/cloudfront.ts';
import type { HeaderRule } from '../../../src/lib/delivery/headers.ts';

const rules: HeaderRule[] = [
  { path: '/*', headers: { 'Strict-Transport-Security': 'max-age=60', 'X-Frame-Options': 'DENY', 'Permissions-Policy': 'usb=()' } },
  { path: '/', headers: { 'Cache-Control': 'no-cache', 'Speculation-Rules': '"/rules.json"' } },
  { path: '/rss.xml', headers: { 'Content-Type': 'application/rss+xml' } },
];

const options = {
  rules,
  moves: [{ from: '/old', to: '/projects/x/' }],
  root: '/',
  host: 'www.example.com',
};

test('the policy has the headers CloudFront names itself, and the others as they are', () => {
  const { 'headers-policy.json': text } = cloudfrontFiles({ ...options, trailingSlash: 'always' });
  expect(JSON.parse(text)).toEqual({
    Name: 'www-example-com',
    SecurityHeadersConfig: {
      StrictTransportSecurity: { AccessControlMaxAgeSec: 60, IncludeSubdomains: false, Preload: false, Override: true },
      FrameOptions: { FrameOption: 'DENY', Override: true },
    },
    CustomHeadersConfig: {
      Quantity: 2,
      Items: [
        { Header: 'Permissions-Policy', Value: 'usb=()', Override: true },
        { Header: 'Speculation-Rules', Value: '"/rules.json"', Override: true },
      ],
    },
  });
});

describe.each([
  ['always', '/', '/index.html'],
  ['always', '/about/', '/about/index.html'],
  ['always', '/about', { to: '/about/' }],
  ['always', '/rss.xml', '/rss.xml'],
  ['always', '/old', { to: '/projects/x/' }],
  ['never', '/', '/index.html'],
  ['never', '/about', '/about/index.html'],
  ['never', '/about/', { to: '/about' }],
  ['never', '/rss.xml', '/rss.xml'],
  ['never', '/old', { to: '/projects/x/' }],
] as const)('with a last slash %s', (trailingSlash, uri, expected) => {
  test(`${uri} is answered by ${JSON.stringify(expected)}`, () => {
    expect(answer(cloudfrontFiles({ ...options, trailingSlash })['function.js'], uri)).toEqual(expected);
  });
});

test('old addresses that don’t fit are left to their pages', () => {
  const moves = Array.from({ length: 500 }, (_, index) => ({ from: `/an/old/address/${index}`, to: '/projects/x/' }));
  const code = cloudfrontFiles({ ...options, moves, trailingSlash: 'always' })['function.js'];
  expect(code.length).toBeLessThan(10_240);
  expect(answer(code, '/about/')).toBe('/about/index.html');
});

function answer(code: string, uri: string): unknown {
  const result = runInNewContext(`${code}; handler({ request: { uri } })`, { uri }) as Answer;
  return result.statusCode === 301 ? { to: result.headers?.location.value } : result.uri;
}

interface Answer {
  uri?: string;
  statusCode?: number;
  headers?: { location: { value: string } };
}

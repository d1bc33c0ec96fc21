import type { HeaderRule } from './headers.ts';
import type { Move } from './redirect-rules.ts';

/**
 * Write what CloudFront needs in front of a bucket: a response headers policy (`ResponseHeadersPolicyConfig` of its API) with the
 * headers of all addresses and those of the home page, and the function that answers old addresses and finds a folder's page.
 * How long a file is kept and its type are said by the bucket.
 */
export function cloudfrontFiles({ rules, moves, root, host, trailingSlash }: CloudfrontOptions): {
  'headers-policy.json': string;
  'function.js': string;
} {
  const given = Object.assign({}, ...rules.filter(({ path }) => path === `${root}*` || path === root).map(({ headers }) => headers));
  const { 'Cache-Control': _ofBucket, 'Cross-Origin-Resource-Policy': _ofPages, ...headers } = given as Record<string, string>;
  const items = Object.entries(headers).filter(([name]) => !(name in security));
  const policy = {
    Name: host.replaceAll('.', '-'),
    SecurityHeadersConfig: Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) => {
        const [key, config] = security[name]?.(value) ?? [];
        return key ? [[key, { ...config, Override: true }]] : [];
      }),
    ),
    CustomHeadersConfig: {
      Quantity: items.length,
      Items: items.map(([name, value]) => ({ Header: name, Value: value, Override: true })),
    },
  };
  const whole = requestFunction(moves, trailingSlash);
  return {
    'headers-policy.json': `${JSON.stringify(policy, null, 2)}\n`,
    // The pages at the old addresses lead on by themselves.
    'function.js': Buffer.byteLength(whole) <= 10_240 ? whole : requestFunction([], trailingSlash),
  };
}

interface CloudfrontOptions {
  rules: readonly HeaderRule[];
  moves: readonly Move[];
  /** The site's base with its slashes. */
  root: string;
  host: string;
  trailingSlash: 'always' | 'never';
}

/** Headers that CloudFront takes under names of its own. */
const security: Record<string, (value: string) => readonly [string, Record<string, unknown>]> = {
  'Strict-Transport-Security': (value) => [
    'StrictTransportSecurity',
    { AccessControlMaxAgeSec: Number(/\d+/.exec(value)?.[0]), IncludeSubdomains: false, Preload: false },
  ],
  'Content-Security-Policy': (value) => ['ContentSecurityPolicy', { ContentSecurityPolicy: value }],
  'X-Content-Type-Options': () => ['ContentTypeOptions', {}],
  'X-Frame-Options': (value) => ['FrameOptions', { FrameOption: value }],
  'Referrer-Policy': (value) => ['ReferrerPolicy', { ReferrerPolicy: value }],
};

/** Which address of a page leads to the other, and where its file lies, in the words of the function below. */
const slashes = {
  always: {
    wrong: '!page && !/\\.[^/]+$/.test(uri)',
    right: "uri + '/'",
    file: "page ? uri + 'index.html' : uri",
  },
  never: {
    wrong: 'page && uri.length > 1',
    right: 'uri.slice(0, -1)',
    file: "/\\.[^/]+$/.test(uri) ? uri : uri.replace(/\\/$/, '') + '/index.html'",
  },
} as const;

/** CloudFront runs it for each request: JavaScript of its own dialect, 10 kB at most. */
function requestFunction(moves: readonly Move[], trailingSlash: keyof typeof slashes): string {
  const { wrong, right, file } = slashes[trailingSlash];
  return `const moved = ${JSON.stringify(Object.fromEntries(moves.map(({ from, to }) => [from, to])), null, 2)};

function handler(event) {
  const request = event.request;
  const uri = request.uri;
  const page = uri.endsWith('/');
  const to = moved[uri] || (${wrong} ? ${right} : null);
  if (to) return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: to } } };
  request.uri = ${file};
  return request;
}
`;
}

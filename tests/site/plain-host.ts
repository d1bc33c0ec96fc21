import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseHtml } from './dist.ts';

/** A plain file server: it serves files and the `index.html` of folders, and redirects a folder without its slash. */
export interface PlainHost {
  /** Every file by its path below the root. */
  files: string[];
  read: (file: string) => string;
  /** Request a path below the origin. `redirected` means that the server added the slash, `page` that it sent HTML. */
  ask: (path: string) => Promise<{ status: number; page: boolean; redirected: boolean; body: string }>;
  close: () => Promise<unknown>;
}

/** Serve a folder below a path that ends in a slash; every other path is missing. */
export async function serveBelow({ dist, root }: { dist: string; root: string }): Promise<PlainHost> {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(dist, path)).isFile());
  const existing = new Set(files);
  const server = createServer(({ url = '/' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const file = path.startsWith(root) ? path.slice(root.length).replace(/(?:^|(?<=\/))$/, 'index.html') : '';
    if (existing.has(`${file}/index.html`)) response.writeHead(301, { location: `${url.replace(/(?=\?|$)/, '/')}` }).end();
    else if (!existing.has(file)) response.writeHead(404).end();
    else
      response.writeHead(200, { 'content-type': file.endsWith('.html') ? 'text/html' : 'text/plain' }).end(readFileSync(join(dist, file)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    files,
    read: (file) => readFileSync(join(dist, file), 'utf8'),
    ask: async (path) => {
      const response = await fetch(origin + path);
      const { status, redirected } = response;
      return { status, redirected, page: response.headers.get('content-type') === 'text/html', body: await response.text() };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** List the paths, with query, of the site's own addresses in a file; `at` is the address of the file. */
export function addressesIn({ file, text, at, origin }: { file: string; text: string; at: string; origin: string }): Set<string> {
  const extension = file.split('.').at(-1) ?? '';
  const full = [...text.matchAll(new RegExp(`${origin.replaceAll('.', '\\.')}(?:[^\\s"'<>()\\[\\]\\\\&]|&amp;)*`, 'g'))].map(([address]) =>
    address.replaceAll('&amp;', '&').replace(/[.,;:]+$/, ''),
  );
  const found = [...full, ...(readers[extension]?.(text) ?? [])];
  return new Set(
    found.flatMap((address) => {
      if (!URL.canParse(address, at)) return [`not an address: ${address}`];
      const target = new URL(address, at);
      return target.origin === origin ? [target.pathname + target.search] : [];
    }),
  );
}

/** Finders of relative addresses in a file, by file extension. */
const readers: Record<string, (text: string) => string[]> = {
  html: (text) => {
    const document = parseHtml(text);
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      Object.entries(inAttributes).flatMap(([name, split]) => (element.hasAttribute(name) ? split(element.getAttribute(name) ?? '') : [])),
    );
    const inline = (selector: string) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '').join('\n');
    return [...attributes, ...inCss(inline('style')), ...inScript(inline('script:not([type="application/ld+json"])'))];
  },
  css: (text) => inCss(text),
  js: (text) => inScript(text),
  json: (text) => inJson(JSON.parse(text)),
  webmanifest: (text) => inJson(JSON.parse(text)),
  md: (text) => [...text.matchAll(/\]\(<?([^)>\s]+)/g)].map(([, address = '']) => address),
};

const one = (value: string): string[] => [value];
const several = (value: string): string[] => value.split(',').map((candidate) => candidate.trim().split(/\s+/)[0] ?? '');

const inAttributes: Record<string, (value: string) => string[]> = {
  href: one,
  src: one,
  poster: one,
  data: one,
  cite: one,
  'component-url': one,
  'renderer-url': one,
  srcset: several,
  imagesrcset: several,
  content: (value) => /^\d+; url=(.*)$/.exec(value)?.slice(1) ?? (value.startsWith('/') ? [value] : []),
};

function inCss(text: string): string[] {
  return [...text.matchAll(/url\((["']?)(?!data:)([^"')]+)\1\)|@import\s+["']([^"']+)/g)].map(
    ([, , address, imported]) => address ?? imported ?? '',
  );
}

function inScript(text: string): string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g)].map(([, address = '']) => address);
}

/** Find strings that begin with a slash, except patterns. */
function inJson(value: unknown): string[] {
  if (typeof value === 'string') return /^\/(?!.*\*)/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(inJson) : [];
}

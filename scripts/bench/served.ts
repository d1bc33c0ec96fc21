import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import { contentTypes, textExtensions } from '../../src/lib/delivery/content-types.ts';
import { patternExpression } from '../../src/lib/delivery/path-pattern.ts';

/**
 * Serve a build on loopback as its hosts do, compressed and with its `_headers`; at `/bare.html` stands a page of one file with the
 * title, the deck and the first picture of the page `like`, a kilobyte of CSS and no font. It is sent with the same headers, but for
 * the policy, which does not know its styles.
 */
export async function serveWithBare(dist: URL, like: string): Promise<{ origin: string; close: () => Promise<void> }> {
  const headersOf = readHeaders(readFileSync(new URL('_headers', dist), 'utf8'));
  const page = Buffer.from(barePage(readFileSync(new URL(`${like}index.html`, dist), 'utf8')));
  const packed = new Map<string, Buffer>();
  const server = createServer(({ url = '/', headers: asked }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const path = decodeURIComponent(pathname.slice(1)).replace(/(?:^|(?<=\/))$/, 'index.html');
    const bare = path === 'bare.html';
    if (!bare && !existsSync(new URL(path, dist))) {
      response.writeHead(404).end();
      return;
    }
    const content = bare ? page : readFileSync(new URL(path, dist));
    const ending = path.split('.').at(-1) ?? '';
    const headers = {
      'Content-Type': contentTypes[ending as keyof typeof contentTypes] ?? 'application/octet-stream',
      ...headersOf(pathname),
      ...(bare && { 'Content-Security-Policy': '' }),
    };
    if (textExtensions.includes(ending) && /\bbr\b/.test(String(asked['accept-encoding']))) {
      const small = packed.get(path) ?? brotliCompressSync(content);
      packed.set(path, small);
      response.writeHead(200, { ...headers, 'Content-Encoding': 'br', Vary: 'Accept-Encoding' }).end(small);
    } else response.writeHead(200, headers).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Read `_headers` as hosts do: a path, then its headers, indented. */
function readHeaders(text: string): (pathname: string) => Record<string, string> {
  const rules = text.split(/\n(?=\/)/).map((block) => {
    const [path = '', ...lines] = block.trim().split('\n');
    const headers = Object.fromEntries(
      lines.map(
        (line) =>
          line
            .trim()
            .split(/: (.*)/)
            .slice(0, 2) as [string, string],
      ),
    );
    return { expression: new RegExp(patternExpression(path)), headers };
  });
  return (pathname) => Object.assign({}, ...rules.filter(({ expression }) => expression.test(pathname)).map(({ headers }) => headers));
}

function barePage(html: string): string {
  const [heading = '', deck = '', picture = ''] = [/<h1[^>]*>(.*?)<\/h1>/s, /<\/h1><p[^>]*>(.*?)<\/p>/s, /<picture>.*?<\/picture>/s].map(
    (part) => {
      const [whole = '', inner = whole] = part.exec(html) ?? [];
      if (!whole) throw new Error(`The page to be like has no ${part.source}.`);
      return inner;
    },
  );
  const text = [...html.matchAll(/<p>.*?<\/p>/gs)].map(([paragraph]) => paragraph).join('\n');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading}</title><style>${bareStyles}</style><h1>${heading}</h1><p>${deck}</p>${picture}${text}`;
}

const bareStyles = `*{box-sizing:border-box}:root{color-scheme:light dark;--paper:light-dark(#faf9f6,#141310);--ink:light-dark(#1d1b17,#ece8df);
--accent:light-dark(#8a2b0e,#f2a98a)}body{max-width:76rem;margin:0 auto;padding:1.5rem clamp(1.25rem,5vw,3.5rem);background:var(--paper);
color:var(--ink);font:1.125rem/1.6 Arial,sans-serif;overflow-wrap:anywhere}h1{margin:2rem 0 .5rem;font:500 clamp(2.25rem,1.5rem + 3.2vw,4rem)/1.08
Georgia,serif;text-wrap:balance}h2{margin:2.5rem 0 .5rem;font:500 1.75rem/1.15 Georgia,serif}p{max-width:41rem;margin:1rem 0}h1+p{font-size:1.25rem}
img{display:block;width:100%;height:auto;background:#f1efe9}a{color:var(--accent);text-underline-offset:.22em}a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}code{font-family:ui-monospace,monospace;font-size:.875em}table{border-collapse:
collapse;width:100%}th,td{padding:.6em 1em .6em 0;border-bottom:1px solid;text-align:start}@media print{body{color:#000;background:#fff}}`;

import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroPrerenderer, PathWithRoute } from 'astro';
import { AstroError } from 'astro/errors';
import { finishPage } from '../lib/delivery/finish.ts';
import { noteReads } from '../lib/reads.ts';
import { createUrls } from '../lib/urls.ts';
import type { Site } from '../schemas/site.ts';
import { learnAsWritten, learnFacts } from './output.ts';

/** Makes the files of a build, as Astro would: `render` in its place, `make` without the detours it takes for each file. */
export interface Maker {
  /** Render what is asked for, finished. */
  render: AstroPrerenderer['render'];
  /** Render a path and write its file into the output; returns the names of the queries it asked, and the file's stamp. */
  make: (path: PathWithRoute, file: string) => Promise<{ asked: string[]; stamp: string }>;
  /** Write what a path that is no page answers into its file as it comes: that of thousands of documents never stands whole in memory. */
  pass: (path: PathWithRoute, file: string) => Promise<void>;
}

/** Make files with a prerenderer of Astro's, below the folder `dist`. */
export function createMaker(inner: AstroPrerenderer, dist: string, { url, base, trailingSlash }: Site): Maker {
  const urls = createUrls({ origin: url, base, trailingSlash });
  const folders = new Set<string>();
  const placeOf = (file: string): string => {
    const place = join(dist, file);
    const folder = dirname(place);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    return place;
  };
  const answer = async (request: Request, options: Parameters<AstroPrerenderer['render']>[1]): Promise<Response> => {
    const rendered = await inner.render(request, options);
    return rendered instanceof Response ? rendered : rendered.response;
  };
  const ask = async ({ pathname, route }: PathWithRoute): Promise<Response> => {
    const name = pathname.replace(/^\/+|\/+$/g, '');
    const address = route.type === 'page' ? urls.page(...name.split('/')) : urls.file(encodeURI(name));
    const response = await answer(new Request(urls.absolute(address)), { routeData: route });
    if (response.status !== 200) throw new AstroError(`${address} came to status ${response.status}.`);
    return response;
  };
  return {
    render: async (request, options) => {
      const response = await answer(request, options);
      return isPage(response) ? new Response(Buffer.from(finishPage(await textOf(response)).html, 'latin1'), response) : response;
    },
    make: async (path, file) => {
      const { result: response, asked } = await noteReads(() => ask(path));
      const text = await textOf(response);
      const { html, plain } = isPage(response) ? finishPage(text) : { html: text, plain: text };
      const place = placeOf(file);
      writeFileSync(place, html, 'latin1');
      return { asked, stamp: learnFacts(file, place, plain) };
    },
    pass: async (path, file) => {
      const { body } = await ask(path);
      const place = placeOf(file);
      const to = openSync(place, 'wx');
      const facts = learnAsWritten();
      for await (const bytes of (body ?? []) as AsyncIterable<Uint8Array>) {
        // Not `writeSync`, which on a disk that becomes full writes a part and says nothing.
        writeFileSync(to, bytes);
        facts.read(bytes);
      }
      closeSync(to);
      facts.finish(file, place);
    },
  };
}

function isPage({ headers }: Response): boolean {
  return headers.get('content-type')?.includes('text/html') ?? false;
}

/** The body of a response, a byte in each character. */
async function textOf(response: Response): Promise<string> {
  return Buffer.from(await response.arrayBuffer()).toString('latin1');
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroPrerenderer, PathWithRoute } from 'astro';
import { AstroError } from 'astro/errors';
import { finishPage } from '../lib/delivery/finish.ts';
import { noteReads } from '../lib/reads.ts';
import { createUrls } from '../lib/urls.ts';
import type { Site } from '../schemas/site.ts';
import { learnFacts } from './output.ts';

/** Makes the files of a build, as Astro would: `render` in its place, `make` without the detours it takes for each file. */
export interface Maker {
  /** Render what is asked for, finished. */
  render: AstroPrerenderer['render'];
  /** Render a path and write its file into the output; returns the names of the queries it asked, and the file's stamp. */
  make: (path: PathWithRoute, file: string) => Promise<{ asked: string[]; stamp: string }>;
}

/** Make files with a prerenderer of Astro's, below the folder `dist`. */
export function createMaker(inner: AstroPrerenderer, dist: string, { url, base, trailingSlash }: Site): Maker {
  const urls = createUrls({ origin: url, base, trailingSlash });
  const folders = new Set<string>();
  const makeFolder = (folder: string): void => {
    if (folders.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    folders.add(folder);
  };
  const answer = async (request: Request, options: Parameters<AstroPrerenderer['render']>[1]): Promise<Response> => {
    const rendered = await inner.render(request, options);
    return rendered instanceof Response ? rendered : rendered.response;
  };
  return {
    render: async (request, options) => {
      const response = await answer(request, options);
      return isPage(response) ? new Response(Buffer.from(finishPage(await textOf(response)).html, 'latin1'), response) : response;
    },
    make: async ({ pathname, route }, file) => {
      const name = pathname.replace(/^\/+|\/+$/g, '');
      const address = route.type === 'page' ? urls.page(...name.split('/')) : urls.file(encodeURI(name));
      const request = new Request(urls.absolute(address));
      const { result: response, asked } = await noteReads(() => answer(request, { routeData: route }));
      if (response.status !== 200) throw new AstroError(`${address} came to status ${response.status}.`);
      const text = await textOf(response);
      const { html, plain } = isPage(response) ? finishPage(text) : { html: text, plain: text };
      const path = join(dist, file);
      const folder = dirname(path);
      makeFolder(folder);
      writeFileSync(path, html, 'latin1');
      return { asked, stamp: learnFacts(file, path, plain) };
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

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroPrerenderer, PathWithRoute } from 'astro';
import { AstroError } from 'astro/errors';
import { finishPage, type FinishedPage } from '../lib/delivery/finish.ts';
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
  const answer = async (request: Request, options: Parameters<AstroPrerenderer['render']>[1]): Promise<Answer> => {
    const rendered = await inner.render(request, options);
    const response = rendered instanceof Response ? rendered : rendered.response;
    const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
    return response.headers.get('content-type')?.includes('text/html')
      ? { response, ...finishPage(text) }
      : { response, html: text, plain: text };
  };
  return {
    render: async (request, options) => {
      const { response, html } = await answer(request, options);
      return new Response(Buffer.from(html, 'latin1'), response);
    },
    make: async ({ pathname, route }, file) => {
      const name = pathname.replace(/^\/+|\/+$/g, '');
      const address = route.type === 'page' ? urls.page(...name.split('/')) : urls.file(encodeURI(name));
      const request = new Request(urls.absolute(address));
      const { result, asked } = await noteReads(() => answer(request, { routeData: route }));
      if (result.response.status !== 200) throw new AstroError(`${address} came to status ${result.response.status}.`);
      const path = join(dist, file);
      const folder = dirname(path);
      makeFolder(folder);
      writeFileSync(path, result.html, 'latin1');
      return { asked, stamp: learnFacts(file, path, result.plain) };
    },
  };
}

interface Answer extends FinishedPage {
  response: Response;
}

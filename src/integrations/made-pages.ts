import { writeFileSync } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroPrerenderer, PathWithRoute, PrerenderResult } from 'astro';
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
  /** Render a path and write its file into the output; returns the names of the queries it asked. */
  make: (path: PathWithRoute, file: string) => Promise<string[]>;
}

/** Make files with a prerenderer of Astro's, below the folder `dist`. */
export function createMaker(inner: AstroPrerenderer, dist: string, site: Site): Maker {
  const urls = createUrls({ origin: site.url, base: site.base, trailingSlash: site.trailingSlash });
  const folders = new Set<string>();
  const bytesOf = async (answer: Response | PrerenderResult): Promise<{ response: Response; bytes: Buffer }> => {
    const response = answer instanceof Response ? answer : answer.response;
    const bytes = Buffer.from(await response.arrayBuffer());
    return { response, bytes: response.headers.get('content-type')?.includes('text/html') ? finishPage(bytes) : bytes };
  };
  return {
    render: async (request, options) => {
      const { response, bytes } = await bytesOf(await inner.render(request, options));
      return new Response(new Uint8Array(bytes), response);
    },
    make: async ({ pathname, route }, file) => {
      const name = pathname.replace(/^\/+|\/+$/g, '');
      const address = route.type === 'page' ? urls.page(...name.split('/')) : urls.file(encodeURI(name));
      const request = new Request(urls.absolute(address));
      const { result, asked } = await noteReads(async () => bytesOf(await inner.render(request, { routeData: route })));
      if (result.response.status !== 200) throw new AstroError(`${address} came to status ${result.response.status}.`);
      const path = join(dist, file);
      const folder = dirname(path);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      writeFileSync(path, result.bytes);
      learnFacts(file, path, result.bytes);
      return asked;
    },
  };
}

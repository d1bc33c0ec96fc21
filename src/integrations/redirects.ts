import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { clock } from '../lib/clock.ts';
import { redirectFile, redirectPage, redirectRules } from '../lib/redirect-page.ts';
import { listRedirects } from '../lib/redirects.ts';
import { stringsFor } from '../lib/strings.ts';
import { createUrls } from '../lib/urls.ts';
import type { Site } from '../schemas/site.ts';
import { readContent } from './reading.ts';

/** Answer the old addresses of the public case studies: a page at each, and all of them in `_redirects`. */
export default function redirects(site: Site): AstroIntegration {
  const urls = createUrls({ origin: site.url, base: site.base, trailingSlash: site.trailingSlash });
  let root: string;
  return {
    name: 'redirects',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir }) => {
        const { documents } = await readContent(root);
        const pages = documents.flatMap((document) =>
          document.collection === 'projects' ? [{ ...document.data, page: urls.page('projects', document.slug) }] : [],
        );
        const list = listRedirects(pages, clock);
        for (const redirect of list) {
          const file = fileURLToPath(new URL(redirectFile(redirect), dir));
          await mkdir(dirname(file), { recursive: true });
          const { to } = redirect;
          const page = redirectPage({ to, canonical: urls.absolute(to), lang: site.locale, moved: stringsFor(site.locale).moved });
          await writeFile(file, page, { flag: 'wx' });
        }
        if (list.length > 0) {
          const rules = list.map(({ from, to }) => ({ from: urls.file(from), to }));
          await writeFile(new URL('_redirects', dir), redirectRules(rules));
        }
      },
    },
  };
}

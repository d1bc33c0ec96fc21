import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { AstroError } from 'astro/errors';
import { clock } from '../lib/clock.ts';
import { redirectFile, redirectPage } from '../lib/redirect-page.ts';
import { listRedirects, type Redirect } from '../lib/redirects.ts';
import { stringsFor } from '../i18n/strings.ts';
import { createUrls } from '../lib/urls.ts';
import { publicDocuments } from '../lib/visibility.ts';
import type { Site } from '../schemas/site.ts';
import { readContent } from '../loaders/content-source.ts';

/** Answer the old addresses of the public case studies with a page at each, for hosts that know no other redirect. */
export default function redirects(site: Site): AstroIntegration {
  const urls = urlsOf(site);
  let root: string;
  return {
    name: 'redirects',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir }) => {
        for (const redirect of await readRedirects(root, site)) {
          const file = fileURLToPath(new URL(redirectFile(redirect), dir));
          const { from, to } = redirect;
          const lang = redirect.lang ?? site.locale;
          const page = redirectPage({ to, canonical: urls.absolute(to), lang, moved: stringsFor(lang).moved });
          try {
            await mkdir(dirname(file), { recursive: true });
            await writeFile(file, page, { flag: 'wx' });
          } catch (error) {
            if (!takenCodes.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
            // The check knows the addresses of documents and of templates; those of lists are known when they have been made.
            const remedy = 'Delete it from `aliases`, `redirect_from` or `permalink` there; the site that was built last is untouched.';
            throw new AstroError(`The old address ${from} is taken by a page or file of the site, and cannot lead to ${to}.`, remedy);
          }
        }
      },
    },
  };
}

/** List the old addresses of the public case studies of the project at `root`, as `listRedirects` does. */
export async function readRedirects(root: string, site: Site): Promise<Redirect[]> {
  const { documents } = await readContent(root);
  const pages = publicDocuments(documents, clock).flatMap(({ collection, data, lang, slug }) => {
    if (collection !== 'projects') return [];
    const { aliases, redirect_from, permalink } = data;
    return [{ aliases, redirect_from, permalink, lang, page: urlsOf(site, lang).page('projects', slug) }];
  });
  return listRedirects(pages, clock);
}

/** What stands there already is that file, or a file where a folder is to be. */
const takenCodes = new Set(['EEXIST', 'ENOTDIR', 'EISDIR']);

function urlsOf({ url, base, trailingSlash }: Site, lang: string | null = null) {
  return createUrls({ origin: url, base, trailingSlash, lang: lang ?? undefined });
}

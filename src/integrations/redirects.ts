import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { AstroError } from 'astro/errors';
import { stringsFor } from '../i18n/strings.ts';
import { clock } from '../lib/clock.ts';
import { redirectFile, redirectPage } from '../lib/redirect-page.ts';
import { listRedirects, type Redirect } from '../lib/redirects.ts';
import { createUrls } from '../lib/urls.ts';
import { publicDocuments } from '../lib/visibility.ts';
import { lastContent } from '../loaders/content-source.ts';
import type { Site } from '../schemas/site.ts';
import { afterBuild } from './after-build.ts';

/** Write a redirecting page at each old address of a public case study, for hosts without redirects of their own. */
export default function redirects(site: Site): AstroIntegration {
  const urls = urlsOf(site);
  return afterBuild('redirects', async ({ root, dist }) => {
    for (const redirect of await readRedirects(root, site)) {
      const { from, to } = redirect;
      const lang = redirect.lang ?? site.locale;
      const file = join(dist, redirectFile(redirect));
      const page = redirectPage({ to, canonical: urls.absolute(to), lang, title: stringsFor(lang).moved });
      try {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, page, { flag: 'wx' });
      } catch (error) {
        if (!occupied.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
        // The check compares old addresses with documents and templates; pages of lists exist only after the build.
        throw new AstroError(
          `The old address ${from} is a page or file of the site, so it cannot redirect to ${to}.`,
          'Delete it from `aliases`, `redirect_from` or `permalink` of that case study. The last successful build is unchanged.',
        );
      }
    }
  });
}

/** List the redirects to the public case studies of the project in the folder `root`. */
export async function readRedirects(root: string, site: Site): Promise<Redirect[]> {
  const { documents } = await lastContent(root);
  const pages = publicDocuments(documents, clock).flatMap(({ collection, data, lang, slug }) => {
    if (collection !== 'projects') return [];
    const { aliases, redirect_from, permalink } = data;
    return [{ aliases, redirect_from, permalink, lang, page: urlsOf(site, lang).page('projects', slug) }];
  });
  return listRedirects(pages);
}

/** Error codes for a path that is a file already, or that needs a folder where a file is. */
const occupied = new Set(['EEXIST', 'ENOTDIR', 'EISDIR']);

function urlsOf({ url, base, trailingSlash }: Site, lang: string | null = null) {
  return createUrls({ origin: url, base, trailingSlash, lang: lang ?? undefined });
}

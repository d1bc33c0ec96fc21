import { readFile, rm, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { AstroError } from 'astro/errors';
import { bindBooklet, casesAskedFor, numberContents, type BookletCase } from './booklet.ts';
import { pdfLabel } from './label.ts';
import { readPdf } from '../../lib/pdf/read.ts';
import { stampPdf } from '../../lib/pdf/stamp.ts';
import { createUrls } from '../../lib/urls.ts';
import type { Site } from '../../schemas/site.ts';
import type { Printer } from './printer.ts';

/** Where the sheet the booklet is printed from stands while the site is built; it is not published. */
const sheetName = '_portfolio';

/**
 * Print every case study to `/projects/<slug>.pdf` and all of them to `/portfolio.pdf`, and tell each page how long and large
 * its PDF has become. Runs before what searches and lists the output, so that the files are searched and listed like any other.
 */
export default function pdf(site: Site, { printed = site.pdf.publish } = {}): AstroIntegration {
  const urls = createUrls({ origin: site.url, base: site.base, trailingSlash: site.trailingSlash });
  return {
    name: 'pdf',
    hooks: {
      'astro:config:setup': ({ command, config, injectRoute }) => {
        if (printed && command === 'build')
          injectRoute({ pattern: `/${sheetName}`, entrypoint: new URL('./src/pages/_portfolio.astro', config.root), prerender: true });
      },
      'astro:build:start': async () => {
        // Before anything is rendered: without a browser the build can come to nothing.
        if (printed) await (await open(new URL('file:///'), site)).close();
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (!printed) return;
        const sheetFile = new URL(`${sheetName}/index.html`, dir);
        const sheet = await readFile(sheetFile, 'utf8');
        await rm(new URL(`${sheetName}/`, dir), { recursive: true });
        const printer = await open(dir, site);
        try {
          const cases: BookletCase[] = [];
          for (const slug of casesAskedFor(sheet)) {
            const page = new URL(`projects/${slug}/index.html`, dir);
            const html = await readFile(page, 'utf8');
            const bytes = stamped(await printer.print(urls.page('projects', slug)), html, site);
            await publish(new URL(`projects/${slug}.pdf`, dir), bytes);
            const label = pdfLabel({ pages: readPdf(bytes).pages.length, bytes: bytes.length }, site.locale);
            await writeFile(page, html.replace(/(?<=<a\b[^>]*\bdata-pdf\b[^>]*>)[^<]*/, label));
            cases.push({ slug, html });
          }
          const booklet = await printBooklet(printer, urls.page(sheetName), bindBooklet(sheet, cases));
          await publish(new URL('portfolio.pdf', dir), stamped(booklet, sheet, site));
          logger.info(`${cases.length} case studies and the portfolio printed`);
        } finally {
          await printer.close();
        }
      },
    },
  };
}

/** Which page a case begins on is known once it has been printed: the contents are numbered in a second print. */
async function printBooklet(printer: Printer, path: string, bound: string): Promise<Buffer> {
  const first = readPdf(await printer.print(path, bound));
  const bytes = await printer.print(path, numberContents(bound, first.outline));
  const moved = JSON.stringify(readPdf(bytes).outline) !== JSON.stringify(first.outline);
  if (moved) throw new AstroError('The contents of the portfolio no longer fit on the pages they were given.');
  return bytes;
}

async function open(dir: URL, site: Site): Promise<Printer> {
  try {
    const { openPrinter } = await import('./printer.ts');
    return await openPrinter(dir, site);
  } catch (error) {
    throw new AstroError(
      error instanceof Error ? error.message : String(error),
      'PDF files are printed by Chromium, through packages that `npm ci` installs and `npm ci --omit=dev` does not. Or set `pdf: { publish: false }` in src/site.config.ts. The site that was built last is untouched.',
    );
  }
}

function stamped(bytes: Buffer, html: string, { author }: Site): Buffer {
  const description = /<meta\b[^>]*\bname="description"[^>]*>/.exec(html)?.[0].match(/\bcontent="([^"]*)"/)?.[1] ?? '';
  return stampPdf(bytes, { author: author.name, subject: plain(description) });
}

/** What an attribute's value says. */
function plain(value: string): string {
  return value
    .replace(/&#39;|&#x27;/g, "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

async function publish(file: URL, bytes: Buffer): Promise<void> {
  await writeFile(file, bytes, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new AstroError(
      `A file of public/ stands where a PDF is to be published: ${file.pathname.split('/').slice(-2).join('/')}.`,
      'Give the file in public/ another name, or set `pdf: { publish: false }` in src/site.config.ts.',
    );
  });
}

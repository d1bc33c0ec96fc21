import { readFile, rm, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { AstroError } from 'astro/errors';
import { readPdf } from '../../lib/pdf.ts';
import { createUrls } from '../../lib/urls.ts';
import type { Site } from '../../schemas/site.ts';
import { bindBooklet, casesIn, numberContents, type BookletCase } from './booklet.ts';
import { pdfLabel, printedLine } from './label.ts';
import type { Printer } from './printer.ts';

/** Route of the booklet's template during the build; it is not published. */
const templateRoute = '_portfolio';

/**
 * Print every case study to `/projects/<slug>.pdf` and all of them to `/portfolio.pdf`, and write the length and size of each PDF
 * into its link. It runs before the integrations that search and list the output, so that they include the PDFs.
 */
export default function pdf(site: Site, { enabled = site.pdf.publish } = {}): AstroIntegration {
  // `npm run pdf` prints a booklet of some case studies alone.
  const chosen = process.env['BOOKLET'] !== undefined;
  const urls = createUrls({ origin: site.url, base: site.base, trailingSlash: site.trailingSlash });
  return {
    name: 'pdf',
    hooks: {
      'astro:config:setup': ({ command, config, injectRoute }) => {
        if (enabled && command === 'build')
          injectRoute({ pattern: `/${templateRoute}`, entrypoint: new URL('./src/pages/_portfolio.astro', config.root), prerender: true });
      },
      'astro:build:start': async () => {
        // Fail before anything is rendered when no browser starts.
        if (enabled) await (await open(new URL('file:///'), site)).close();
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (!enabled) return;
        const template = await readFile(new URL(`${templateRoute}/index.html`, dir), 'utf8');
        await rm(new URL(`${templateRoute}/`, dir), { recursive: true });
        const printer = await open(dir, site);
        try {
          const cases: BookletCase[] = [];
          for (const { slug, path } of casesIn(template)) {
            const page = new URL(`${path}index.html`, dir);
            const html = await readFile(page, 'utf8');
            cases.push({ slug, html });
            if (chosen) continue;
            const bytes = await printer.print(urls.page('projects', slug));
            await publish(new URL(`projects/${slug}.pdf`, dir), bytes);
            const label = pdfLabel({ pages: (await readPdf(bytes)).pages.length, bytes: bytes.length }, site.locale);
            await writeFile(page, html.replace(/(?<=<a\b[^>]*\bdata-pdf\b[^>]*>)[^<]*/, label));
          }
          const booklet = await printBooklet(printer, urls.page(templateRoute), bindBooklet(template, cases));
          await publish(new URL('portfolio.pdf', dir), booklet);
          logger.info(printedLine(cases.length, chosen));
        } finally {
          await printer.close();
        }
      },
    },
  };
}

/** Print the booklet twice: the first print shows on which pages the case studies begin, the second has them in its contents. */
async function printBooklet(printer: Printer, path: string, booklet: string): Promise<Buffer> {
  const { outline } = await readPdf(await printer.print(path, booklet));
  const bytes = await printer.print(path, numberContents(booklet, outline));
  const final = await readPdf(bytes);
  if (JSON.stringify(final.outline) !== JSON.stringify(outline))
    throw new AstroError('The page numbers in the contents of the portfolio move the case studies to other pages.');
  return bytes;
}

async function open(dir: URL, site: Site): Promise<Printer> {
  try {
    const { openPrinter } = await import('./printer.ts');
    return await openPrinter(dir, site);
  } catch (error) {
    throw new AstroError(
      error instanceof Error ? error.message : String(error),
      'Chromium prints the PDF files, through packages that `npm ci` installs and `npm ci --omit=dev` does not. To build without PDF files, set `pdf: { publish: false }` in src/site.config.ts. The last successful build is unchanged.',
    );
  }
}

async function publish(file: URL, bytes: Buffer): Promise<void> {
  await writeFile(file, bytes, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new AstroError(
      `A file in public/ has the name of a published PDF: ${file.pathname.split('/').slice(-2).join('/')}.`,
      'Rename the file in public/, or set `pdf: { publish: false }` in src/site.config.ts.',
    );
  });
}

import { stripVTControlCharacters } from 'node:util';
import type { AstroLoggerDestination, AstroLoggerMessage } from 'astro';
import astroDestination from 'astro/logger/node';

/** What a build has logged so far. */
export const logged: { pictures: number; newPictures: number; page?: string } = { pictures: 0, newPictures: 0 };

/** Make this module the receiver of what Astro and Vite log: an option of `build`, `dev` and `preview`. */
export function logTo({ verbose = false }): { logger: { entrypoint: string; config: { verbose: boolean } } } {
  return { logger: { entrypoint: import.meta.filename, config: { verbose } } };
}

/** Print what an author can act on; with `--verbose` everything, as Astro does. */
export default function astroLog({ verbose = false } = {}): AstroLoggerDestination {
  const everything = astroDestination({});
  return {
    write: (event) => {
      const message = stripVTControlCharacters(event.message);
      const progress = read(message);
      if (verbose) everything.write(event);
      else print(event, progress, message);
    },
  };
}

interface Progress {
  number: number;
  total: number;
}

/** Note what the summary of a build needs; returns the progress of its pictures. */
function read(message: string): Progress | null {
  logged.page = /^Caught error rendering (\S+): /.exec(message)?.[1] ?? logged.page;
  const picture = /^ {2}▶ .* \((\d+)\/(\d+)\)$/.exec(message);
  if (!picture) return null;
  const [number, total] = picture.slice(1).map(Number) as [number, number];
  logged.pictures = total;
  if (!message.includes('(reused cache entry)')) logged.newPictures++;
  return { number, total };
}

function print({ label, level }: AstroLoggerMessage, progress: Progress | null, message: string): void {
  if (progress) showProgress(progress);
  else if (level === 'info') {
    // Astro's own news is for its developers.
    if (ownLabels.has(label ?? '')) console.log(message);
  } else if (!unwanted.some((pattern) => pattern.test(message))) {
    const text = shorten(message);
    // Vite and Astro both log an error of the development server.
    if (Date.now() - last.time > 500 || !last.text.startsWith(text)) console.error(text);
    last = { text, time: Date.now() };
  }
}

let last = { text: '', time: 0 };

/** Integrations of this project whose news is printed. */
const ownLabels = new Set(['pdf', 'headers', 'theme']);

const unwanted = [
  // An owner may have no glossary, no page and no case study.
  /^The collection "\w+" does not exist or is empty/,
  // The command reports the error itself.
  /^(?:Caught error rendering|Unable to generate optimized image|✗ Build failed|\w*Error: .*\n\s+at )/,
  // A page of a deleted or renamed document that a browser still asks for: it shows that there is none.
  /^A `getStaticPaths\(\)` route pattern was matched/,
  // Astro marks its own modules with directives that the bundler does not know.
  /MODULE_LEVEL_DIRECTIVE/,
];

/** Show one line on a terminal, which the next replaces; print nothing elsewhere. */
function showProgress({ number, total }: Progress): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001B[K${number < total ? `Pictures: ${number} of ${total}` : ''}`);
}

/** Keep the message of an error, and of its stack trace the first place in the project. */
function shorten(message: string): string {
  const [text = '', ...traces] = message.split(/\n\s*(?:Stack trace:|at )/);
  const place = traces.join('\n').match(/\bsrc\/[^\s()?]+:\d+:\d+/)?.[0];
  const cleaned = text
    .replace(/^ {2}Error reference:\n.*\n?/m, '')
    .replace(/ \(The stacktrace appears to be already rewritten[^)]*\)/g, '')
    .replace(/^\[\w*Error\] /, '')
    .replace(
      /^\s*(\S+) referenced in \S+ didn't resolve at build time, it will remain unchanged.*/,
      'A style sheet names `$1`, which leads to no file. Put the file into public/, and write its address there: url(/picture.png).',
    )
    .trimEnd();
  return [cleaned, ...(place && !text.includes(place) ? [`  in ${place}`] : [])].join('\n');
}

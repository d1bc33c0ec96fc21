import { getSystemErrorName, stripVTControlCharacters } from 'node:util';

/** What was known when Astro stopped. */
interface Context {
  /** The project's folder, absolute, which paths leave out. */
  root?: string;
  /** Address of the page that was rendered. */
  page?: string | undefined;
  /** Paths of the documents, from the root. */
  documents?: readonly string[];
  /** Whether to add the stack. */
  verbose?: boolean | undefined;
}

/** Name the document in an error of its code, for `formatBuildError`. */
export function inDocument(error: unknown, document: string | undefined): unknown {
  return error instanceof Error ? Object.assign(error, { document }) : error;
}

/** Explain why Astro stopped: where it happened, what it is, and what to do; the stack only if asked for. */
export function formatBuildError(error: unknown, context: Context = {}): string {
  const explained = shorten(explain(error, context), context.root);
  return context.verbose && error instanceof Error ? `${explained}\n\n${error.stack ?? ''}` : explained;
}

function explain(error: unknown, { page, documents = [] }: Context): string {
  if (!(error instanceof Error)) return String(error);
  const refused = causes(error).find((one) => 'syscall' in one && /^(?:listen|getaddrinfo)$/.test(String(one.syscall)));
  if (refused) return `${refused.message}\n${addressRemedy(refused)}`;
  const cause = causes(error).find((one) => systemCode(one) !== undefined);
  if (cause) return explainSystemError(cause);
  const message = stripVTControlCharacters(error.message);
  if (message.startsWith('Build failed')) return explainBundle(message);
  const hint = 'hint' in error && typeof error.hint === 'string' ? error.hint : undefined;
  if (page === undefined || error.name.startsWith('Astro')) return [message, hint].filter(Boolean).join('\n');
  const rendered = 'document' in error && typeof error.document === 'string' ? error.document : undefined;
  // A bundle of a document has its name; other bundles contain several files.
  const bundle = /\/chunks\/([^/]+)_[\w-]{8}\.mjs/.exec(error.stack ?? '')?.[1];
  const document = documents.find((path) => path.endsWith(`/${bundle}.mdx`));
  const source = 'id' in error && typeof error.id === 'string' ? error.id : undefined;
  const where = rendered ?? document ?? `The page ${page}${source ? ` (${source})` : ''}`;
  return `${where} cannot be rendered: ${message}\nOpen the page in \`npm run dev\`, which shows the line. ${unchanged}`;
}

const unchanged = 'The last successful build is unchanged.';

function explainSystemError(cause: Error): string {
  const [, file] = / open '([^']+)'/.exec(cause.message) ?? [];
  const missing = systemCode(cause) === 'ENOENT' && file && !/\/(?:\.cache|\.astro|node_modules|dist)\//.test(file);
  const remedy = missing ? 'Restore the file, or correct the option that names it.' : remedies[systemCode(cause) ?? ''];
  return `${cause.message.replace(/\s*Stack backtrace:[\s\S]*/, '')}\n${remedy} ${unchanged}`;
}

/** Say what to do where a server got no address of its own. */
function addressRemedy({ code }: NodeJS.ErrnoException): string {
  return code === 'EACCES'
    ? 'This port is reserved for the system: choose one from 1024 on, as in `--port 4321`.'
    : 'This computer has no such address: `--host` alone serves the site at all that it has.';
}

/** Explain the errors of a bundler, each once: it repeats that of a style sheet for every entry. */
function explainBundle(message: string): string {
  const errors = message
    .split(/\n(?=\[)/)
    .slice(1)
    .map((text) => {
      const place = /^\[plugin [^\]]+\] ([^\s?]+)/.exec(text)?.[1] ?? /╭─\[ ([^\s\]]+) \]/.exec(text)?.[1] ?? '';
      const what = text
        .replace(/^\[plugin [^\]]+\].*\n/, '')
        .split(/\n\s*(?:at |╭)/, 1)[0]
        ?.replace(/^(?:\[\w+\]|\w*Error:) */, '')
        .trim();
      return { place, what: what ?? '' };
    });
  const once = errors.filter(({ what }, index) => errors.findIndex((other) => other.what === what) === index);
  const lines = once.map(({ place, what }) => `${place}  ${what}`);
  const imported = once.some(({ place }) => place.endsWith('.css')) ? ' The error is in this style sheet or in one that it imports.' : '';
  return `${lines.join('\n')}\nCorrect the file.${imported} ${unchanged}`;
}

/** Name files by their path from the root. */
function shorten(text: string, root: string | undefined): string {
  return root === undefined ? text : text.replaceAll(`file://${root}/`, '').replaceAll(`${root}/`, '');
}

/** An error and everything that caused it, outermost first; several errors can share a cause. */
function causes(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  const inner = error instanceof AggregateError ? error.errors : [error.cause];
  return [error, ...inner.flatMap(causes)];
}

/** The code of a system error with a known remedy. Bundlers state the number in their message alone. */
function systemCode({ code, message }: NodeJS.ErrnoException): string | undefined {
  const number = /\(os error (\d+)\)/.exec(message)?.[1];
  return [code ?? '', number ? getSystemErrorName(-Number(number)) : ''].find((name) => Object.hasOwn(remedies, name));
}

/** https://nodejs.org/api/errors.html#common-system-errors */
const remedies: Record<string, string> = {
  ENOSPC: 'The disk is full: make room, then build again.',
  EDQUOT: 'The disk quota is used up: make room, then build again.',
  EACCES: 'The build may not write there: give it permission, or delete the folder.',
  EPERM: 'The build may not write there: give it permission, or delete the folder.',
  EROFS: 'The folder is read-only: the build writes to `.cache`, `.astro`, `node_modules/.astro` and `dist`.',
  EBUSY: 'Another program uses the folder, or the folder is a mount point, which cannot be replaced: mount its parent instead.',
  EMFILE: 'Too many files are open: raise the limit (`ulimit -n`).',
  ENOENT: 'A file disappeared during the build: build again.',
};

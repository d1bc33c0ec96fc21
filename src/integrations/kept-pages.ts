import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, PathWithRoute } from 'astro';
import { digestOfRead, recallTexts, textsAsked } from '../lib/reads.ts';
import type { Site } from '../schemas/site.ts';
import { codeDigest } from './code.ts';
import { readContent } from './reading.ts';
import { createMaker } from './made-pages.ts';
import { factsOf, outputFiles, readJson, recallFacts, stampOf, standIn } from './output.ts';
import { growFrom, placesOf } from './places.ts';

/** The addresses of the pages that are kept, as Astro names those it renders to `astro:build:done`. */
export const ownAddresses: { pathname: string }[] = [];

/**
 * Keep a page from the last build where nothing that it shows has changed: its props (`cacheKey` is their digest), what it asked of
 * the queries, the code, and the files it names. What cannot be proved is rendered; `--force` renders all,
 * as does `anew`, for a build that changes pages where they lie: the last output has the same files.
 */
export default function keptPages(site: Site, { anew = false } = {}): AstroIntegration {
  let root: string;
  let cache: URL;
  let last: string;
  let spare: string;
  let dist: string;
  let code: string;
  let originals: string[] = [];
  const pages = new Map<string, Page>();
  return {
    name: 'kept-pages',
    hooks: {
      'astro:config:setup': ({ config }) => {
        root = fileURLToPath(config.root);
        cache = new URL('./.cache/', config.root);
        last = fileURLToPath(config.outDir);
        spare = fileURLToPath(placesOf(config.outDir).spare);
      },
      'astro:config:done': ({ config }) => {
        dist = fileURLToPath(config.outDir);
      },
      'astro:build:start': async ({ setPrerenderer, logger }) => {
        (await readContent(root)).memory.save();
        const forced = anew || process.argv.includes('--force');
        code = codeDigest(root);
        const before = forced ? null : readJson<Manifest>(new URL(manifestName, cache));
        const known = before?.code === code ? before : null;
        if (known) recallFacts(cache);
        mkdirSync(cache, { recursive: true });
        const older = known && existsSync(spare) && statSync(spare).dev === statSync(cache).dev ? spare : null;
        const { isCurrent, inOlder, shown } = comparison(known, { older, last });
        recallTexts(known ? readLines(new URL(textsName, cache), code) : Buffer.alloc(0));
        setPrerenderer((inner) => {
          const { make, pass, render } = createMaker(inner, dist, site);
          return {
            ...inner,
            render,
            getStaticPaths: async () => {
              // What Astro has made of the pictures, and the owner's public/, before which no file of ours goes: Astro says so.
              const there = new Set(outputFiles(dist));
              originals = [...there].filter((file) => file.startsWith('_astro/') && pictureName.test(file));
              const { own, endpoints, left } = divided(await inner.getStaticPaths(), there);
              for (const [file, { cacheKey }] of own) {
                const page = known?.pages[file];
                if (page && page.key === cacheKey && (await isCurrent(page, file))) pages.set(file, page);
              }
              const kept = pages.size;
              const isCard = (file: string): boolean => file.startsWith('social/') && shown.has(file);
              const standing = older
                ? growFrom(older, dist, (file) => inOlder.has(file) || (isCard(file) && isSame(join(older, file), join(last, file))))
                : new Set();
              for (const file of pages.keys()) if (!standing.has(file)) place(file, last, dist);
              for (const [file, path] of own) {
                const { cacheKey = '', pathname, route } = path;
                if (!pages.has(file)) pages.set(file, { key: cacheKey, ...(await make(path, file)) });
                const name = pathname.replace(/^\/|\/$/g, '');
                if (route.type === 'page') ownAddresses.push({ pathname: site.trailingSlash === 'always' ? `${name}/` : name });
              }
              if (kept > 0) logger.info(`${kept} files are kept from the last build`);
              logger.info(`${pages.size - kept} files are made`);
              for (const [file, path] of endpoints) await pass(path, file);
              return left;
            },
          };
        });
      },
      'astro:build:done': async () => {
        const named = new Set(
          outputFiles(dist)
            .filter((file) => textName.test(file))
            .flatMap((file) => factsOf(file, join(dist, file)).files),
        );
        for (const file of named) if (!existsSync(join(dist, file)) && existsSync(join(last, file))) place(file, last, dist);
        // An original that no page shows would be deleted by Astro, had it made the smaller ones in this build.
        for (const file of originals) if (!named.has(file)) rmSync(join(dist, file), { force: true });
        const queries: Manifest['queries'] = {};
        for (const name of new Set([...pages.values()].flatMap(({ asked }) => asked))) queries[name] = (await digestOfRead(name)) ?? '';
        writeLines(new URL(textsName, cache), code, textsAsked());
        const manifest: Manifest = { code, queries, pages: Object.fromEntries(pages) };
        writeFileSync(new URL(manifestName, cache), JSON.stringify(manifest));
      },
    },
  };
}

interface Manifest {
  /** Digest of all that makes pages and is no document. */
  code: string;
  /** What the queries that pages have asked have found: digests by names. */
  queries: Record<string, string>;
  /** By the path of the file in the output. */
  pages: Record<string, Page>;
}

interface Page {
  key: string;
  stamp: string;
  /** The names of the queries that were asked. */
  asked: string[];
}

const manifestName = 'kept-pages.json';
const textsName = 'kept-texts.ndjson';
const pictureName = /\.(?:jpe?g|png|webp|avif|gif|svg)$/i;
const textName = /\.(?:html|md|xml|json|txt)$/;

/** Read the lines of a file below its first, which is to be `head`; none, where it is missing or of another head. */
function readLines(file: URL, head: string): Buffer {
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  return bytes.toString('utf8', 0, head.length + 1) === `${head}\n` ? bytes.subarray(head.length + 1) : Buffer.alloc(0);
}

function writeLines(file: URL, head: string, lines: readonly Buffer[]): void {
  const to = openSync(file, 'w');
  writeFileSync(to, `${head}\n`);
  for (let start = 0; start < lines.length; start += 1000) writeFileSync(to, Buffer.concat(lines.slice(start, start + 1000)));
  closeSync(to);
}

/** Part the paths that may be kept, and those that are no pages, both by the files they make, from what is left to Astro. */
function divided(paths: readonly PathWithRoute[], there: ReadonlySet<string>) {
  const [own, endpoints] = [new Map<string, PathWithRoute>(), new Map<string, PathWithRoute>()];
  const left: PathWithRoute[] = [];
  for (const path of paths) {
    const file = fileOf(path.pathname, path.route.type);
    const ours = path.cacheKey !== undefined ? own : path.route.type === 'endpoint' ? endpoints : null;
    if (!ours || there.has(file)) left.push(path);
    // Astro, too, gives an address to the first that asks for it.
    else if (!ours.has(file)) ours.set(file, path);
  }
  return { own, endpoints, left };
}

function fileOf(pathname: string, type: string): string {
  const name = pathname.replace(/^\/+|\/+$/g, '');
  return type === 'page' ? `${name}/index.html`.replace(/^\//, '') : name;
}

/** Compares what pages depend on with the last build, each query and each file once. */
function comparison(before: Manifest | null, { older, last }: { older: string | null; last: string }) {
  /** Current pages that stand in the older output, too. */
  const inOlder = new Set<string>();
  /** Files that current pages name. */
  const shown = new Set<string>();
  const unchanged = new Map<string, boolean>();
  const there = new Map<string, boolean>();
  const isThere = (file: string): boolean => {
    const found = there.get(file) ?? existsSync(join(last, file));
    there.set(file, found);
    return found;
  };
  return {
    inOlder,
    shown,
    isCurrent: async ({ stamp, asked }: Page, file: string): Promise<boolean> => {
      const place = [older, last].flatMap((folder) => folder ?? []).find((folder) => stampOf(join(folder, file)) === stamp);
      if (place === undefined) return false;
      for (const query of asked) {
        const same = unchanged.get(query) ?? (await digestOfRead(query)) === before?.queries[query];
        unchanged.set(query, same);
        if (!same) return false;
      }
      const { files } = factsOf(file, join(place, file));
      if (!files.every(isThere)) return false;
      if (place === older) inOlder.add(file);
      for (const name of files) shown.add(name);
      return true;
    },
  };
}

function isSame(one: string, other: string): boolean {
  const stamp = stampOf(one);
  return stamp !== '' && stamp === stampOf(other);
}

/** Let a file of the last build stand in this one. */
function place(file: string, from: string, to: string): void {
  mkdirSync(dirname(join(to, file)), { recursive: true });
  standIn(join(from, file), join(to, file));
}

import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What each folder of `src/` may import from, besides itself. Each names only folders above it, so there is no cycle. */
const layers = {
  i18n: [],
  schemas: ['i18n'],
  styles: [],
  metrics: ['schemas', 'i18n'],
  documents: ['schemas', 'i18n'],
  lib: ['schemas', 'i18n', 'metrics', 'documents'],
  checks: ['schemas', 'i18n', 'metrics', 'documents', 'lib'],
  editor: ['schemas', 'i18n', 'documents', 'lib', 'checks'],
  loaders: ['i18n', 'schemas', 'documents', 'lib', 'checks'],
  queries: ['schemas', 'i18n', 'metrics', 'documents', 'lib'],
  islands: ['metrics'],
  components: ['schemas', 'i18n', 'metrics', 'lib', 'queries', 'islands'],
  layouts: ['schemas', 'i18n', 'metrics', 'lib', 'queries', 'components', 'islands', 'styles'],
  pages: ['schemas', 'i18n', 'metrics', 'lib', 'queries', 'components', 'layouts'],
  integrations: ['schemas', 'i18n', 'documents', 'lib', 'checks', 'loaders'],
  studio: ['schemas', 'i18n', 'metrics', 'documents', 'lib', 'checks', 'loaders'],
} as const satisfies Record<string, readonly string[]>;

/** The folders that know neither Astro's modules nor the site's configuration. */
const pure = ['schemas', 'i18n', 'metrics', 'documents', 'lib', 'checks'];

const rules: Rule[] = [
  {
    name: 'imports run from i18n to pages, never back',
    check: ({ path, imports }) =>
      imports.flatMap((target) => {
        const [from, to] = [folder(path), folder(target)];
        if (!isLayer(from) || !isLayer(to) || from === to || (layers[from] as readonly string[]).includes(to)) return [];
        return [
          `${path} imports ${target}. ${from}/ may import ${list(layers[from])}; move what it needs there, or the caller to the right.`,
        ];
      }),
    broken: {
      'src/lib/feed.ts': `import { getProjects } from '../queries/projects.ts';`,
      'src/schemas/project.ts': `import type { Project } from '../lib/project.ts';`,
      'src/documents/images.ts': `import { checkContent } from '../checks/run.ts';`,
      'src/islands/metric-strip.ts': `const table = await import('../components/ui/Table.astro');`,
    },
    messages: [
      'src/lib/feed.ts imports src/queries/projects.ts. lib/ may import schemas, i18n, metrics, documents; move what it needs there, or the caller to the right.',
      'src/schemas/project.ts imports src/lib/project.ts. schemas/ may import i18n; move what it needs there, or the caller to the right.',
      'src/documents/images.ts imports src/checks/run.ts. documents/ may import schemas, i18n; move what it needs there, or the caller to the right.',
      'src/islands/metric-strip.ts imports src/components/ui/Table.astro. islands/ may import metrics; move what it needs there, or the caller to the right.',
    ],
  },
  {
    name: 'inside metrics, parse and format use model only',
    check: ({ path, imports }) => {
      const from = metricsFolder(path);
      return from === null
        ? []
        : imports
            .filter((target) => /^src\/metrics\/.+\.ts$/.test(target) && ![from, 'model'].includes(metricsFolder(target) ?? ''))
            .map(
              (target) =>
                `${path} imports ${target}. metrics/${from}/ may import ${from === 'model' ? 'nothing else of metrics/' : 'metrics/model/ only'}; move what both need to metrics/model/.`,
            );
    },
    broken: {
      'src/metrics/model/evaluate.ts': `import { parseMetrics } from '../parse/parse-metrics.ts';`,
      'src/metrics/format/drawing.ts': `import { readOutcomes } from '../read-outcomes.ts';`,
      'src/metrics/read-outcomes.ts': `import { parseMetrics } from './parse/parse-metrics.ts';`,
    },
    messages: [
      'src/metrics/model/evaluate.ts imports src/metrics/parse/parse-metrics.ts. metrics/model/ may import nothing else of metrics/; move what both need to metrics/model/.',
      'src/metrics/format/drawing.ts imports src/metrics/read-outcomes.ts. metrics/format/ may import metrics/model/ only; move what both need to metrics/model/.',
    ],
  },
  {
    name: 'nothing of src/ imports a script',
    check: ({ path, imports }) =>
      path.startsWith('src/')
        ? imports
            .filter((target) => target.startsWith('scripts/'))
            .map((target) => `${path} imports ${target}. Scripts use the site, never the reverse; move what it needs to src/.`)
        : [],
    broken: { 'src/lib/feed.ts': `import { seededRandom } from '../../scripts/seeded-random.ts';` },
    messages: ['src/lib/feed.ts imports scripts/seeded-random.ts. Scripts use the site, never the reverse; move what it needs to src/.'],
  },
  {
    name: 'domain folders are pure',
    check: ({ path, imports }) =>
      pure.includes(folder(path))
        ? imports
            .filter((target) => target.startsWith('astro:') || target.endsWith('site.config.ts'))
            .map((target) => `${path} imports ${target}. ${folder(path)}/ stays pure; move the read to src/queries/ and pass the value in.`)
        : [],
    broken: { 'src/lib/feed.ts': `import { getCollection } from 'astro:content';` },
    messages: ['src/lib/feed.ts imports astro:content. lib/ stays pure; move the read to src/queries/ and pass the value in.'],
  },
  {
    name: 'what edits and diagnoses documents runs in a browser',
    check: ({ path, reaches }) =>
      /^src\/(?:lib\/content|studio\/page|editor)\//.test(path) || path === 'src/checks/diagnose.ts'
        ? [...reaches()]
            .filter(([target]) => target.startsWith('node:'))
            .map(([target, from]) => `${path} reaches ${target} through ${from}. It runs in browsers; pass in what needs files.`)
        : [],
    broken: {
      'src/lib/content/form.ts': `import { readSource } from '../../documents/front-matter.ts';`,
      'src/checks/diagnose.ts': `import { checkFields } from './fields.ts';`,
      'src/checks/fields.ts': `import { isFileName } from '../documents/front-matter.ts';`,
      'src/documents/front-matter.ts': `import { join } from 'node:path';`,
    },
    messages: [
      'src/lib/content/form.ts reaches node:path through src/documents/front-matter.ts. It runs in browsers; pass in what needs files.',
      'src/checks/diagnose.ts reaches node:path through src/documents/front-matter.ts. It runs in browsers; pass in what needs files.',
    ],
  },
  {
    name: 'only queries read collections',
    check: ({ path, source }) =>
      folder(path) === 'queries' || !path.startsWith('src/')
        ? []
        : [...source.matchAll(/import\s*\{([^}]*)\}\s*from 'astro:content'/g)]
            .flatMap(([, names = '']) => /\bget\w+/.exec(names) ?? [])
            .map(
              (name) =>
                `${path} imports ${name}. Only src/queries/, which keeps the visibility gate, reads collections; add a query there.`,
            ),
    broken: { 'src/pages/index.astro': `import { getCollection } from 'astro:content';` },
    messages: [
      'src/pages/index.astro imports getCollection. Only src/queries/, which keeps the visibility gate, reads collections; add a query there.',
    ],
  },
  {
    name: 'only islands are hydrated',
    check: ({ path, source, bindings }) =>
      [...source.matchAll(/<([A-Z]\w*)\b[^<>]*?\sclient:\w+/g)].flatMap(([, name = '']) =>
        !path.endsWith('.astro') || bindings.get(name)?.startsWith('src/islands/')
          ? []
          : [`${path} hydrates <${name}>. client:* ships JavaScript; only components of src/islands/ may carry it.`],
      ),
    broken: { 'src/layouts/Case.astro': `---\nimport Hero from '../components/project/Hero.astro';\n---\n<Hero\n  client:load />` },
    messages: ['src/layouts/Case.astro hydrates <Hero>. client:* ships JavaScript; only components of src/islands/ may carry it.'],
  },
  {
    name: 'templates carry nothing that the content security policy blocks',
    check: ({ path, source }) =>
      path.endsWith('.astro')
        ? blocked.flatMap(([pattern, remedy]) => {
            const found = pattern.exec(source)?.[0].trim();
            return found && !(path === 'src/components/site/Head.astro' && found === jsonLdScript)
              ? [`${path} has ${found}. ${remedy}`]
              : [];
          })
        : [],
    broken: {
      'src/components/ui/Bar.astro': `<i style="width: 3px" class="a" />`,
      'src/components/ui/Toggle.astro': `<script is:inline>alert(1)</script>`,
      'src/components/ui/Menu.astro': `<button onclick={open}>Menu</button>`,
    },
    messages: [
      'src/components/ui/Bar.astro has style=. The policy blocks inline styles; use a class, or an attribute of SVG.',
      'src/components/ui/Toggle.astro has <script. Pages ship no JavaScript; make it an island in src/islands/, or plain HTML.',
      'src/components/ui/Menu.astro has onclick=. The policy blocks inline handlers; use a command, a link, or an island.',
    ],
  },
  {
    name: 'templates speak the language of their page',
    check: ({ path, source }) =>
      /^src\/(?:components|layouts)\//.test(path) &&
      (/\{[^}]*\bt\b[^}]*\} from '[./]+queries\/site\.ts'/.test(source) || source.includes('site.locale'))
        ? [`${path} speaks the language of the site. Take \`t\` and \`locale\` from Astro.locals, which know that of the page.`]
        : [],
    broken: {
      'src/components/site/Footer.astro': `import { site, t } from '../../queries/site.ts';`,
      'src/layouts/Case.astro': `formatOutcome(outcome, site.locale)`,
    },
    messages: [
      'src/components/site/Footer.astro speaks the language of the site. Take `t` and `locale` from Astro.locals, which know that of the page.',
      'src/layouts/Case.astro speaks the language of the site. Take `t` and `locale` from Astro.locals, which know that of the page.',
    ],
  },
  {
    name: 'files are named by subject, in the case of their kind',
    check: ({ path }) => {
      const name = posix.basename(path);
      // The folders of pages are addresses.
      const parts = path.startsWith('src/pages/') ? [] : path.split('/');
      const vague = parts.find((part) => /^(?:utils?|helpers?|misc|common|shared)(?:\.|$)/i.test(part));
      if (vague) return [`${path}: "${vague}" names no subject. Name the file after what it is about, such as dates or urls.`];
      if (path.endsWith('.ts') && !/^(?:\[?[a-z0-9]+(?:-[a-z0-9]+)*\]?\.)+ts$/.test(name))
        return [`${path}: name it in kebab-case, as in metric-strip.ts.`];
      if (/^src\/(?:components|layouts)\//.test(path) && path.endsWith('.astro') && !/^(?:[A-Z][a-z0-9]*)+\.astro$/.test(name)) {
        return [`${path}: name it in PascalCase, as in CaseRow.astro.`];
      }
      return [];
    },
    broken: { 'src/lib/utils.ts': '', 'src/lib/siteMap.ts': '', 'src/components/ui/fact-row.astro': '' },
    messages: [
      'src/lib/utils.ts: "utils.ts" names no subject. Name the file after what it is about, such as dates or urls.',
      'src/lib/siteMap.ts: name it in kebab-case, as in metric-strip.ts.',
      'src/components/ui/fact-row.astro: name it in PascalCase, as in CaseRow.astro.',
    ],
  },
];

const jsonLdScript = '<script is:inline type="application/ld+json" set:html={jsonLd(graph)} />';

const blocked: readonly (readonly [RegExp, string])[] = [
  [/\sstyle=/, 'The policy blocks inline styles; use a class, or an attribute of SVG.'],
  [/\sdefine:vars\b/, 'It becomes an inline style, which the policy blocks; use a class, or an attribute of SVG.'],
  [/\son[a-z]+=/, 'The policy blocks inline handlers; use a command, a link, or an island.'],
  [/<script\b(?:[^>]*type="application\/ld\+json".*)?/, 'Pages ship no JavaScript; make it an island in src/islands/, or plain HTML.'],
];

describe('the tree', () => {
  const files = tree(Object.fromEntries(['src', 'scripts', 'tests'].flatMap(readFolder)));

  test('is read', () => expect(files.length).toBeGreaterThan(50));

  test.each(rules)('$name', ({ check }) => {
    expect(files.flatMap(check)).toEqual([]);
  });

  test('has no cycle between folders: the layers name only those above them', () => {
    const names = Object.keys(layers);
    for (const [name, allowed] of Object.entries(layers))
      for (const other of allowed) expect(names.indexOf(other), `${name} may not name ${other}`).toBeLessThan(names.indexOf(name));
  });

  test('has no cycle between the subjects of a folder', () => expect(subjectsInCycles(files)).toEqual([]));

  test('has a layer for every folder of src/', () => {
    const folders = new Set(files.map(({ path }) => folder(path)).filter((name) => name && name !== 'content' && name !== 'assets'));
    expect([...folders].toSorted()).toEqual(
      Object.keys(layers)
        .filter((name) => name !== 'styles')
        .toSorted(),
    );
  });

  test('has one zod: the copy that Astro validates with', () => {
    const copies = ['astro/package.json', 'casefolio'].map((from) => {
      const base = from === 'casefolio' ? `${root}package.json` : createRequire(`${root}package.json`).resolve(from);
      return realpathSync(createRequire(base).resolve('zod'));
    });
    expect(new Set(copies).size, `Two copies of zod: ${copies.join(', ')}. Pin in package.json the version astro depends on.`).toBe(1);
  });
});

describe('a broken tree', () => {
  test.each(rules)('gets a message that says what to do: $name', ({ check, broken, messages }) => {
    expect(tree(broken).flatMap(check)).toEqual(messages);
  });

  test('names the subjects that need each other', () => {
    const files = tree({
      'src/lib/markdown/links.ts': `import { barsOf } from '../charts/chart.ts';`,
      'src/lib/charts/chart.ts': `import { yearOf } from '../dates.ts';`,
      'src/lib/dates.ts': `import { escape } from './markdown/escape-html.ts';`,
      'src/lib/feeds/feed.ts': `import { barsOf } from '../charts/chart.ts';`,
    });
    expect(subjectsInCycles(files)).toEqual(['src/lib/markdown', 'src/lib/charts', 'src/lib/dates']);
  });
});

/** List the folders and files in `lib/` and `checks/` that need themselves through others. */
function subjectsInCycles(files: readonly SourceFile[]): string[] {
  const needs = new Map<string, Set<string>>();
  for (const { path, imports } of files)
    for (const target of imports) {
      const [from, to] = [subject(path), subject(target)];
      if (from && to && from !== to) needs.set(from, (needs.get(from) ?? new Set()).add(to));
    }
  return [...needs.keys()].filter((one) => {
    const reached = new Set(needs.get(one));
    // The loop also walks what it adds.
    for (const name of reached) for (const next of needs.get(name) ?? []) reached.add(next);
    return reached.has(one);
  });
}

/** A folder of `lib/` or `checks/`, with the file of its name, or a file beside the folders. */
function subject(path: string): string | null {
  return /^src\/(?:lib|checks)\/[\w-]+(?=\/|\.ts$)/.exec(path)?.[0] ?? null;
}

function readFolder(folder: string): [string, string][] {
  return readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|astro)$/.test(entry.name) && !entry.parentPath.includes('/src/content'))
    .map((entry) => {
      const absolute = posix.join(entry.parentPath, entry.name);
      return [posix.relative(root, absolute), readFileSync(absolute, 'utf8')];
    });
}

function tree(sources: Record<string, string>): SourceFile[] {
  const files = new Map<string, SourceFile>();
  for (const [path, source] of Object.entries(sources)) {
    const statements = [...source.matchAll(/(?:^|\n)\s*(?:import|export)\s+(?:type\s+)?(?:([\w$]+)\b)?[^'"`;=]*?(?:from\s+)?'([^']+)'/g)];
    const dynamic = [...source.matchAll(/\bimport\(\s*'([^']+)'/g)].map(([, target = '']) => resolve(path, target));
    const bindings = new Map(statements.map(([, name = '', target = '']) => [name, resolve(path, target)]));
    const imports = [...statements.map(([, , target = '']) => resolve(path, target)), ...dynamic];
    files.set(path, { path, source, imports, bindings, reaches: () => reachedFrom(path, files) });
  }
  return [...files.values()];
}

/** Every module that a file imports, directly or through others, with the file that names it. */
function reachedFrom(path: string, files: ReadonlyMap<string, SourceFile>): Map<string, string> {
  const reached = new Map<string, string>();
  const queue = [path];
  for (let from = queue.pop(); from !== undefined; from = queue.pop())
    for (const target of files.get(from)?.imports ?? []) {
      if (reached.has(target)) continue;
      reached.set(target, from);
      queue.push(target);
    }
  return reached;
}

function resolve(from: string, target: string): string {
  return target.startsWith('.') ? posix.join(dirname(from), target) : target;
}

function folder(path: string): string {
  return /^src\/(\w+)\//.exec(path)?.[1] ?? '';
}

function metricsFolder(path: string): string | null {
  return /^src\/metrics\/(\w+)\//.exec(path)?.[1] ?? null;
}

function isLayer(name: string): name is keyof typeof layers {
  return Object.hasOwn(layers, name);
}

function list(names: readonly string[]): string {
  return names.join(', ') || 'nothing of src/';
}

interface SourceFile {
  path: string;
  source: string;
  /** Every module it names: paths from the root, or package names. */
  imports: string[];
  /** What its default imports are called, and where they come from. */
  bindings: ReadonlyMap<string, string>;
  /** Every module that it needs, with the file that imports it. */
  reaches: () => ReadonlyMap<string, string>;
}

interface Rule {
  name: string;
  check: (file: SourceFile) => string[];
  /** A tree that breaks the rule, and the messages it gets. */
  broken: Record<string, string>;
  messages: string[];
}

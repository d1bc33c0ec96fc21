import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedCode } from '../../src/lib/shared-address.ts';
import { createUrls } from '../../src/lib/urls.ts';
import { makeDocument } from '../fixtures/documents/make.ts';
import { buildAll, copyProject } from './copy.ts';
import { parseHtml, textOf } from './dist.ts';
import { rulesOf } from './headers-file.ts';
import { addressesIn, serveBelow, type PlainHost } from './plain-host.ts';

const origin = 'https://base.example';

/** One case study of each kind: with pictures in every position and old addresses, in German, in MDX, and in its own folder. */
const documents = {
  'rota.md': makeDocument(
    {
      featured: 'featured: true',
      industry: 'industry: Rescue',
      screenshots: 'screenshots: [{ image: /assets/images/quay.png, alt: The rota on a wall, caption: Printed at noon }]',
      aliases: 'aliases: [/old/rota/, /work/rota.html, /a-b]',
      testimonial: 'testimonial: { quote: It is there at noon., author: The coxswain }',
    },
    [
      'See [the page](/contact), [the other](/contact/#main), [a case](/projects/crane?from=rota#main), [the feed](/rss.xml),',
      '[home](/), [elsewhere](https://example.com/), <a href="/about">about</a> and the quay:\n\n![The quay](/assets/images/quay.png)',
    ].join('\n'),
  ),
  'rota.de.md': makeDocument(
    { title: 'title: Der Dienstplan einer Rettungsstation', featured: 'featured: true' },
    'Siehe [Kontakt](/contact).',
  ),
  'crane.mdx': makeDocument(
    { title: 'title: A crane that waits', date: 'date: 2022', permalink: 'permalink: /2022/crane/', thumbnail: null },
    'Of [the rota](/projects/rota/), [all](/projects).',
  ),
  'pilot.md': makeDocument({
    title: 'title: A pilot nobody may know',
    unlisted: 'unlisted: true',
    thumbnail: 'thumbnail: { image: /assets/images/pilot.png, decorative: true }',
  }),
  'ferry/index.md': makeDocument({
    title: 'title: Ferry at night',
    date: 'date: 2021-03',
    thumbnail: 'thumbnail: { image: quay.png, decorative: true }',
  }),
};

/** In MDX and German, of a translated case study, one without a translation, and an unlisted one. */
const selection = '---\ntitle: Für den Hafen\nfor: Eine Werft\nlang: de\nprojects: [pilot, rota, crane]\n---\n\n{"Drei"} *Fallstudien*.\n';

/** At the root and below it, with and without slashes; one folder or two make no difference to slashes. */
const sites = (
  [
    ['/', 'always'],
    ['/', 'never'],
    ['/sub/', 'always'],
    ['/a/b/', 'never'],
  ] as const
).map(([base, trailingSlash]) => ({ base, trailingSlash, copy: copyProject({ projects: documents }) }));
const cards = mkdtempSync(join(tmpdir(), 'casefolio-cards-'));

beforeAll(async () => {
  const picture = await sharp({ create: { width: 640, height: 400, channels: 3, background: '#8a2b0e' } })
    .png()
    .toBuffer();
  const pilot = await sharp({ create: { width: 640, height: 400, channels: 3, background: '#0e2b8a' } })
    .png()
    .toBuffer();
  for (const { base, trailingSlash, copy } of sites) {
    rmSync(copy.path('src/assets/images'), { recursive: true });
    // A page that no document of these sites links to.
    rmSync(copy.path('src/pages/talks.astro'));
    copy.write('src/assets/images/quay.png', picture);
    copy.write('src/assets/images/pilot.png', pilot);
    copy.write('src/content/selections/werft.mdx', selection);
    copy.write('src/content/projects/ferry/quay.png', picture);
    const config = readFileSync(copy.path('src/site.config.ts'), 'utf8');
    copy.write(
      'src/site.config.ts',
      config.replace(/url: '.*'/, `url: '${origin}', base: '${base}', trailingSlash: '${trailingSlash}', projectsPerPage: 2`),
    );
    mkdirSync(copy.path('.cache'));
    symlinkSync(cards, copy.path('.cache/social'));
  }
  await buildAll(sites.map(({ copy }) => copy));
});

afterAll(() => {
  for (const { copy } of sites) copy.remove();
  rmSync(cards, { recursive: true, force: true });
});

describe.each(sites)('below $base with slashes $trailingSlash', ({ base, trailingSlash, copy }) => {
  const urls = createUrls({ origin, base, trailingSlash });
  const root = urls.page();
  const inForm = (path: string): boolean => path === root || /\.[^/]*$/.test(path) || path.endsWith('/') === (trailingSlash === 'always');
  const addressOf = (file: string): string => origin + urls.written(`/${file.replace(/(?:^|(?<=\/))index\.html$/, '')}`);
  let host: PlainHost;

  beforeAll(async () => {
    host = await serveBelow({ dist: copy.path('dist'), root });
  });
  afterAll(() => host.close());

  /** List the public pages with the path of their canonical address, derived from the file. */
  const pages = () =>
    host.files.flatMap((file) =>
      file.endsWith('index.html') && !file.startsWith('shared/') && !host.read(file).includes('http-equiv="refresh"')
        ? [{ file, path: new URL(addressOf(file)).pathname }]
        : [],
    );

  test('every address in every file is below the base, exists, and spells a page in the canonical form', async () => {
    const found = host.files.flatMap((file) =>
      [...addressesIn({ file, text: host.read(file), at: addressOf(file), origin })].map((address) => ({
        file,
        path: address,
      })),
    );
    expect(found.length).toBeGreaterThan(500);
    const answers = new Map(
      await Promise.all([...new Set(found.map(({ path }) => path))].map(async (path) => [path, await host.ask(path)] as const)),
    );
    const broken = found.filter(({ path }) => {
      const answer = answers.get(path);
      return !path.startsWith(root) || answer?.status !== 200 || (answer.page && !inForm(path.replace(/\?.*$/, '')));
    });
    expect(broken).toEqual([]);
  });

  test('every page states its canonical address and is served at it', async () => {
    const canonical = pages().map(({ file }) => /<link rel="canonical" href="([^"]*)"/.exec(host.read(file))?.[1]);
    expect(pages().length).toBeGreaterThan(20);
    expect(canonical).toEqual(pages().map(({ path }) => origin + path));
    expect(pages().filter(({ file, path }) => !host.read(file).includes(`<meta property="og:url" content="${origin}${path}"`))).toEqual([]);
    for (const { path } of pages())
      expect(await host.ask(path)).toMatchObject({ status: 200, page: true, redirected: trailingSlash === 'never' && path !== root });
  });

  test('a selection in German and MDX shows its case studies, and the private files name its path and that of the pictures', () => {
    const [pilot, werft] = ['projects/pilot', 'selections/werft'].map((id) =>
      urls.page('shared', sharedCode(id, 'the secret of the fixtures')),
    );
    const html = host.read(`${String(werft).slice(root.length).replace(/\/$/, '')}/index.html`);
    const main = parseHtml(html).querySelector('main');
    expect(parseHtml(html).documentElement.lang).toBe('de');
    expect(textOf(main)).toContain('Ausgewählt für Eine Werft');
    expect(textOf(main)).toContain('Drei Fallstudien.');
    const rows = [...(main?.querySelectorAll('.case-list h2') ?? [])].map((row) => [
      row.querySelector('a')?.getAttribute('href'),
      row.getAttribute('lang'),
    ]);
    expect(rows).toEqual([
      [pilot, 'en-GB'],
      [createUrls({ origin, base, trailingSlash, lang: 'de' }).page('projects', 'rota'), null],
      [urls.page('projects', 'crane'), 'en-GB'],
    ]);
    expect(html).toMatch(new RegExp(`"${root}shared/media/[0-9a-f]{20}\\.jpg"`));
    const folders = [pilot, werft, `${root}shared/media/`].map((path) => String(path).replace(/\/?$/, '/'));
    expect(readFileSync(copy.path('.cache/delivery/private/paths.txt'), 'utf8').trim().split('\n').toSorted()).toEqual(folders.toSorted());
  });

  test('the sitemap and the links reach every page', async () => {
    const reached = new Set([root]);
    for (const path of reached) {
      const { body, page } = await host.ask(path);
      if (!page || body.includes('http-equiv="refresh"')) continue;
      for (const [, href = ''] of body.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)) {
        const target = new URL(href.replaceAll('&amp;', '&'), origin + path);
        if (target.origin === origin) reached.add(target.pathname);
      }
    }
    const paths = pages()
      .map(({ path }) => path)
      .toSorted();
    const listed = host.files
      .filter((file) => /^sitemap-.*-\d+\.xml$/.test(file))
      .flatMap((file) => [...host.read(file).matchAll(/<url><loc>([^<]+)/g)]);
    expect([...reached].filter((path) => paths.includes(path)).toSorted()).toEqual(paths);
    expect(listed.map(([, loc]) => loc).toSorted()).toEqual(paths.map((path) => origin + path).toSorted());
  });

  test('each old address below the base has a redirecting page and a rule for hosts', async () => {
    const rota = urls.page('projects', 'rota');
    for (const old of ['old/rota/', 'work/rota.html', 'a-b/']) {
      expect((await host.ask(root + old)).body).toContain(`content="0; url=${rota}"`);
    }
    const rules = host
      .read('_redirects')
      .trim()
      .split('\n')
      .map((line) => line.split(' '));
    expect(rules).toContainEqual([`${root}old/rota/`, rota, '301']);
    expect(rules.filter(([from = '', to = '']) => !from.startsWith(root) || !pages().some(({ path }) => path === to))).toEqual([]);
  });

  test('header rules are for paths below the base', () => {
    const rules = rulesOf(host.read('_headers'));
    expect(rules.length).toBeGreaterThan(10);
    expect(rules.filter(({ path }) => !path.startsWith(root))).toEqual([]);
    const filePaths = rules.flatMap(({ path }) => (/[*:]/.test(path) || path === root ? [] : [path.slice(root.length)]));
    expect(filePaths.filter((file) => !host.files.includes(decodeURIComponent(file)))).toEqual([]);
  });
});

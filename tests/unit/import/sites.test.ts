import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatImport } from '../../../scripts/import/report.ts';
import { astroSite, harvest, hugoSite, importSite, jekyllSite, plant } from '../../fixtures/import/sites.ts';
import { openSite } from '../../../scripts/import/open-site.ts';

describe('a Jekyll collection', () => {
  test('becomes valid documents with their pictures beside them', async () => {
    const { root, documents, errors } = await importSite(jekyllSite);
    expect(errors).toEqual([]);
    expect(documents.map(({ path, copies }) => [path, copies.map(({ name }) => name)])).toEqual([
      ['src/content/projects/harbour-lights/index.md', ['lamp.png', 'map.png']],
      ['src/content/projects/salt-log/index.md', ['lamp.png']],
    ]);
    expect(existsSync(join(root, 'src/content/projects/harbour-lights/map.png'))).toBe(true);
  });

  test('keeps its content under our names', async () => {
    const { documents } = await importSite(jekyllSite);
    expect(documents[0]?.text).toMatchInlineSnapshot(`
      "---
      title: Harbour Lights
      tagline: Lamps that report their own failures.
      client: Port of Ellem
      date: 2021-03-04
      order: 3.1
      thumbnail: ./lamp.png
      technologies: [Elixir, LoRa]
      screenshots:
        - image: ./map.png
          alt: Map of the quay with forty lamps
      aliases: [/lamps, /old/lamps/, /studio/work/harbour-lights/, /work/harbour-lights/]
      ---

      ![The quay](./map.png "Forty lamps in a row.")

      The port walks its quay each night.

      ## The Challenge

      Salt eats every contact.

      ## Our Solution

      See /projects/salt-log/ and \`{{ site.baseurl }}\`.

      {{ kept }}

      ## Results & Impact

      - **70% fewer walks:** from 30 a month to 9
      - **Happier guards** by their own word
      "
    `);
  });

  test('has a report of every field and of what is left to do', async () => {
    const { documents, skipped } = await importSite(jekyllSite);
    expect(formatImport({ documents, skipped, problems: [], dryRun: true })).toMatchInlineSnapshot(`
      "mapped: name → title, excerpt → tagline, company → client, weight N.N → 3.1, weight → order, header.teaser → thumbnail, gallery → screenshots, redirect_from → aliases, tags → technologies, the file's name → date, published → draft
      kept in extra: image
      dropped: layout, text, links
      _case_studies/_template.md  skipped: a template for authors, not a case study

      To do
        src/content/projects/salt-log/index.md
          image: the picture missing.png is not in the old site

      2 documents would be written: 1 public, 1 draft.
      3 pictures would be copied, 1 not found.
      Look first at src/content/projects/salt-log/index.md: 1 thing to do."
    `);
  });
});

test('a Hugo bundle in TOML becomes a valid document', async () => {
  const { documents, errors } = await importSite(hugoSite);
  expect(errors).toEqual([]);
  expect(documents[0]?.text).toMatchInlineSnapshot(`
    "---
    title: Grain Dryer
    tagline: Dries by weight.
    client:
      name: Oak Mill
      industry: Food
    date: 2020-09-30
    thumbnail:
      image: ./kiln.png
      alt: The kiln at night
    technologies: [Rust, CAN bus]
    metrics:
      - number: 40%
        text: less gas
    aliases: [/2020/dryer, /done/dryer/]
    ---

    ![The kiln](./kiln.png)

    [Video](https://www.youtube.com/watch?v=dQw4w9WgXcQ)
    "
  `);
});

test('MDX of Astro becomes valid Markdown', async () => {
  const { documents, errors } = await importSite(astroSite);
  expect(errors).toEqual([]);
  expect(documents[0]?.text).toMatchInlineSnapshot(`
    "---
    title: Ferry App
    tagline: Tickets that work without a signal.
    client: Isle Line
    date: 2022-05-12
    thumbnail: ./deck.png
    technologies: [Kotlin, SQLite]
    links:
      - label: Source code
        url: https://example.com/ferry
    aliases: [/me/made/ferry-app/, /made/ferry-app/]
    ---

    Crews sell tickets in tunnels.

    ## Problem

    No signal below deck.

    ## Approach

    ![The deck](./deck.png)

    Sell first, settle later.

    - **3x** faster boarding

    Inside
    "
  `);
});

describe('an existing file', () => {
  test.each(['harbour-lights.md', 'harbour-lights/index.mdx', 'Harbour-Lights.md'])('is not overwritten: %s', async (name) => {
    const mine = '---\ntitle: Mine\ndraft: true\n---\n';
    const { root, documents } = await importSite(jekyllSite, { [`src/content/projects/${name}`]: mine });
    expect(documents[0]?.occupied).toBe(`src/content/projects/${name.split('/')[0]}`);
    expect(
      Object.entries(harvest(join(root, 'src/content/projects'))).filter(([path]) => path.toLowerCase().startsWith('harbour')),
    ).toEqual([[name, mine]]);
  });

  test('keeps its addresses', async () => {
    const { documents, errors } = await importSite(jekyllSite, {
      'src/content/pages/lamps.md': '---\ntitle: Lamps\ndescription: All of them.\n---\n',
    });
    expect(errors).toEqual([]);
    expect(documents[0]?.text).toMatch(/aliases: \[\/old\/lamps\//);
    expect(documents[0]?.logEntries).toContainEqual({
      kind: 'unsure',
      field: 'aliases',
      text: '/lamps is an address of src/content/pages/lamps.md and cannot redirect here',
    });
  });
});

describe('documents of one name', () => {
  test('are named after their folders', async () => {
    const { documents, errors } = await importSite({
      '_config.yml': '',
      '_projects/a/index.md': '---\ntitle: A\n---\n',
      '_portfolio/a.md': '---\ntitle: B\n---\n',
    });
    expect(documents.map(({ slug }) => slug)).toEqual(['a', 'projects-a']);
    expect(errors).toEqual([]);
  });

  test('are translations if their names contain a language', async () => {
    const { documents, errors } = await importSite({
      ...hugoSite,
      'content/portfolio/grain-dryer/index.de.md': '+++\ntitle = "Korntrockner"\nslug = "dryer"\n+++\nTrocknet.',
    });
    expect(documents.map(({ path }) => path)).toEqual(['src/content/projects/dryer/index.de.md', 'src/content/projects/dryer/index.md']);
    expect(errors).toEqual([]);
  });
});

describe('a site can be opened', () => {
  test.each([
    ['at its root', '', 'jekyll'],
    ['at a collection', '_case_studies', 'jekyll'],
    ['at one document', '_case_studies/salt-log.md', 'jekyll'],
  ])('%s', (_, path, system) => {
    const site = openSite(join(plant(jekyllSite), path));
    expect(site?.system).toBe(system);
    expect(site?.base).toBe('/studio');
    expect(site?.documents.map((file) => file.path)).toContain('_case_studies/salt-log.md');
  });

  test('as a bare folder of Markdown', () => {
    expect(openSite(plant({ 'one.md': '', 'x/two.md': '', 'page.html': '<html>' }))?.documents.map(({ path }) => path)).toEqual([
      'one.md',
      'x/two.md',
    ]);
  });

  test('unless the path does not exist', () => expect(openSite('/nowhere/at/all')).toBeNull());
});

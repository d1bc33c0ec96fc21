import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatImport } from '../../../scripts/import/report.ts';
import { astroSite, harvest, hugoSite, importSite, jekyllSite, plant } from '../../fixtures/import/sites.ts';
import { openSite } from '../../../scripts/import/source-site.ts';

describe('a Jekyll collection', () => {
  test('becomes documents without an error, its pictures beside them', async () => {
    const { root, documents, errors } = await importSite(jekyllSite);
    expect(errors).toEqual([]);
    expect(documents.map(({ path, copies }) => [path, copies.map(({ name }) => name)])).toEqual([
      ['src/content/projects/harbour-lights/index.md', ['lamp.png', 'map.png']],
      ['src/content/projects/salt-log/index.md', ['lamp.png']],
    ]);
    expect(existsSync(join(root, 'src/content/projects/harbour-lights/map.png'))).toBe(true);
  });

  test('keeps what it says, under our names', async () => {
    const { documents } = await importSite(jekyllSite);
    expect(documents[0]?.text).toMatchInlineSnapshot(`
      "---
      title: Harbour Lights
      tagline: Lamps that report their own failures.
      client: Port of Ellem
      date: 2021-03-04
      thumbnail: ./lamp.png
      technologies: [Elixir, LoRa]
      business_context: |
        ![The quay](./map.png)

        *Forty lamps in a row.*


        The port walks its quay each night.
      technical_challenges: Salt eats [every contact](/projects/salt-log/).
      solutions: |
        See /projects/salt-log/ and \`{{ site.baseurl }}\`.

        {{ kept }}
      results_metrics: |
        - **70% fewer walks:** from 30 a month to 9
        - **Happier guards** by their own word

        {% include map.html zoom="3" %}
      metrics: ["70% fewer walks: from 30 a month to 9"]
      screenshots:
        - image: ./map.png
          alt: Map of the quay with forty lamps
      aliases: [/lamps, /old/lamps/, /studio/work/harbour-lights/, /work/harbour-lights/]
      extra:
        weight: "3.10"
      ---
      "
    `);
  });

  test('tells what became of everything, and what is left to do', async () => {
    const { documents, skipped } = await importSite(jekyllSite);
    expect(formatImport({ documents, skipped, problems: [], dryRun: true })).toMatchInlineSnapshot(`
      "_case_studies/2021-03-04-harbour-lights.md → src/content/projects/harbour-lights/index.md  with 2 pictures  (dry run)
        became           name → title
        became           excerpt → tagline
        became           company → client
        became           header.teaser → thumbnail
        became           tags → technologies
        became           gallery → screenshots
        became           redirect_from → aliases
        became           the file's name → date
        became           the section The Challenge → technical_challenges
        became           the section Our Solution → solutions
        became           the section Results & Impact → results_metrics
        became           1 bold-led points of the results → metrics
        kept below extra weight: 3.10
        left out         layout: case
        left out         text: an attribute list of kramdown: {: .big}
        please look      technologies: taken from \`tags\`: keep what the work is made of
        please look      text: Liquid that nothing fills in here: {% include map.html zoom="3" %}
        please look      business_context: the text before the first heading was taken for it
      _case_studies/salt-log.md → src/content/projects/salt-log/index.md  with 1 picture  (dry run)
        became           published → draft
        kept below extra image: missing.png
        to fill in       image: the picture missing.png is not in the old site
        to fill in       tagline: one sentence, at most 200 characters
        to fill in       client: whom the work was for; \`{name, alias, confidential: true}\` keeps the name to yourself
        to fill in       technologies: a list of what it is made of
        to fill in       business_context: why it mattered to the client
        to fill in       technical_challenges: what stood in the way
        to fill in       solutions: what was done
      _case_studies/_template.md  not brought over: its name begins with \`_\` or \`.\`, which leaves it out there and here

      2 documents in, 2 would be written with 3 pictures.
      2 of 2 valid (0 errors, 0 warnings): 1 complete, 1 drafts until what is "to fill in" is filled in."
    `);
  });
});

test('a Hugo bundle in TOML becomes a document without an error', async () => {
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
    draft: true
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


    [Video](https://www.youtube.com/watch?v=dQw4w9WgXcQ) {{< unheard-of "x" >}}
    "
  `);
});

test('MDX of Astro becomes Markdown without an error', async () => {
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
    business_context: Crews sell tickets in tunnels.
    technical_challenges: No signal below deck.
    solutions: |
      ![The deck](./deck.png)


      Sell first, finalizeDraft later.


      - **3x** faster boarding


      <!-- <Toggle size="2"> -->

      Inside
    links:
      - label: Source code
        url: https://example.com/ferry
    aliases: [/me/made/ferry-app/, /made/ferry-app/]
    ---
    "
  `);
});

describe('what is there already', () => {
  test.each(['harbour-lights.md', 'harbour-lights/index.mdx', 'Harbour-Lights.md'])('is left alone: %s', async (name) => {
    const mine = '---\ntitle: Mine\ndraft: true\n---\n';
    const { root, documents } = await importSite(jekyllSite, { [`src/content/projects/${name}`]: mine });
    expect(documents[0]?.occupied).toBe(`src/content/projects/${name.split('/')[0]}`);
    expect(
      Object.entries(harvest(join(root, 'src/content/projects'))).filter(([path]) => path.toLowerCase().startsWith('harbour')),
    ).toEqual([[name, mine]]);
  });

  test('an address that a page has is not claimed', async () => {
    const { documents, errors } = await importSite(jekyllSite, {
      'src/content/pages/lamps.md': '---\ntitle: Lamps\ndescription: All of them.\n---\n',
    });
    expect(errors).toEqual([]);
    expect(documents[0]?.text).toMatch(/aliases: \[\/old\/lamps\//);
    expect(documents[0]?.notes).toContainEqual({
      kind: 'unsure',
      field: 'aliases',
      text: '/lamps is an address of src/content/pages/lamps.md and cannot lead here',
    });
  });
});

describe('documents of one name', () => {
  test('keep apart by their folders', async () => {
    const { documents, errors } = await importSite({
      '_config.yml': '',
      '_projects/a/index.md': '---\ntitle: A\n---\n',
      '_portfolio/a.md': '---\ntitle: B\n---\n',
    });
    expect(documents.map(({ slug }) => slug)).toEqual(['a', 'projects-a']);
    expect(errors).toEqual([]);
  });

  test('are translations where their names say a language', async () => {
    const { documents, errors } = await importSite({
      ...hugoSite,
      'content/portfolio/grain-dryer/index.de.md': '+++\ntitle = "Korntrockner"\nslug = "dryer"\n+++\nTrocknet.',
    });
    expect(documents.map(({ path }) => path)).toEqual(['src/content/projects/dryer/index.de.md', 'src/content/projects/dryer/index.md']);
    expect(errors).toEqual([]);
  });
});

describe('a site is opened', () => {
  test.each([
    ['at its top', '', 'jekyll'],
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

  test('as nothing where there is nothing', () => expect(openSite('/nowhere/at/all')).toBeNull());
});

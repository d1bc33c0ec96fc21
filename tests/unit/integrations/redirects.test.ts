import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HookParameters } from 'astro';
import { expect, test } from 'vitest';
import redirects from '../../../src/integrations/redirects.ts';
import site from '../../../src/site.config.ts';
import { makeDocument } from '../../fixtures/documents/make.ts';
import { harvest, plant } from '../../fixtures/import/sites.ts';

/** Run the end of a build whose output has a page and a feed already. */
async function endBuild(alias: string): Promise<Record<string, unknown>> {
  const root = plant({
    'src/site.config.ts': '',
    'src/content/projects/rota.md': makeDocument({ thumbnail: null, aliases: `aliases: [${alias}]` }),
  });
  const dist = join(root, 'dist');
  mkdirSync(join(dist, 'kinds/first'), { recursive: true });
  for (const name of ['kinds/first/index.html', 'rss.xml']) writeFileSync(join(dist, name), 'of the build');
  const { hooks } = redirects(site);
  await hooks['astro:config:done']?.({ config: { root: pathToFileURL(`${root}/`) } } as HookParameters<'astro:config:done'>);
  await hooks['astro:build:done']?.({ dir: pathToFileURL(`${dist}/`) } as HookParameters<'astro:build:done'>);
  return harvest(dist);
}

test('an old address has a page that leads to the new one', async () => {
  expect(Object.keys(await endBuild('/old/rota/'))).toContain('old/rota/index.html');
});

test.each(['/kinds/first/', '/rss.xml/old/'])(
  'an old address that a page or a file of the build has, %s, stops the build',
  async (alias) => {
    await expect(endBuild(alias)).rejects.toMatchObject({
      message: `The old address ${alias} is a page or file of the site, so it cannot redirect to /projects/rota/.`,
      hint: expect.stringContaining('Delete it from `aliases`') as string,
    });
  },
);

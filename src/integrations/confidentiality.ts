import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { AstroError } from 'astro/errors';
import { fold, namesIn } from '../lib/confidentiality.ts';
import { listOutput } from '../lib/delivery/output.ts';
import { readContent } from '../loaders/content-source.ts';

/** Search every byte and file name of the output for names of confidential clients; fail the build and list the files that contain one. */
export default function confidentiality(): AstroIntegration {
  let root: string;
  return {
    name: 'confidentiality',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir }) => {
        const { documents } = await readContent(root);
        const names = documents.flatMap((document) => {
          if (document.collection !== 'projects') return [];
          const { client } = document.data;
          return client?.confidential ? [client.name, ...client.also] : [];
        });
        if (names.length === 0) return;
        const dist = fileURLToPath(dir);
        const hits: string[] = [];
        for (const file of listOutput(dir)) {
          const inside = await namesIn(readFileSync(join(dist, file)), names);
          const found = new Set([...inside, ...names.filter((name) => fold(file).includes(fold(name)))]);
          if (found.size > 0) hits.push(`${file} contains ${[...found].join(', ')}`);
        }
        if (hits.length > 0) {
          throw new AstroError(
            `The site would publish the name of a confidential client:\n  ${hits.join('\n  ')}`,
            'Remove the name from the document or the picture, or from `client`. The last successful build is unchanged.',
          );
        }
      },
    },
  };
}

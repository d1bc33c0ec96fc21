import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { AstroError } from 'astro/errors';
import { fold, namesIn } from '../lib/confidentiality.ts';
import { listOutput } from '../lib/delivery/output.ts';
import { readContent } from '../loaders/content-source.ts';

/** Search every byte and file name of the build for the names of confidential clients; a hit fails the build and names the file. */
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
        const names = documents.flatMap((document) =>
          document.collection === 'projects' && document.data.client.confidential
            ? [document.data.client.name, ...document.data.client.also]
            : [],
        );
        if (names.length === 0) return;
        const dist = fileURLToPath(dir);
        const hits: string[] = [];
        for (const file of listOutput(dir)) {
          const inside = await namesIn(readFileSync(join(dist, file)), names);
          const found = new Set([...inside, ...names.filter((name) => fold(file).includes(fold(name)))]);
          if (found.size > 0) hits.push(`${file} names ${[...found].join(', ')}`);
        }
        if (hits.length > 0) {
          throw new AstroError(
            `A confidential client is named in what would be published:\n  ${hits.join('\n  ')}`,
            'Take the name out of the document or the picture, or out of `client`. The site that was built last is untouched.',
          );
        }
      },
    },
  };
}

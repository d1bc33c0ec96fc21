import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { AstroError } from 'astro/errors';
import { namesClient } from '../checks/cross-document/confidential.ts';
import { createNameSearch } from '../lib/confidentiality.ts';
import { listOutput } from '../lib/delivery/output.ts';
import { lastContent } from '../loaders/content-source.ts';
import { afterBuild } from './after-build.ts';

/** Search every file and file name of the output for names of confidential clients; fail the build and list the files that contain one. */
export default function confidentiality(): AstroIntegration {
  return afterBuild('confidentiality', async ({ root, dist }) => {
    const { documents, diagnostics } = await lastContent(root);
    const names = documents.flatMap((document) => {
      if (document.collection !== 'projects') return [];
      const { client } = document.data;
      return client?.confidential ? [client.name, ...client.also] : [];
    });
    if (names.length === 0) return;
    const search = createNameSearch(names);
    const hits: string[] = [];
    for (const file of listOutput(dist)) {
      const found = new Set([...(await search.inFile(readFileSync(join(dist, file)))), ...search.inText(file)]);
      if (found.size > 0) hits.push(`${file} contains ${[...found].join(', ')}`);
    }
    if (hits.length === 0) return;
    const places = diagnostics
      .filter(({ message }) => message === namesClient)
      .map(({ path, line, column, field, value = '' }) => `${path}:${line}:${column}  ${field}  ${value}`);
    throw new AstroError(
      `The site would publish the name of a confidential client:${list(hits)}`,
      (places.length > 0
        ? `These places of the documents name a confidential client:${list(places)}\nWrite the alias there.`
        : 'No document has the name in its text: look in its pictures, in `public/` and in the options.') +
        ' The last successful build is unchanged.',
    );
  });
}

function list(lines: readonly string[]): string {
  const shown = lines.slice(0, maxLines);
  return [...shown, ...(lines.length > maxLines ? [`and ${lines.length - maxLines} more`] : [])].map((line) => `\n  ${line}`).join('');
}

const maxLines = 50;

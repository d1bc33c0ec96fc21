import { documentTextOf, readJson, textOf } from './body.ts';
import { documentEntries } from './catalogue.ts';
import { openDocument, saveDocument } from './documents.ts';
import { findingsOf } from './findings.ts';
import type { Endpoint } from './handler.ts';
import { findDocument } from './paths.ts';
import { describeSite } from './site.ts';

/** What the studio answers, by address and method, as `api.ts` declares it. */
export const endpoints = {
  site: { GET: ({ workspace }) => describeSite(workspace) },
  documents: { GET: ({ workspace }) => documentEntries(workspace) },
  document: {
    GET: ({ query, workspace }) => openDocument(textOf(query, 'path'), workspace),
    PUT: async ({ request, workspace }) => {
      const body = await readJson(request);
      return saveDocument({ path: textOf(body, 'path'), text: documentTextOf(body), version: textOf(body, 'version') }, workspace);
    },
  },
  check: {
    POST: async ({ request, workspace }) => {
      const body = await readJson(request);
      return findingsOf(findDocument(workspace.root, textOf(body, 'path')), documentTextOf(body), workspace);
    },
  },
} satisfies Record<string, Partial<Record<'GET' | 'POST' | 'PUT', Endpoint>>>;

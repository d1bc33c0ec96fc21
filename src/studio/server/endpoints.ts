import type { IncomingMessage } from 'node:http';
import { createLinks } from '../../lib/markdown/links.ts';
import { renderMarkdown } from '../../lib/markdown/markdown.ts';
import { deleteDocument, restoreDocument } from './bin.ts';
import { documentTextOf, largestPicture, readBytes, readJson, textOf, textsOf } from './body.ts';
import { documentEntries } from './catalogue.ts';
import { openDocument, saveDocument } from './documents.ts';
import { findingsOf } from './findings.ts';
import { createDocument, duplicateDocument, translateDocument } from './new-documents.ts';
import { reorder } from './order.ts';
import { findDocument } from './paths.ts';
import { storePicture } from './pictures.ts';
import { describeSite } from './site.ts';
import type { Workspace } from './workspace.ts';

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
  new: {
    POST: async ({ request, workspace }) => {
      const body = await readJson(request);
      return createDocument({ collection: textOf(body, 'collection'), title: textOf(body, 'title') }, workspace);
    },
  },
  duplicate: {
    POST: async ({ request, workspace }) => {
      const body = await readJson(request);
      return duplicateDocument({ path: textOf(body, 'path'), title: textOf(body, 'title') }, workspace);
    },
  },
  translate: {
    POST: async ({ request, workspace }) => {
      const body = await readJson(request);
      return translateDocument({ path: textOf(body, 'path'), lang: textOf(body, 'lang') }, workspace);
    },
  },
  delete: {
    POST: async ({ request, workspace }) => {
      const body = await readJson(request);
      return deleteDocument({ path: textOf(body, 'path'), version: textOf(body, 'version') }, workspace);
    },
  },
  restore: { POST: async ({ request, workspace }) => restoreDocument({ restore: textOf(await readJson(request), 'restore') }, workspace) },
  reorder: { POST: async ({ request, workspace }) => reorder(textsOf(await readJson(request), 'paths'), workspace) },
  picture: {
    POST: async ({ request, query, workspace }) => {
      const bytes = await readBytes(request, largestPicture);
      return storePicture({ path: textOf(query, 'path'), name: textOf(query, 'name'), bytes }, workspace);
    },
  },
  preview: {
    POST: async ({ request, workspace: { site, urls } }) => {
      const markdown = documentTextOf(await readJson(request), 'markdown');
      return { html: renderMarkdown(markdown, { headingBase: 2, locale: site.locale, links: createLinks({}, urls.written) }) };
    },
  },
} satisfies Record<string, Partial<Record<'GET' | 'POST' | 'PUT', Endpoint>>>;

export type Endpoint = (asked: Asked) => unknown;

export interface Asked {
  request: IncomingMessage;
  query: Record<string, string>;
  workspace: Workspace;
}

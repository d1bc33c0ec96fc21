import type { IncomingMessage } from 'node:http';
import { createLinks } from '../../lib/markdown/links.ts';
import { renderMarkdown } from '../../lib/markdown/markdown.ts';
import type { Answer, StudioApi } from '../api.ts';
import { deleteDocument, restoreDocument } from './bin.ts';
import { largestPicture, readBytes, readJson, textOf, textsOf } from './body.ts';
import { documentEntries } from './catalogue.ts';
import { openDocument, saveDocument } from './documents.ts';
import { findingsOf } from './findings.ts';
import { createDocument, duplicateDocument, translateDocument } from './new-documents.ts';
import { reorder } from './order.ts';
import { findDocument } from './paths.ts';
import { storePicture } from './pictures.ts';
import { describeSite } from './site.ts';
import type { Workspace } from './workspace.ts';

interface Asked {
  request: IncomingMessage;
  query: Record<string, string>;
  workspace: Workspace;
}

type Endpoints = { [K in keyof StudioApi]: (asked: Asked) => Answer<K> | Promise<Answer<K>> };

/** What the studio answers. */
export const endpoints: Endpoints = {
  'GET site': ({ workspace }) => describeSite(workspace),
  'GET documents': ({ workspace }) => documentEntries(workspace),
  'GET document': ({ query, workspace }) => openDocument(textOf(query, 'path'), workspace),
  'POST check': withTexts(['path', 'text'], ({ path, text }, workspace) => findingsOf(findDocument(workspace.root, path), text, workspace)),
  'PUT document': withTexts(['path', 'text', 'version'], saveDocument),
  'POST new': withTexts(['collection', 'title'], createDocument),
  'POST duplicate': withTexts(['path', 'title'], duplicateDocument),
  'POST translate': withTexts(['path', 'lang'], translateDocument),
  'POST delete': withTexts(['path', 'version'], deleteDocument),
  'POST restore': withTexts(['restore'], restoreDocument),
  'POST reorder': async ({ request, workspace }) => reorder(textsOf(await readJson(request), 'paths'), workspace),
  'POST picture': async ({ request, query, workspace }) => {
    const bytes = await readBytes(request, largestPicture);
    return storePicture({ path: textOf(query, 'path'), name: textOf(query, 'name'), bytes }, workspace);
  },
  'POST preview': withTexts(['markdown'], ({ markdown }, { site, urls }) => ({
    html: renderMarkdown(markdown, { headingBase: 2, locale: site.locale, links: createLinks({}, urls.written) }),
  })),
};

/** Answer a request whose body has some texts. */
function withTexts<Name extends string, T>(names: readonly Name[], answer: (texts: Record<Name, string>, workspace: Workspace) => T) {
  return async ({ request, workspace }: Asked): Promise<Awaited<T>> => {
    const body = await readJson(request);
    const texts = Object.fromEntries(names.map((name) => [name, textOf(body, name)])) as Record<Name, string>;
    return await answer(texts, workspace);
  };
}

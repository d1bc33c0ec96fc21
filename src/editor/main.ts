import CMS from '@sveltia/cms';
import { z } from 'zod';
import { formatOf, type CmsConfig, type EditedCollection, type Extension } from '../lib/editor/cms-config.ts';
import type { JsonSchema } from '../lib/json-schema.ts';
import { readEntry, writeEntry } from './document-format.ts';
import './editor.css';
import { findingsField } from './findings-field.ts';
import { preview } from './preview.ts';

/** What the page of the editor knows of its site; the page has it as JSON. */
interface SiteData {
  config: CmsConfig;
  schemas: Record<EditedCollection, JsonSchema>;
  locale: string;
  /** Path of the site's styles. */
  previewStyles: string;
}

const { config, schemas, locale, previewStyles } = JSON.parse(document.querySelector('#site')?.textContent ?? '') as SiteData;

// The policy forbids code from text, with which Zod would be faster.
z.config({ jitless: true });

for (const collection of Object.keys(schemas) as EditedCollection[])
  for (const extension of ['md', 'mdx'] as Extension[])
    CMS.registerCustomFormat(formatOf(collection, extension), extension, {
      fromFile: (text) => readEntry(text, schemas[collection]),
      toFile: (entry) => writeEntry(entry, schemas[collection]),
    });

const schemaOf = (name: string): JsonSchema => schemas[collectionOf(name)];

CMS.registerFieldType('findings', findingsField({ schemaOf, pathOf, locale }));
for (const { name } of config.collections)
  CMS.registerPreviewTemplate(name, preview({ schema: schemaOf(name), path: pathOf(name, ''), locale }));
CMS.registerPreviewStyle(new URL(previewStyles, location.href).href);
void CMS.init({ config });
addEventListener('keydown', pressNew, true);

/** Begin a document by Enter or Space on “New”: by keys, Sveltia opens a menu there that has nothing in it. */
function pressNew(event: KeyboardEvent): void {
  const button = (event.target as Element).closest<HTMLElement>('button[aria-keyshortcuts$="+E"]');
  if (!button || (event.key !== 'Enter' && event.key !== ' ')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  button.click();
}

/** Where a document of a collection is, or will be. One beside the language of the site is a translation. */
function pathOf(name: string, slug: string, others: string[] = []): string {
  const { folder, path, format } = config.collections.find((one) => one.name === name) ?? { folder: '', path: '{{slug}}', format: '' };
  const [main = '', ...translations] = config.i18n?.locales ?? [];
  const lang = others.includes(main) ? translations.find((one) => !others.includes(one)) : undefined;
  const named = path.replace('{{slug}}', slug || 'new') + (lang ? `.${lang}` : '');
  return `${folder}/${named}.${format.endsWith('-mdx') ? 'mdx' : 'md'}`;
}

function collectionOf(name: string): EditedCollection {
  return name.startsWith('pages') ? 'pages' : 'projects';
}

import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { collectionFolder } from '../../documents/collections.ts';
import { readFileName, slugify } from '../../documents/file-names.ts';
import { textAt } from '../../documents/values.ts';
import { readDocument } from '../../documents/document.ts';
import { isLanguageTag, languageOf } from '../../i18n/languages.ts';
import { editedCollections, type EditedCollection, type Input } from '../api.ts';
import { editFields, validTitle } from './front-matter-edits.ts';
import { findDocument, realFile, realFolder } from './paths.ts';
import { Refusal } from './refusal.ts';
import { freeName, readTextFile, writeFileSafely } from './text-files.ts';
import type { Workspace } from './workspace.ts';

/** Create a document with what its schema requires, as a draft; a case study has a folder for its pictures. */
export async function createDocument(
  { collection, title }: Record<'collection' | 'title', string>,
  workspace: Workspace,
): Promise<{ path: string }> {
  const { root } = workspace;
  const known = editedCollections.find((one) => one === collection);
  if (!known) throw new Refusal(400, `\`${collection}\` is no kind of document.`);
  const valid = validTitle(title, known);
  return workspace.change(() => {
    const slug = freeSlug(root, known, valid);
    const path = `${collectionFolder(known)}/${slug}${known === 'projects' ? '/index' : ''}.md`;
    const fields = { title: valid, ...(known === 'selections' && { projects: [] }), draft: true };
    return { path: write(root, path, editFields('---\n---\n', fields, { collection: known, path })) };
  });
}

/** Copy a document as a draft under another slug, with the pictures in its folder, without what only one document can have. */
export async function duplicateDocument({ path, title }: Input<'POST duplicate'>, workspace: Workspace): Promise<{ path: string }> {
  const { root } = workspace;
  const { file, collection, relative, name } = findDocument(root, path);
  if (name.lang) throw new Refusal(400, `${path} is a translation.`, { fix: 'Duplicate its original.' });
  const valid = validTitle(title, collection);
  const unique = { permalink: undefined, aliases: undefined, redirect_from: undefined };
  const text = editFields(readTextFile(file, path).text, { title: valid, draft: true, ...unique }, { collection, path });
  return workspace.change(() => {
    const slug = freeSlug(root, collection, valid);
    const extension = posix.extname(path);
    const folder = collectionFolder(collection);
    if (!relative.includes('/')) return { path: write(root, `${folder}/${slug}${extension}`, text) };
    const copy = write(root, `${folder}/${slug}/index${extension}`, text);
    copyPictures(dirname(file), join(root, folder, slug));
    return { path: copy };
  });
}

/** Begin a translation: a copy of the original as a draft, without the fields that the page takes from the original. */
export async function translateDocument({ path, lang }: Input<'POST translate'>, workspace: Workspace): Promise<{ path: string }> {
  const { root, site } = workspace;
  const { file, collection, name } = findDocument(root, path);
  if (name.lang) throw new Refusal(400, `${path} is a translation itself.`, { fix: 'Translate its original.' });
  if (!isLanguageTag(lang) || languageOf(lang) === null || !readFileName(`x.${lang}.md`)?.lang)
    throw new Refusal(400, `The site has no texts in \`${lang}\`.`, { fix: 'Choose one of the languages of the list.' });
  const { text, bytes } = readTextFile(file, path);
  const written = textAt(readDocument(bytes, path).data, ['lang']);
  if (languageOf(written && isLanguageTag(written) ? written : site.locale) === languageOf(lang))
    throw new Refusal(400, `${path} is in that language already.`, { fix: 'Choose another language.' });
  const translation = path.replace(/\.mdx?$/, (extension) => `.${lang}${extension}`);
  const draft = editFields(text, { ...ofOriginal, draft: true }, { collection, path });
  return workspace.change(() => ({ path: write(root, translation, draft) }));
}

/** Fields of the original that count for its translations too. */
const ofOriginal = {
  ...{ order: undefined, featured: undefined, related: undefined, lang: undefined, publish_at: undefined, expires: undefined },
  ...{ permalink: undefined, aliases: undefined, redirect_from: undefined },
};

function write(root: string, path: string, text: string): string {
  if (realFile(root, path) !== null) throw new Refusal(409, `${path} exists already.`, { fix: 'Open it from the list.' });
  const folder = realFolder(root, posix.dirname(path));
  mkdirSync(folder, { recursive: true });
  writeFileSafely(join(folder, posix.basename(path)), text);
  return path;
}

/** Return a slug made from a title that no document of a collection has, in either form. */
function freeSlug(root: string, collection: EditedCollection, title: string): string {
  const folder = realFolder(root, collectionFolder(collection));
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const taken = new Set(names.map((name) => name.toLowerCase().replace(/\..*$/s, '')));
  return freeName(slugify(title), (slug) => taken.has(slug));
}

/** Copy what is in the folder of a document besides documents. */
function copyPictures(from: string, to: string): void {
  const isPicture = (path: string): boolean => !/^\.|\.mdx?$/i.test(basename(path)) && !lstatSync(path).isSymbolicLink();
  cpSync(from, to, { recursive: true, filter: isPicture });
}

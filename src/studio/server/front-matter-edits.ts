import { CannotWrite, readParts, writeDocument } from '../../lib/content/write-document.ts';
import type { Fields } from '../../lib/content/values.ts';
import { pageSchema } from '../../schemas/page.ts';
import { projectSchema } from '../../schemas/project.ts';
import { selectionSchema } from '../../schemas/selection.ts';
import type { EditedCollection } from '../api.ts';
import { Refusal } from './refusal.ts';

/** The schemas of the collections that the studio edits. */
export const schemas = { projects: projectSchema, pages: pageSchema, selections: selectionSchema } as const;

/** Change some fields of a document, and nothing else of its text; undefined removes a field. */
export function editFields(text: string, changes: Fields, { collection, path }: { collection: EditedCollection; path: string }): string {
  try {
    const fields = { ...(readParts(text.replace(/^\uFEFF/, '')).data as Fields), ...changes };
    return writeDocument(text, { fields }, Object.keys(schemas[collection].shape));
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error;
    throw new Refusal(422, `${path} cannot be changed: ${error.message}.`, { fix: 'Correct it in a text editor.' });
  }
}

/** Refuse a title that the schema refuses. */
export function validTitle(title: string, collection: EditedCollection): string {
  const { error } = schemas[collection].shape.title.safeParse(title);
  if (error) throw new Refusal(400, `The title ${error.issues[0]?.message ?? 'is not valid'}.`, { fix: 'Write another one.' });
  return title.trim();
}

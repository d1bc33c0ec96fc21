import { SourceScalar } from '../schemas/scalar.ts';
import { sectionFields } from '../schemas/sections.ts';
import { escapeControlCharacters, type FieldDiagnostic } from '../documents/diagnostic.ts';
import type { Document } from '../documents/document.ts';
import { findForeignSyntax } from './foreign-syntax.ts';

/** A text in the front matter. */
export interface TextField {
  path: PropertyKey[];
  text: string;
  /** Whether the page renders it as Markdown. */
  markdown: boolean;
}

/** The front-matter fields that are rendered as Markdown. */
const markdownFields: ReadonlySet<string> = new Set([...sectionFields, 'llm_summary']);

/** List every text field with its path, except picture paths and `extra`, which is never shown. */
export function textFields({ data }: Document): TextField[] {
  const fields: TextField[] = [];
  const visit = (value: unknown, path: PropertyKey[]): void => {
    if (typeof value === 'string') fields.push({ path, text: value, markdown: path.length === 1 && markdownFields.has(String(path[0])) });
    else if (typeof value === 'object' && value !== null && !(value instanceof SourceScalar)) {
      for (const [key, inner] of Object.entries(value)) {
        if (mediaPaths.has(key) || (path.length === 0 && (key === 'extra' || (key === 'thumbnail' && typeof inner === 'string')))) continue;
        visit(inner, [...path, Array.isArray(value) ? Number(key) : key]);
      }
    }
  };
  visit(data, []);
  return fields;
}

/** Keys of paths, which have messages of their own. */
const mediaPaths: ReadonlySet<string> = new Set(['image', 'video', 'poster', 'captions']);

/** The most characters of a text that is not Markdown; the longest label that fits on a page has a few hundred. */
const longestPlainText = 10_000;

/** Check a text that is not Markdown: its length, and code of other systems. */
export function checkPlainText(field: readonly PropertyKey[], text: string, document: Document): FieldDiagnostic[] {
  if (text.length > longestPlainText) {
    const message = `is ${text.length} characters long; ${longestPlainText} are the limit`;
    return [{ severity: 'error', field, ...document.locate(field), message, value: document.written(field), fix: 'shorten it' }];
  }
  return findForeignSyntax(text).map(({ kind, written }): FieldDiagnostic => {
    const message = `contains ${kind}, which is not evaluated here`;
    const fix = 'write out what it stood for, or delete it';
    return { severity: 'warning', field, ...document.locate(field), message, value: escapeControlCharacters(written), fix };
  });
}

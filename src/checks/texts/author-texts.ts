import { SourceScalar } from '../../schemas/scalar.ts';
import { sectionFields } from '../../schemas/sections.ts';
import { errorIn, escapeControlCharacters, warningIn, type FieldDiagnostic } from '../../documents/diagnostic.ts';
import type { Document } from '../../documents/document.ts';
import type { Position } from '../../documents/positions.ts';
import { findForeignSyntax } from './foreign-syntax.ts';

/** A text of a document, as far as it is shown or read by machines. */
export interface AuthorText {
  field: readonly PropertyKey[];
  text: string;
  kind: 'plain' | 'markdown' | 'mdx';
  /** Turns a position in the text into one in the file. */
  positionIn: (position: Position) => Position;
}

/** List the texts of a document: those of its fields, except paths of pictures and `extra`, which is never shown, and its body. */
export function authorTexts(document: Document): AuthorText[] {
  const texts: AuthorText[] = [];
  const visit = (value: unknown, field: PropertyKey[]): void => {
    if (typeof value === 'string') {
      const kind = field.length === 1 && markdownFields.has(String(field[0])) ? 'markdown' : 'plain';
      texts.push({ field, text: value, kind, positionIn: (position) => document.locateIn(field, position) });
    } else if (typeof value === 'object' && value !== null && !(value instanceof SourceScalar)) {
      for (const [key, inner] of Object.entries(value)) {
        if (mediaPaths.has(key) || (field.length === 0 && (key === 'extra' || (key === 'thumbnail' && typeof inner === 'string'))))
          continue;
        visit(inner, [...field, Array.isArray(value) ? Number(key) : key]);
      }
    }
  };
  visit(document.data, []);
  return document.body.length > 2_000_000 ? texts : [...texts, bodyText(document)];
}

function bodyText({ path, body, bodyLine }: Document): AuthorText {
  const positionIn = ({ line, column }: Position): Position => ({ line: line + bodyLine - 1, column });
  return { field: ['body'], text: body, kind: path.endsWith('.mdx') ? 'mdx' : 'markdown', positionIn };
}

/** The front-matter fields that are rendered as Markdown. */
const markdownFields: ReadonlySet<string> = new Set([...sectionFields, 'llm_summary']);

/** Keys of paths, which have messages of their own. */
const mediaPaths: ReadonlySet<string> = new Set(['image', 'video', 'poster', 'captions']);

/** The most characters of a text that is not Markdown; the longest label that fits on a page has a few hundred. */
const longestPlainText = 10_000;

/** Check a text that is not Markdown: its length, and code of other systems. */
export function checkPlainText({ field, text }: AuthorText): FieldDiagnostic[] {
  if (text.length > longestPlainText)
    return [errorIn(field, `is ${text.length} characters long; ${longestPlainText} are the limit`, 'shorten it')];
  const warn = (written: string, message: string, fix: string) =>
    warningIn(field, message, fix, { value: escapeControlCharacters(written) });
  const [html] = htmlCode.exec(text) ?? [];
  const foreign = findForeignSyntax(text).map(({ kind, written }) =>
    warn(written, `contains ${kind}, which is not evaluated here`, 'write out what it stood for, or delete it'),
  );
  if (html === undefined) return foreign;
  return [
    ...foreign,
    warn(html, 'contains code of HTML, which readers see as it is written', 'write the character itself, or plain words'),
  ];
}

/** An entity, or a tag for emphasis. */
const htmlCode =
  /&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z][a-z\d]{1,30});|<\/?(?:b|i|u|em|strong|br|span|sup|sub|small|mark|wbr)(?:\s[^<>]*|\s?\/)?>/i;

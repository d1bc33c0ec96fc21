import { escapeControlCharacters, type Note } from '../../documents/diagnostic.ts';
import { createLocator, type Position } from '../../documents/positions.ts';
import { findUnreadable, findUnreadableCode, mayBeComplex, type Complexity } from './complexity.ts';
import { findForeignSyntax } from './foreign-syntax.ts';

/** A diagnostic of a piece of Markdown; its position counts from the first line. */
export type MarkdownNote = Position & Note;

type Locator = (offset: number) => Position;

/** Check Markdown as far as that needs no parser: whether one can read it and, in a text that has no code, syntax of other systems. */
export function checkUnparsed(text: string, { mdx }: { mdx: boolean }): MarkdownNote[] {
  const unreadable = unreadableNote(text, mdx);
  if (unreadable) return [unreadable];
  if (isPlainProse(text) || mayBeComplex(text) || mayHaveCode.test(text)) return [];
  return foreignNotes(text, { positionAt: createLocator(text), mdx });
}

/** Say why no parser may read a text; null for one that can be parsed. */
export function unreadableNote(text: string, mdx: boolean): MarkdownNote | null {
  const found = findUnreadable(text) ?? (mdx ? findUnreadableCode(text) : null);
  return found && complexityNote(found, createLocator(text));
}

export function complexityNote({ offset, ...rest }: Complexity, positionAt: Locator): MarkdownNote {
  return { severity: 'error', ...positionAt(offset), ...rest };
}

/** Whether a text needs no tree, as most do. */
export function isPlainProse(text: string): boolean {
  return !hasSyntax.test(text) && !mayBeComplex(text);
}

/** Report the syntax of other systems in a text whose code is blanked. */
export function foreignNotes(text: string, { positionAt, mdx }: { positionAt: Locator; mdx: boolean }): MarkdownNote[] {
  return findForeignSyntax(text, { mdx }).map(({ offset, written, kind }) => {
    const message = `contains ${kind}, which is not evaluated here`;
    const fix = 'write out what it stood for, delete it, or put it in backticks to show it';
    return { ...positionAt(offset), severity: 'warning', message, value: escapeControlCharacters(written), fix };
  });
}

/** Pictures, links, alerts, definitions, HTML, fences and foreign template syntax. */
const hasSyntax = /```|~~~|!\[|^ *> ?\[!|https?:|www\.|\[\[|\] ?\(|\]:|<[a-z!/]|\{[{%:]/im;

/** Backticks, tildes, and the indentation of code. */
const mayHaveCode = /[`\t]|~~~| {4}/;

import type { EditedCollection, OpenDocument, Site } from '../api.ts';
import { el, fill } from './elements.ts';

/** What one sees before a document is open. */
export function showWelcome(pane: HTMLElement, { name }: Site): void {
  fill(
    pane,
    el(
      'div',
      { class: 'sheet welcome' },
      el('p', { class: 'eyebrow' }, 'Studio'),
      el('h1', { tabindex: -1 }, name),
      el(
        'p',
        { class: 'deck' },
        'Choose a document to change it, or begin a new one. What you save is written into its file, and nothing else in the file changes.',
      ),
    ),
  );
}

/** Show the text of a document that no form can hold. */
export function showUnreadable(pane: HTMLElement, { path, text }: OpenDocument, reason: string): void {
  fill(
    pane,
    el(
      'div',
      { class: 'sheet' },
      el('p', { class: 'eyebrow' }, path),
      el('h1', { tabindex: -1 }, 'This document needs a text editor'),
      el('p', {}, `The form cannot show it: ${reason}.`),
      el('pre', { class: 'written', tabindex: 0 }, text),
    ),
  );
}

/** The kinds of documents that one can begin. */
export const kinds: readonly (readonly [EditedCollection, string])[] = [
  ['projects', 'Case study'],
  ['pages', 'Page'],
  ['selections', 'Selection of case studies for one reader'],
];

/** Name a language in English. */
export function languageName(lang: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(lang) ?? lang;
}

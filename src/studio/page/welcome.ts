import type { OpenDocument, Site } from '../api.ts';
import { el, fill } from './elements.ts';

/** What one sees before a document is open. */
export function showWelcome(pane: HTMLElement, { name }: Site): void {
  fill(
    pane,
    el(
      'div.sheet.welcome',
      el('p.eyebrow', 'Studio'),
      el('h1', { tabindex: -1 }, name),
      el(
        'p.deck',
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
      'div.sheet',
      el('p.eyebrow', path),
      el('h1', { tabindex: -1 }, 'This document needs a text editor'),
      el('p', `The form cannot show it: ${reason}.`),
      el('pre.written', { tabindex: 0 }, text),
    ),
  );
}

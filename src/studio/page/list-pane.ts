import type { DocumentEntry } from '../api.ts';
import { collectionNames, countWords, groupDocuments, stateWord, type DocumentFamily, type DocumentGroup } from './document-groups.ts';
import { button, el, fill, freshId } from './elements.ts';
import { reorderList } from './reorder.ts';

interface ListActions {
  open: (path: string) => void;
  create: () => void;
  reorder: (paths: string[]) => Promise<boolean>;
}

interface ListPane {
  show: (documents: readonly DocumentEntry[], current: string | null) => void;
  /** Offer to bring a deleted document back. */
  offer: (words: string, restore: () => void) => void;
}

/** Fill the left pane: all documents by collection, with a search and what one can do with them. */
export function openList(pane: HTMLElement, actions: ListActions): ListPane {
  let documents: readonly DocumentEntry[] = [];
  let current: string | null = null;
  let reordering = false;
  const groups = el('div');
  const offered = el('div.offer', { role: 'status' });
  const named = { placeholder: 'Search', 'aria-label': 'Search documents' };
  const search = el('input', { ...named, type: 'search', autocomplete: 'off', oninput: () => draw() });
  const draw = (): void => {
    const shown = groupDocuments(documents, search.value.trim());
    fill(groups, ...shown.map(drawGroup), shown.length === 0 && el('p.help.empty', 'No document matches.'));
  };
  const drawGroup = (group: DocumentGroup): HTMLElement => {
    const heading = freshId();
    const canReorder = group.collection === 'projects' && group.families.length > 1 && search.value.trim() === '';
    const begin = button('Reorder', () => setReordering(true), { class: 'link' });
    return el(
      'section',
      { 'aria-labelledby': heading },
      el('div.group-head', el('h2', { id: heading }, collectionNames[group.collection].all), canReorder && !reordering && begin),
      canReorder && reordering ? reorderList(group.families, { save, cancel: () => setReordering(false) }) : drawFamilies(group.families),
    );
  };
  const drawFamilies = (families: readonly DocumentFamily[]): HTMLElement =>
    families.length === 0
      ? el('p.help.empty', 'None yet.')
      : el(
          'ul.documents',
          ...families.map(({ original, translations }) =>
            el('li', entry(original), translations.length > 0 && el('ul', ...translations.map((one) => el('li', entry(one))))),
          ),
        );
  const entry = (document: DocumentEntry): HTMLElement => {
    const { path, title, lang, errors, warnings } = document;
    const words = [stateWord(document.state), countWords(errors, warnings)].filter(Boolean).join(' · ');
    return el(
      'a',
      {
        href: `?${new URLSearchParams({ path })}`,
        'aria-current': path === current ? 'page' : undefined,
        onclick: (event: MouseEvent) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          actions.open(path);
        },
      },
      el('span.title', lang !== null && el('span.lang', lang), title),
      words && el('span', { class: errors > 0 ? 'facts has-errors' : 'facts' }, words),
    );
  };
  const setReordering = (on: boolean): void => {
    reordering = on;
    draw();
    groups.querySelector<HTMLElement>(on ? '.reorder .down' : '.group-head button')?.focus();
  };
  const save = async (paths: string[]): Promise<void> => {
    if (await actions.reorder(paths)) setReordering(false);
  };
  fill(pane, el('div.list-head', search, button('New', actions.create)), offered, groups);
  return {
    show: (all, path) => {
      [documents, current] = [all, path];
      if (!reordering) draw();
    },
    offer: (words, restore) => {
      const bringBack = (): void => {
        fill(offered);
        restore();
      };
      const back = button('Bring it back', bringBack, { class: 'link' });
      fill(offered, el('p', words), back);
      back.focus();
    },
  };
}

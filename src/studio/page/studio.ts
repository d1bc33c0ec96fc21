import { editedCollections, type DocumentEntry, type EditedCollection } from '../api.ts';
import { CannotWrite } from '../../lib/content/write-document.ts';
import { collectionNames } from './document-groups.ts';
import { askInDialog, askTitle, cancel, complain } from './dialog.ts';
import { announce, el, labelled } from './elements.ts';
import { openForm } from './form-pane.ts';
import { openList } from './list-pane.ts';
import { openPage } from './page-pane.ts';
import { saveSession, showChanges } from './save.ts';
import { ask, Refusal } from './server.ts';
import { Session } from './session.ts';
import { openViews } from './views.ts';
import { showUnreadable, showWelcome } from './welcome.ts';

/** Start the studio in its three panes. Throws `Refusal` when the server does not answer. */
export async function startStudio(panes: { list: HTMLElement; form: HTMLElement; page: HTMLElement }): Promise<void> {
  const site = await ask('GET site');
  const views = openViews();
  const page = openPage(panes.page);
  let documents: DocumentEntry[] = [];
  let session: Session | null = null;
  let lastSave = Promise.resolve(true);
  let showErrors: (reason: string) => void;

  const list = openList(panes.list, {
    open: (path) => void attempt(() => open(path)),
    create: () => void attempt(create),
    reorder: async (paths) => (await attempt(() => reorder(paths))) === true,
  });
  const refresh = async (): Promise<void> => {
    documents = await ask('GET documents');
    list.show(documents, session?.path ?? null);
  };

  const open = async (path: string, { push = true } = {}): Promise<boolean> => {
    if (!(await mayLeave())) return false;
    const opened = await ask('GET document', { path });
    if (push) history.pushState(null, '', addressOf(path));
    try {
      const next = new Session(opened, site.schemas[entryOf(path)?.collection ?? 'projects']);
      session = next;
      showErrors = openForm(panes.form, next, actionsOf(next));
    } catch (error) {
      if (!(error instanceof CannotWrite)) throw error;
      session = null;
      showUnreadable(panes.form, opened, error.message);
    }
    list.show(documents, path);
    page.show(opened.address);
    document.title = `${titleOf(path)} – Studio`;
    views.show('form');
    panes.form.scrollTo(0, 0);
    panes.form.querySelector<HTMLElement>('h1')?.focus();
    return true;
  };

  /** Show no document. */
  const close = (): void => {
    session = null;
    showWelcome(panes.form, site);
    page.clear();
    document.title = `Studio – ${site.name}`;
    list.show(documents, null);
    views.show('list');
  };

  /** Show what the address names; one that cannot be shown, or that one does not want to leave for, is not the address. */
  const follow = async (): Promise<void> => {
    const path = pathInAddress();
    if (path === (session?.path ?? null)) return;
    const edited = session;
    const shown = await attempt(async () => {
      if (path !== null) return open(path, { push: false });
      const leaves = await mayLeave();
      if (leaves) close();
      return leaves;
    });
    if (!shown && edited && edited === session) history.pushState(null, '', addressOf(edited.path));
  };

  const actionsOf = (edited: Session) => ({
    save: () => void save(),
    changes: () => void showChanges(edited),
    duplicate: () => void attempt(() => duplicate(edited)),
    translate: languagesFor(edited.path).length > 0 ? () => void attempt(() => translate(edited)) : null,
    remove: () => void attempt(() => remove(edited)),
  });

  /** Save what is edited, after the save that runs already and what it asks; returns whether it is saved. */
  const save = (): Promise<boolean> => {
    const edited = session;
    if (!edited) return Promise.resolve(false);
    lastSave = lastSave.catch(() => false).then(() => saveOnce(edited));
    return lastSave;
  };

  const saveOnce = async (edited: Session): Promise<boolean> => {
    try {
      if (!(await saveSession(edited))) return false;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (edited === session) showErrors(error.message);
      return false;
    }
    announce('Saved.');
    await attempt(refresh);
    if (edited === session) page.show(edited.disk.address);
    return true;
  };

  /** Ask what becomes of unsaved changes; returns whether one may go on. */
  const mayLeave = async (): Promise<boolean> => {
    if (!session || session.saving === 'saved') return true;
    if (document.querySelector('dialog[open]')) return false;
    const answer = await askInDialog({
      heading: 'Save your changes first?',
      content: [el('p', `${session.path} has changes that are not saved.`)],
      actions: [{ value: 'save', words: 'Save' }, { ...cancel, value: 'discard', words: 'Discard them' }, cancel],
    });
    return answer === 'save' ? save() : answer === 'discard';
  };

  /** Open a document that is made now, and give up what was not saved of the one before; null when one thinks better of it. */
  const openMade = async (make: () => Promise<{ path: string } | null>): Promise<void> => {
    if (!(await mayLeave())) return;
    const made = await make();
    if (made === null) return;
    discard();
    await refresh();
    await open(made.path);
  };

  const create = (): Promise<void> =>
    openMade(async () => {
      const kind = choice(editedCollections, (collection) => collectionNames[collection].one);
      const title = await askTitle('New document', 'Create', { more: labelled('Kind', kind) });
      return title === null ? null : ask('POST new', { collection: kind.value as EditedCollection, title });
    });

  const duplicate = ({ path }: Session): Promise<void> =>
    openMade(async () => {
      const title = await askTitle('Duplicate as a draft', 'Duplicate', { title: `${titleOf(path)} (copy)` });
      return title === null ? null : ask('POST duplicate', { path, title });
    });

  const translate = ({ path }: Session): Promise<void> =>
    openMade(async () => {
      const language = choice(languagesFor(path), languageName);
      const answer = await askInDialog({
        heading: 'Translate',
        content: [labelled('Language', language)],
        actions: [{ value: 'go', words: 'Create the translation' }, cancel],
      });
      return answer === 'go' ? ask('POST translate', { path, lang: language.value }) : null;
    });

  const remove = async ({ path, disk }: Session): Promise<void> => {
    if (!(await mayLeave())) return;
    const title = titleOf(path);
    const { restore } = await ask('POST delete', { path, version: session?.disk.version ?? disk.version });
    history.pushState(null, '', location.pathname);
    close();
    await refresh();
    const bringBack = async (): Promise<void> => {
      const restored = await ask('POST restore', { restore });
      await refresh();
      await open(restored.path);
    };
    list.offer(`“${title}” was deleted.`, () => void attempt(bringBack));
  };

  const reorder = async (paths: string[]): Promise<boolean> => {
    if (!(await mayLeave())) return false;
    const { changed } = await ask('POST reorder', { paths });
    await refresh();
    if (session && changed.includes(session.path)) {
      discard();
      await open(session.path, { push: false });
      views.show('list');
    }
    announce('The order is saved.');
    return true;
  };

  /** What was not saved has been given up. */
  const discard = (): void => {
    if (session) session.saving = 'saved';
  };
  const entryOf = (path: string): DocumentEntry | undefined => documents.find((one) => one.path === path);
  const titleOf = (path: string): string => entryOf(path)?.title ?? path;
  const languagesFor = (path: string): string[] => {
    const own = entryOf(path);
    if (!own || own.lang !== null || own.collection === 'selections') return [];
    const taken = documents.filter(({ collection, slug }) => collection === own.collection && slug === own.slug).map(({ lang }) => lang);
    return site.languages.filter((lang) => lang !== site.locale && !taken.includes(lang));
  };

  addEventListener('beforeunload', (event) => {
    if (session && session.saving !== 'saved') event.preventDefault();
  });
  addEventListener('popstate', () => void follow());
  addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector('dialog[open]')) return;
    const key = event.key.toLowerCase();
    const inText = (event.target as Element).matches?.('input:not([type=checkbox], [type=file]), textarea');
    if (key === 's') void save();
    else if (inText || !session || (key !== 'z' && key !== 'y')) return;
    else if (key === 'y' || event.shiftKey) session.redo();
    else session.undo();
    event.preventDefault();
  });

  close();
  await refresh();
  await follow();
}

function pathInAddress(): string | null {
  return new URLSearchParams(location.search).get('path');
}

function choice<T extends string>(values: readonly T[], wordsFor: (value: T) => string): HTMLSelectElement {
  return el('select', ...values.map((value) => el('option', { value }, wordsFor(value))));
}

/** Name a language in English. */
function languageName(lang: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(lang) ?? lang;
}

function addressOf(path: string): string {
  return `?${new URLSearchParams({ path })}`;
}

/** Do something, and show what the server refuses. */
async function attempt<T>(action: () => Promise<T>): Promise<T | null> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await complain(error.message);
    return null;
  }
}

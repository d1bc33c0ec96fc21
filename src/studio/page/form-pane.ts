import { countWords, stateWord } from './document-groups.ts';
import { announce, button, el, fill, iconButton, rich } from './elements.ts';
import { groupFields, type FieldGroup } from './field-groups.ts';
import { labelOf, needOf } from './field-words.ts';
import type { FieldContext, Spot } from './fields/context.ts';
import { drawField } from './fields/field.ts';
import { fold } from './fields/frame.ts';
import { showFindings, slotOf } from './findings.ts';
import { isFilled } from './form-paths.ts';
import type { Session } from './session.ts';

/** What one can do with a document besides filling in its form. */
interface DocumentActions {
  save: () => void;
  changes: () => void;
  duplicate: () => void;
  translate: (() => void) | null;
  remove: () => void;
}

/** Milliseconds after the last finding before it is announced. */
const announceDelay = 900;

/** Fill the middle pane with the form of a document; returns what shows why it was not saved, with links to what is wrong. */
export function openForm(pane: HTMLElement, session: Session, actions: DocumentActions): (reason: string) => void {
  const form = el('div.form');
  const general = el('div.notes.general');
  const alert = el('div.refused', { tabindex: -1, hidden: true });
  const heading = el('h1', { tabindex: -1 });
  const shown = el('span');
  const refusal = el('p.note.error', { hidden: true });
  const flawed = el('p.note.error', { hidden: true }, 'This draft is saved with errors. The site is not built until you correct them.');
  const context: FieldContext = {
    ...{ session, slots: new Map(), open: new Map() },
    draw: (spot) => drawField(spot, context),
    refresh: () => showFindings(form, general, context),
  };
  const show = (): void => {
    const { activeElement } = document;
    const focused = form.contains(activeElement) ? (activeElement as HTMLElement).dataset['field'] : undefined;
    context.slots.clear();
    const names = new Set([...Object.keys(session.shapes), 'body', ...session.fixed.keys()]);
    fill(form, ...groupFields([...names]).map((group) => section(group, context)));
    context.refresh();
    if (focused !== undefined) context.slots.get(focused)?.input?.focus();
  };
  const describe = (): void => {
    heading.textContent = titleOf(session);
    shown.textContent = stateWord(session.disk.state) || 'Public';
  };
  const focusField = (name: string): void => {
    const slot = context.slots.get(name);
    const target = slot?.input ?? form.querySelector<HTMLElement>(`fieldset[data-field="${CSS.escape(name)}"]`) ?? slot?.notes;
    for (let parent = target?.closest('details'); parent; parent = parent.parentElement?.closest('details')) parent.open = true;
    target?.focus();
    target?.scrollIntoView({ block: 'center' });
  };
  const showErrors = (reason: string): void => {
    const entries = session.errors.map((diagnostic) => {
      const name = slotOf(diagnostic, context);
      const label = context.slots.get(name)?.label ?? (diagnostic.field || 'The file');
      return el('li', el('button.link', { type: 'button', onclick: () => focusField(name) }, ...rich(`${label} ${diagnostic.message}`)));
    });
    fill(alert, el('p', el('strong', 'Not saved. '), reason), entries.length > 0 && el('ul', ...entries));
    alert.hidden = false;
    alert.focus();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tellLater = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const name = (document.activeElement as HTMLElement | null)?.dataset['field'];
      announce((name !== undefined && context.slots.get(name)?.notes.textContent) || '');
    }, announceDelay);
  };
  session.listen((event) => {
    if (event === 'form') show();
    if (event === 'findings') {
      context.refresh();
      tellLater();
      if (session.errors.length === 0) alert.hidden = true;
    }
    describe();
    flawed.hidden = session.saving !== 'saved' || session.errors.length === 0;
    refusal.hidden = session.refusal === null;
    refusal.textContent = `This cannot be written: ${session.refusal}. Nothing is saved until you undo it.`;
  });
  describe();
  fill(
    pane,
    saveBar(session, actions),
    el(
      'div.sheet',
      el('header', el('p.eyebrow', shown, ' · ', el('span.path', session.path.replace('src/content/', ''))), heading),
      el(
        'div.document-actions',
        button('Duplicate', actions.duplicate, { class: 'link' }),
        actions.translate && button('Translate', actions.translate, { class: 'link' }),
        button('Delete', actions.remove, { class: 'link' }),
      ),
      refusal,
      flawed,
      alert,
      general,
      form,
    ),
  );
  show();
  return showErrors;
}

/** Undo, redo, whether all is saved, and Save. */
function saveBar(session: Session, { save, changes }: DocumentActions): HTMLElement {
  const undo = iconButton('undo', 'Undo', () => session.undo());
  const redo = iconButton('redo', 'Redo', () => session.redo());
  const state = el('span.save-state', { role: 'status' });
  const diff = button('Changes', changes, { class: 'link' });
  const saves = button('Save', save, { class: 'button primary', 'aria-keyshortcuts': 'Control+S Meta+S' });
  const show = (): void => {
    undo.disabled = session.history.past.length === 0;
    redo.disabled = session.history.future.length === 0;
    const errors = countWords(session.errors.length, 0);
    const saved = errors ? `Saved, with ${errors}` : 'Saved';
    const words = { saved, unsaved: 'Unsaved changes', saving: 'Saving…' }[session.saving];
    if (state.textContent !== words) state.textContent = words;
    state.dataset['state'] = session.saving === 'saved' && errors ? 'flawed' : session.saving;
    diff.hidden = session.saving === 'saved';
  };
  session.listen(show);
  show();
  return el('div.pane-head.save-bar', undo, redo, state, diff, saves);
}

function section({ name, fields, open }: FieldGroup, context: FieldContext): HTMLElement {
  const { session } = context;
  const filled = fields.filter((key) => session.fixed.has(key) || isFilled(session.value([key]))).length;
  const spots = fields.map((key): Spot => {
    const schema = session.schema.properties?.[key] ?? {};
    const need = needOf(key, schema, session.schema);
    return { path: [key], key, shape: session.shapes[key] ?? text, schema, need };
  });
  const summary = [
    el('span.section-name', name),
    el('span.filled', fields.length > 1 ? `${filled} of ${fields.length}` : ''),
    el('span.count'),
  ];
  // The name of the section is that of its only field.
  if (spots[0] && spots.length === 1 && labelOf(spots[0].key) === name) spots[0].unnamed = true;
  const details = fold(`section ${name}`, summary, open, context, el('div.section-fields', ...spots.map(context.draw)));
  details.classList.add('section');
  return details;
}

function titleOf(session: Session): string {
  const title = session.value(['title']);
  return (typeof title === 'string' && title.trim()) || 'Without a title';
}

const text = { kind: 'text', number: false, boolean: false, markdown: true } as const;

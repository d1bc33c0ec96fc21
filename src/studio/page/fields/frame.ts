import { fieldName } from '../../../documents/diagnostic.ts';
import { el, freshId, rich, type Child } from '../elements.ts';
import { helpOf, labelOf } from '../field-words.ts';
import type { FormPath } from '../form-paths.ts';
import type { FieldContext, Spot } from './context.ts';

/** An input with its label, its help and the place of its findings. */
export function frame(spot: Spot, input: HTMLElement, context: FieldContext, ...beside: Child[]): HTMLElement {
  const label = spot.label ?? labelOf(spot.key);
  const id = freshId();
  const help = helpFor(spot);
  const notes = notesFor(spot, label, input, context);
  input.id = id;
  input.setAttribute('aria-describedby', [help?.id, notes.id].filter(Boolean).join(' '));
  if (spot.bare) {
    input.setAttribute('aria-label', label);
    return el('div.field', input, notes);
  }
  if (input instanceof HTMLInputElement && input.type === 'checkbox')
    return el('div.field.tick', input, el('label', { for: id }, label), help, notes);
  return el('div.field', el('div.label-row', el('label', { for: id }, label, needMark(spot)), ...beside), input, help, notes);
}

/** Fields that belong together, with their name, help and findings. */
export function fieldset(spot: Spot, context: FieldContext, ...children: Child[]): HTMLFieldSetElement {
  const label = spot.label ?? labelOf(spot.key);
  const help = helpFor(spot);
  const notes = notesFor(spot, label, null, context);
  return el(
    'fieldset',
    { 'data-field': fieldName(spot.path), tabindex: -1, 'aria-describedby': [help?.id, notes.id].filter(Boolean).join(' ') },
    el('legend', { class: (spot.bare || spot.unnamed) && 'visually-hidden' }, label, needMark(spot)),
    help,
    ...children,
    notes,
  );
}

/** A part that folds, and stays as it was when it is drawn anew. */
export function fold(name: string, summary: Child[], open: boolean, context: FieldContext, ...children: Child[]): HTMLDetailsElement {
  const details = el('details', { open: context.open.get(name) ?? open }, el('summary', ...summary), ...children);
  details.addEventListener('toggle', () => {
    if (details.open === open) context.open.delete(name);
    else context.open.set(name, details.open);
  });
  return details;
}

/** Fields that fold away below those that stand for their group. */
export function foldedFields({ path, words, open, spots }: Folded, context: FieldContext): HTMLElement {
  return fold(path.join('.'), [words], open, context, el('div.grid', ...spots.map(context.draw)));
}

interface Folded {
  /** Of the group. */
  path: FormPath;
  words: string;
  open: boolean;
  spots: readonly Spot[];
}

function notesFor(spot: Spot, label: string, input: HTMLElement | null, context: FieldContext): HTMLElement {
  const notes = el('div.notes', { id: freshId() });
  const name = fieldName(spot.path);
  input?.setAttribute('data-field', name);
  context.slots.set(name, { label, notes, input });
  return notes;
}

function helpFor({ bare, key, schema }: Spot): HTMLElement | null {
  const words = bare ? '' : helpOf(key, schema);
  return words === '' ? null : el('p.help', { id: freshId() }, ...rich(words));
}

function needMark({ need }: Spot): HTMLElement | null {
  return need ? el('span', { class: `need ${need}` }, need) : null;
}

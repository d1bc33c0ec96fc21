import { fieldName } from '../../../documents/diagnostic.ts';
import { el, freshId, rich, type Child } from '../elements.ts';
import { helpOf, labelOf } from '../field-words.ts';
import type { FieldContext, Spot } from './context.ts';

/** An input with its label, its help and the place of its findings. */
export function frame(spot: Spot, input: HTMLElement, context: FieldContext, ...beside: Child[]): HTMLElement {
  const label = spot.label ?? labelOf(spot.key);
  const [id, help] = [freshId(), helpFor(spot)];
  const notes = notesFor(spot, label, input, context);
  input.id = id;
  input.setAttribute('aria-describedby', [help?.id, notes.id].filter(Boolean).join(' '));
  if (spot.bare) {
    input.setAttribute('aria-label', label);
    return el('div', { class: 'field' }, input, notes);
  }
  if (input instanceof HTMLInputElement && input.type === 'checkbox')
    return el('div', { class: 'field tick' }, input, el('label', { for: id }, label), help, notes);
  return el(
    'div',
    { class: 'field' },
    el('div', { class: 'label-row' }, el('label', { for: id }, label, needMark(spot)), ...beside),
    input,
    help,
    notes,
  );
}

/** Fields that belong together, with their name, help and findings. */
export function fieldset(spot: Spot, context: FieldContext, ...children: Child[]): HTMLFieldSetElement {
  const label = spot.label ?? labelOf(spot.key);
  const help = helpFor(spot);
  const set = el('fieldset', { 'data-field': fieldName(spot.path), tabindex: -1 });
  const notes = notesFor(spot, label, null, context);
  set.setAttribute('aria-describedby', [help?.id, notes.id].filter(Boolean).join(' '));
  set.append(el('legend', { class: spot.bare || spot.unnamed ? 'visually-hidden' : undefined }, label, needMark(spot)));
  set.append(...[help, ...children, notes].filter((child): child is Node | string => Boolean(child)));
  return set;
}

/** A part that folds, and stays as it was when it is drawn anew. */
export function fold(name: string, summary: Child[], open: boolean, context: FieldContext, ...children: Child[]): HTMLDetailsElement {
  const [opened, closed] = [`+${name}`, `-${name}`];
  const details = el(
    'details',
    { open: context.open.has(opened) || (open && !context.open.has(closed)) },
    el('summary', {}, ...summary),
    ...children,
  );
  details.addEventListener('toggle', () => {
    for (const state of [opened, closed]) context.open.delete(state);
    if (details.open !== open) context.open.add(details.open ? opened : closed);
  });
  return details;
}

function notesFor(spot: Spot, label: string, input: HTMLElement | null, context: FieldContext): HTMLElement {
  const notes = el('div', { id: freshId(), class: 'notes' });
  const name = fieldName(spot.path);
  input?.setAttribute('data-field', name);
  context.slots.set(name, { label, notes, input });
  return notes;
}

function helpFor({ bare, key, schema }: Spot): HTMLElement | null {
  const words = bare ? '' : helpOf(key, schema);
  return words === '' ? null : el('p', { id: freshId(), class: 'help' }, ...rich(words));
}

function needMark({ need }: Spot): HTMLElement | null {
  return need ? el('span', { class: `need ${need}` }, need) : null;
}

import { fieldName } from '../../documents/diagnostic.ts';
import type { FormFields } from '../../lib/content/form.ts';
import type { FoundDiagnostic } from '../api.ts';
import { countWords } from './document-groups.ts';
import { el, fill, nodesOf, rich } from './elements.ts';
import type { FieldContext } from './fields/context.ts';
import { capitalized, labelOf } from './field-words.ts';
import { formPathOf, parseFieldName, writtenRows } from './form-paths.ts';

/** Show each diagnostic under its field, or in `general`; what each outcome was understood as; and how many a section has. */
export function showFindings(form: HTMLElement, general: HTMLElement, context: FieldContext): void {
  const { session, slots } = context;
  const { diagnostics, outcomes } = session.findings;
  const isUnsaved = session.saving !== 'saved';
  const placed = Map.groupBy(diagnostics, (diagnostic) => slotOf(diagnostic, context));
  for (const [name, { notes, input, label }] of slots) {
    const own = placed.get(name) ?? [];
    fill(notes, ...own.map((diagnostic) => note(diagnostic, wordsFor(diagnostic, name, label), isUnsaved)));
    if (own.some(({ severity }) => severity === 'error')) input?.setAttribute('aria-invalid', 'true');
    else input?.removeAttribute('aria-invalid');
  }
  fill(general, ...(placed.get('') ?? []).map((diagnostic) => note(diagnostic, diagnostic.field || 'The file', isUnsaved)));
  const rows = writtenRows((session.form.fields['metrics'] ?? []) as FormFields[]);
  const readings = new Map(outcomes.map((reading) => [rows[reading.index], reading]));
  for (const place of form.querySelectorAll<HTMLElement>('[data-reading]')) {
    const { words, drawn = '' } = readings.get(Number(place.dataset['reading'])) ?? {};
    fill(place, words && el('p', el('span.understood', 'We understood: '), words), ...nodesOf(drawn));
  }
  for (const section of form.querySelectorAll<HTMLElement>('details.section')) {
    const notes = [...section.querySelectorAll('.note')];
    const errors = notes.filter((one) => one.classList.contains('error')).length;
    const count = section.querySelector(':scope > summary .count');
    if (count) fill(count, el('span', { class: errors > 0 && 'has-errors' }, countWords(errors, notes.length - errors)));
  }
}

/** The name of the slot that shows a diagnostic: the deepest that the form has; empty when it has none. */
export function slotOf({ field }: FoundDiagnostic, { session, slots }: FieldContext): string {
  if (field === 'body' || !slots.has(field.replace(/[.[].*$/, ''))) return slots.has(field) ? field : '';
  const path = formPathOf(field, session.form.fields, session.shapes);
  for (let length = path.length; length > 0; length--) {
    const name = fieldName(path.slice(0, length));
    if (slots.has(name)) return name;
  }
  return '';
}

function note({ severity, message, fix, whole }: FoundDiagnostic, name: string, isUnsaved: boolean): HTMLElement {
  return el(
    `p.note.${severity}`,
    el('span.severity', severity === 'error' ? 'Error' : 'Warning'),
    ' ',
    ...rich(`${name} ${ended(message)}`),
    fix && el('span.fix', ' ', ...rich(ended(capitalized(fix)))),
    whole && isUnsaved && el('span.fix', ' This is as of the last save.'),
  );
}

function ended(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

/** A diagnostic about a part that has no field of its own says which. */
function wordsFor({ field }: FoundDiagnostic, slot: string, label: string): string {
  const last = parseFieldName(field).at(-1);
  const shown = parseFieldName(slot).at(-1);
  return typeof last === 'string' && last !== shown && typeof shown === 'string' && !slot.startsWith('metrics')
    ? `${label}, ${labelOf(last).toLowerCase()}:`
    : label;
}

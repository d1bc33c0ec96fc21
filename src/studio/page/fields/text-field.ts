import { el } from '../elements.ts';
import { entryOf } from '../field-words.ts';
import type { Session } from '../session.ts';
import type { FieldContext, Spot } from './context.ts';
import { frame } from './frame.ts';

/** A text on one line, a date, a number or a choice. */
export function textField(spot: Spot, context: FieldContext): HTMLElement {
  const { session } = context;
  const entry = entryOf(spot.key, spot.schema);
  const value = session.value(spot.path);
  const text = typeof value === 'string' ? value : '';
  if (entry.kind === 'choice') {
    const options = entry.options.includes(text) || text === '' ? entry.options : [text, ...entry.options];
    const select = el(
      'select',
      { onchange: () => session.set(spot.path, select.value) },
      el('option', { value: '' }, '–'),
      ...options.map((option) => el('option', { value: option, selected: option === text }, option.replaceAll('_', ' '))),
    );
    return frame(spot, select, context);
  }
  if (entry.kind === 'sentence') return frame(spot, sentence(spot, text, session), context);
  const input = el('input', {
    type: 'text',
    class: entry.kind,
    value: text,
    autocomplete: 'off',
    spellcheck: entry.kind === 'word' ? undefined : 'false',
    inputmode: entry.kind === 'number' ? 'decimal' : entry.kind === 'address' ? 'url' : undefined,
    oninput: () => session.set(spot.path, input.value),
  });
  return frame(spot, input, context);
}

/** A tick. */
export function flagField(spot: Spot, context: FieldContext): HTMLElement {
  const input = el('input', {
    type: 'checkbox',
    checked: context.session.value(spot.path) === true,
    onchange: () => context.session.set(spot.path, input.checked),
  });
  return frame(spot, input, context);
}

/** A text of one line that may be longer than the field is wide. */
function sentence({ path }: Spot, text: string, session: Session): HTMLTextAreaElement {
  const area = el('textarea.sentence', {
    rows: 1,
    oninput: () => {
      if (area.value.includes('\n')) area.value = area.value.replace(/\s*\n\s*/g, ' ');
      session.set(path, area.value);
    },
    onkeydown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
    },
  });
  area.value = text;
  return area;
}

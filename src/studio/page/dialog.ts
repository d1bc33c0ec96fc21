import { el, freshId, type Child } from './elements.ts';

interface Question {
  heading: string;
  content: Child[];
  /** What one can answer; the first is what Enter in an input does. None of several `equal` ones stands out. */
  actions: { value: string; words: string; quiet?: boolean; equal?: boolean }[];
  wide?: boolean;
}

/** Ask in a dialog; returns the value of the action, or null when one leaves it. Focus returns to where it was. */
export function askInDialog({ heading, content, actions, wide }: Question): Promise<string | null> {
  const id = freshId();
  const close = (value: string) => (): void => dialog.close(value);
  const buttons = actions.map(({ value, words, quiet, equal }) =>
    el('button', { type: 'button', class: quiet ? 'button quiet' : equal ? 'button' : 'button primary', onclick: close(value) }, words),
  );
  const dialog = el(
    'dialog',
    { class: wide ? 'wide' : undefined, 'aria-labelledby': id },
    el('h2', { id }, heading),
    ...content,
    el('div', { class: 'dialog-actions' }, ...buttons),
  );
  const first = actions[0]?.value ?? '';
  dialog.addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.key !== 'Enter' || event.isComposing || !(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    event.preventDefault();
    dialog.close(first);
  });
  document.body.append(dialog);
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue || null);
    });
  });
}

/** Ask for a title, and perhaps something else; null when one leaves the dialog or writes none. */
export async function askTitle(
  heading: string,
  action: string,
  { title = '', more = [] }: { title?: string; more?: Child[] } = {},
): Promise<string | null> {
  const id = freshId();
  const input = el('input', { id, type: 'text', value: title, autocomplete: 'off', autofocus: true, required: true });
  const content = [...more, el('div', { class: 'field' }, el('label', { for: id }, 'Title'), input)];
  const answer = await askInDialog({ heading, content, actions: [{ value: 'go', words: action }, cancel] });
  return answer === 'go' && input.value.trim() !== '' ? input.value.trim() : null;
}

/** Say what went wrong. */
export async function complain(words: string): Promise<void> {
  await askInDialog({ heading: 'That did not work', content: [el('p', {}, words)], actions: [{ value: 'ok', words: 'Close' }] });
}

export const cancel = { value: '', words: 'Cancel', quiet: true };

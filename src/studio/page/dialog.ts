import { button, el, freshId, labelled, type Child } from './elements.ts';

interface Question {
  heading: string;
  content: Child[];
  /** What one can answer; the first is what Enter in an input does. `class` says how it looks, unless it is the primary one. */
  actions: { value: string; words: string; class?: string }[];
  wide?: boolean;
}

/** Ask in a dialog; returns the value of the action, or null when one leaves it. Focus returns to where it was. */
export function askInDialog({ heading, content, actions, wide = false }: Question): Promise<string | null> {
  const id = freshId();
  const dialog = el(
    'dialog',
    { class: wide && 'wide', 'aria-labelledby': id },
    el('h2', { id }, heading),
    ...content,
    el(
      'div.dialog-actions',
      ...actions.map(({ value, words, class: look = 'button primary' }) => button(words, () => dialog.close(value), { class: look })),
    ),
  );
  dialog.addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.key !== 'Enter' || event.isComposing || !(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    event.preventDefault();
    dialog.close(actions[0]?.value);
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
  { title = '', more }: { title?: string; more?: Child },
): Promise<string | null> {
  const input = el('input', { type: 'text', value: title, autocomplete: 'off', autofocus: true, required: true });
  const answer = await askInDialog({
    heading,
    content: [more, labelled('Title', input)],
    actions: [{ value: 'go', words: action }, cancel],
  });
  return answer === 'go' && input.value.trim() !== '' ? input.value.trim() : null;
}

/** Say what went wrong. */
export async function complain(words: string): Promise<void> {
  await askInDialog({ heading: 'That did not work', content: [el('p', words)], actions: [{ value: 'ok', words: 'Close' }] });
}

export const cancel = { value: '', words: 'Cancel', class: 'button quiet' };

import { answer } from '../metrics/format/your-numbers.ts';

/** Milliseconds without typing before the result is announced. */
const announceDelay = 900;

/**
 * Answer every input of “Your numbers” in an element while a reader types: in the element after its label, by its data attributes, or with
 * `data-bad` for anything that is no number. No number leaves the page, and none is stored.
 */
export function yourNumbers(root: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  root.oninput = ({ target }) => {
    const input = target as HTMLInputElement;
    const result = answer(input.dataset, input.value, document.documentElement.lang);
    const text = result ?? input.dataset['bad'] ?? '';
    input.ariaInvalid = `${result === null}`;
    input.parentElement?.nextElementSibling?.replaceChildren(text);
    clearTimeout(timer);
    timer = setTimeout(() => root.querySelector('[role]')?.replaceChildren(text), announceDelay);
  };
}

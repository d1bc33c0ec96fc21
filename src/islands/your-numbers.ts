import { answer, type Question } from '../metrics/format/your-numbers.ts';

/** Milliseconds without typing before the result is announced. */
const announceDelay = 900;

/**
 * Answer every input of “Your numbers” in an element while a reader types, in the `<output>` of its row; what is no number shows the error of
 * the input below it instead. No number leaves the page, and none is stored.
 */
export function yourNumbers(root: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  root.oninput = ({ target }) => {
    const input = target as HTMLInputElement;
    const [label, output, error] = ['label', 'output', '.own-error'].map((part) => input.parentElement?.querySelector(part));
    const result = answer(JSON.parse(input.dataset['question'] ?? '') as Question, input.value, document.documentElement.lang);
    const refusal = result === null ? (input.dataset['error'] ?? '') : '';
    input.ariaInvalid = `${result === null}`;
    output?.replaceChildren(result ?? '');
    error?.replaceChildren(refusal);
    clearTimeout(timer);
    timer = setTimeout(() => root.querySelector('[role]')?.replaceChildren(`${label?.textContent}: ${result ?? refusal}`), announceDelay);
  };
}

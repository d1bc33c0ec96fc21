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
    const question = JSON.parse(input.dataset['own'] as string) as Question;
    const result = answer(question, input.value, document.documentElement.lang);
    const { firstElementChild: label, lastElementChild: error } = input.parentElement as RowElement;
    const output = error.previousElementSibling as Element;
    input.ariaInvalid = `${!result}`;
    output.textContent = result;
    error.textContent = result ? '' : question.error;
    clearTimeout(timer);
    timer = setTimeout(() => {
      (root.querySelector('[role]') as Element).textContent = `${label.textContent}: ${result || question.error}`;
    }, announceDelay);
  };
}

/** The label of an input, its answer and its error are children of one element. */
type RowElement = Element & { firstElementChild: Element; lastElementChild: Element };

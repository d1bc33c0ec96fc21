import { answer } from '../metrics/format/your-numbers.ts';

/** Milliseconds without typing after which the result is spoken, once. */
const pause = 900;

/**
 * Put the “Your numbers” of an element to work: every input answers what is typed into it, as its data
 * attributes say, or with `data-bad`, in the element after its label. No number leaves the page and none is kept.
 */
export function yourNumbers(root: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  root.oninput = ({ target }) => {
    const input = target as HTMLInputElement;
    const bad = input.dataset['bad'] ?? '';
    const said = answer(input.dataset, input.value, document.documentElement.lang) ?? bad;
    input.ariaInvalid = `${said === bad}`;
    input.parentElement?.nextElementSibling?.replaceChildren(said);
    clearTimeout(timer);
    timer = setTimeout(() => root.querySelector('[role]')?.replaceChildren(said), pause);
  };
}

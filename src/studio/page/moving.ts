import { announce, iconButton } from './elements.ts';

/** The buttons that move an entry of a list. */
export function moveButtons(name: string, index: number, length: number, move: (from: number, to: number) => void): HTMLElement[] {
  return [
    iconButton('up', `Move ${name} up`, () => move(index, index - 1), index === 0),
    iconButton('down', `Move ${name} down`, () => move(index, index + 1), index === length - 1),
  ];
}

/** Say where an entry is now, of `length`. */
export function announceMove(to: number, length: number): void {
  announce(`Moved to place ${to + 1} of ${length}.`);
}

/** Find the button that moves an entry on; at the end of a list, the one that moves it back. */
export function buttonToMoveOn(buttons: Element | null | undefined, from: number, to: number): HTMLElement | null | undefined {
  const [on, back] = from > to ? ['up', 'down'] : ['down', 'up'];
  return buttons?.querySelector<HTMLElement>(`.${on}:not(:disabled)`) ?? buttons?.querySelector<HTMLElement>(`.${back}`);
}

import { moved, type DocumentFamily } from './document-groups.ts';
import { button, el, fill } from './elements.ts';
import { announceMove, buttonToMoveOn, moveButtons } from './moving.ts';

/** A list of case studies that one puts in order, by buttons or by dragging. */
export function reorderList(
  families: readonly DocumentFamily[],
  { save, cancel }: { save: (paths: string[]) => void; cancel: () => void },
): HTMLElement {
  let order = families.map(({ original }) => original);
  let dragged: number | null = null;
  const list = el('ol.reorder');
  const move = (from: number, to: number): void => {
    order = moved(order, from, to);
    draw();
    announceMove(to, order.length);
  };
  const moveByButton = (from: number, to: number): void => {
    move(from, to);
    buttonToMoveOn(list.children[to], from, to)?.focus();
  };
  const draw = (): void => fill(list, ...order.map(({ title }, index) => row(title, index)));
  const row = (title: string, index: number): HTMLElement =>
    el(
      'li',
      {
        draggable: 'true',
        ondragstart: ({ dataTransfer }: DragEvent) => {
          dragged = index;
          if (dataTransfer) dataTransfer.effectAllowed = 'move';
        },
        ondragover: (event: DragEvent) => {
          if (dragged !== null) event.preventDefault();
          (event.currentTarget as Element).classList.add('over');
        },
        ondragleave: ({ currentTarget }: DragEvent) => (currentTarget as Element).classList.remove('over'),
        ondrop: (event: DragEvent) => {
          event.preventDefault();
          if (dragged !== null && dragged !== index) move(dragged, index);
          dragged = null;
        },
      },
      el('span.title', title),
      ...moveButtons(title, index, order.length, moveByButton),
    );
  draw();
  return el(
    'div',
    list,
    el(
      'div.adders',
      button('Save order', () => save(order.map(({ path }) => path)), { class: 'button primary' }),
      button('Cancel', cancel, { class: 'button quiet' }),
    ),
  );
}

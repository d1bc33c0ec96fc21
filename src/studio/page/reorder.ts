import { moved, type DocumentFamily } from './document-groups.ts';
import { announce, button, el, fill, iconButton } from './elements.ts';

/** A list of case studies that one puts in order, by buttons or by dragging. */
export function reorderList(
  families: readonly DocumentFamily[],
  { save, cancel }: { save: (paths: string[]) => void; cancel: () => void },
): HTMLElement {
  let order = [...families];
  let dragged: number | null = null;
  const list = el('ol', { class: 'reorder' });
  const move = (from: number, to: number, focus = true): void => {
    order = moved(order, from, to);
    draw();
    const wanted = from > to ? '.up' : '.down';
    const row = list.children[to];
    if (focus)
      (row?.querySelector<HTMLElement>(`${wanted}:not(:disabled)`) ?? row?.querySelector<HTMLElement>('button:not(:disabled)'))?.focus();
    announce(`Moved to place ${to + 1} of ${order.length}.`);
  };
  const draw = (): void => {
    fill(
      list,
      ...order.map(({ original: { title } }, index) => {
        const row = el(
          'li',
          { draggable: 'true' },
          el('span', { class: 'title' }, title),
          iconButton('up', `Move ${title} up`, () => move(index, index - 1), { class: 'icon up', disabled: index === 0 }),
          iconButton('down', `Move ${title} down`, () => move(index, index + 1), {
            class: 'icon down',
            disabled: index === order.length - 1,
          }),
        );
        row.addEventListener('dragstart', (event) => {
          dragged = index;
          if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
        });
        row.addEventListener('dragover', (event) => {
          if (dragged !== null) event.preventDefault();
          row.classList.add('over');
        });
        row.addEventListener('dragleave', () => row.classList.remove('over'));
        row.addEventListener('drop', (event) => {
          event.preventDefault();
          if (dragged !== null && dragged !== index) move(dragged, index, false);
          dragged = null;
        });
        return row;
      }),
    );
  };
  draw();
  return el(
    'div',
    {},
    list,
    el(
      'div',
      { class: 'adders' },
      button('Save order', () => save(order.map(({ original }) => original.path)), { class: 'button primary' }),
      button('Cancel', cancel, { class: 'button quiet' }),
    ),
  );
}

import { fieldName } from '../../../documents/diagnostic.ts';
import { valueOf, type FormValue } from '../../../lib/content/form.ts';
import type { ListShape } from '../../../lib/content/form-shape.ts';
import { announce, button, el, fill, iconButton } from '../elements.ts';
import { entryName, itemSchemaOf, labelOf } from '../field-words.ts';
import { announceMove, buttonToMoveOn, moveButtons, moved } from '../moving.ts';
import type { FieldContext, Spot } from './context.ts';
import { fieldset } from './frame.ts';

/** How a list draws its entries, and what it offers besides adding an empty one. */
interface ListParts {
  entry: (index: number) => HTMLElement;
  fresh: () => FormValue;
  /** Words such as “a picture”. */
  name: string;
  /** What the button that adds an entry says after its name. */
  adder?: string;
  /** Another way to add entries. */
  beside?: HTMLElement;
  inline?: boolean;
}

/** A list of texts or of groups. */
export function listField(spot: Spot, context: FieldContext): HTMLElement {
  const { item } = spot.shape as ListShape;
  const schema = itemSchemaOf(spot.schema);
  const name = entryName(spot.key);
  const { list } = listOf(spot, context, {
    name,
    inline: item.kind === 'text',
    fresh: () => valueOf(undefined, item) ?? '',
    entry: (index) =>
      context.draw({
        path: [...spot.path, index],
        key: spot.key,
        shape: item,
        schema: item.kind === 'text' ? schema : { ...schema, description: '' },
        label: `${entryLabel(name)} ${index + 1}`,
        bare: true,
      }),
  });
  return list;
}

/** A list whose entries can be added, moved and removed, and what adds some. */
export function listOf(spot: Spot, context: FieldContext, parts: ListParts): { list: HTMLElement; add: (values: FormValue[]) => void } {
  const { session } = context;
  const items = (): FormValue[] => (session.value(spot.path) ?? []) as FormValue[];
  const list = el('ol', { class: parts.inline ? 'entries inline' : 'entries' });
  const adder = button(`Add ${parts.name} ${parts.adder ?? ''}`.trim(), () => add([parts.fresh()]), { class: 'button quiet' });
  const update = (values: FormValue[], focus: () => HTMLElement | null | undefined): void => {
    session.set(spot.path, values);
    draw();
    context.refresh();
    focus()?.focus();
  };
  const entryAt = (index: number): Element | undefined => list.children[index];
  const actionsAt = (index: number): Element | null | undefined => entryAt(index)?.querySelector(':scope > .entry-actions');
  const add = (values: FormValue[]): void => {
    const before = items().length;
    update([...items(), ...values], () => firstInput(entryAt(before)));
  };
  const remove = (index: number): void => {
    const rest = items().filter((_, at) => at !== index);
    update(rest, () => actionsAt(Math.min(index, rest.length - 1))?.querySelector<HTMLElement>('.remove') ?? adder);
    announce(`Removed. ${rest.length} left. Undo brings it back.`);
  };
  const move = (from: number, to: number): void => {
    update(moved(items(), from, to), () => buttonToMoveOn(actionsAt(to), from, to));
    announceMove(to, items().length);
  };
  const draw = (): void => {
    const { length } = items();
    for (const name of context.slots.keys()) if (name.startsWith(`${fieldName(spot.path)}[`)) context.slots.delete(name);
    fill(list, ...items().map((_, index) => entry(index, length)));
    list.hidden = length === 0;
  };
  const entry = (index: number, length: number): HTMLElement => {
    const name = `${entryLabel(parts.name)} ${index + 1}`;
    const removal = iconButton('remove', `Remove ${name}`, () => remove(index));
    return el('li', parts.entry(index), el('div.entry-actions', ...moveButtons(name, index, length, move), removal));
  };
  if (parts.inline)
    addByEnter(list, (index) => update(items().toSpliced(index + 1, 0, parts.fresh()), () => firstInput(entryAt(index + 1))));
  draw();
  return { list: fieldset(spot, context, list, el('div.adders', parts.beside, adder)), add };
}

/** Enter in a short entry begins the next. */
function addByEnter(list: HTMLElement, add: (after: number) => void): void {
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    add([...list.children].findIndex((entry) => entry.contains(event.target as Node)));
  });
}

function firstInput(entry: Element | undefined): HTMLElement | null | undefined {
  return entry?.querySelector<HTMLElement>('input:not([type=file]), textarea, select');
}

/** “a picture” as the name of one of them. */
function entryLabel(name: string): string {
  return labelOf(name.replace(/^an? /, ''));
}

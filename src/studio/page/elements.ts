/** Attributes and listeners of a new element; undefined, null and false leave one out. */
export interface Attributes {
  [name: string]: string | number | boolean | null | undefined | ((event: never) => void);
}

export type Child = Node | string | null | undefined | false;

type Tag = keyof HTMLElementTagNameMap;
type TagOf<Selector extends string> = Selector extends `${infer T extends Tag}.${string}` ? T : Selector extends Tag ? Selector : never;

/** Create an element of a tag and its classes, like `p.help`: a key `on…` adds a listener, every other key an attribute. */
export function el<Selector extends Tag | `${Tag}.${string}`>(
  selector: Selector,
  ...parts: (Attributes | Child)[]
): HTMLElementTagNameMap[TagOf<Selector>] {
  const [tag, ...classes] = selector.split('.');
  const element = document.createElement(tag as TagOf<Selector>);
  element.classList.add(...classes);
  for (const part of parts) {
    if (typeof part === 'object' && part !== null && !(part instanceof Node)) setAttributes(element, part);
    else if (part) element.append(part);
  }
  return element;
}

function setAttributes(element: HTMLElement, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, String(value));
  }
}

/** Replace what an element contains. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren(...children.filter((child) => typeof child === 'string' || child instanceof Node));
}

/** Turn HTML into nodes. */
export function nodesOf(html: string): Child[] {
  return [...new DOMParser().parseFromString(html, 'text/html').body.childNodes];
}

/** Turn text with `code` into nodes. */
export function rich(text: string): Child[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? el('code', part) : part));
}

/** Create a button with words. */
export function button(words: string, onclick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  return el('button', { type: 'button', class: 'button', onclick, ...attributes }, words);
}

/** Create a button with a drawing, whose name is a class of it; `words` is what it does. */
export function iconButton(icon: keyof typeof icons, words: string, onclick: () => void, disabled = false): HTMLButtonElement {
  const attributes = { type: 'button', class: `icon ${icon}`, 'aria-label': words, title: words, onclick, disabled };
  return el('button', attributes, ...nodesOf(`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${icons[icon]}" /></svg>`));
}

/** Give a control its label. */
export function labelled(words: string, control: HTMLElement): HTMLElement {
  control.id = freshId();
  return el('div.field', el('label', { for: control.id }, words), control);
}

/** Say something to those who do not see the screen; the same words twice are said once. */
export function announce(words: string): void {
  const region = document.querySelector('#status');
  if (region && region.textContent !== words) region.textContent = words;
}

/** Return a name that no other element has. */
export function freshId(): string {
  return `e${++ids}`;
}

let ids = 0;

/** Paths of drawings on 16 by 16, stroked. */
const icons = {
  up: 'M8 13V3.5M3.5 8 8 3.5 12.5 8',
  down: 'M8 3v9.5M3.5 8 8 12.5 12.5 8',
  remove: 'M4 4l8 8M12 4l-8 8',
  undo: 'M6 3 2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H7',
  redo: 'M10 3l3.5 3.5L10 10M13.5 6.5H6a3.5 3.5 0 0 0 0 7h3',
} as const;

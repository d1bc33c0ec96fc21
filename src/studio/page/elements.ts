/** Attributes, `class`, text properties and listeners of a new element; undefined, null and false leave one out. */
export interface Attributes {
  [name: string]: string | number | boolean | null | undefined | ((event: never) => void);
}

export type Child = Node | string | null | undefined | false;

/** Create an element: `on…` adds a listener, every other key an attribute. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...present(children));
  return element;
}

/** Replace what an element contains. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren(...present(children));
}

/** Turn HTML of the server into nodes. */
export function nodesOf(html: string): Child[] {
  return [...new DOMParser().parseFromString(html, 'text/html').body.childNodes];
}

/** Turn text with `code` into nodes. */
export function rich(text: string): Child[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? el('code', {}, part) : part));
}

/** Create a button with words. */
export function button(words: string, onclick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  return el('button', { type: 'button', class: 'button', onclick, ...attributes }, words);
}

/** Create a button with a drawing; `words` is its name. */
export function iconButton(icon: keyof typeof icons, words: string, onclick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  return el('button', { type: 'button', class: 'icon', 'aria-label': words, title: words, onclick, ...attributes }, draw(icon));
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

function draw(icon: keyof typeof icons): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg.namespaceURI as 'http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', icons[icon]);
  svg.append(path);
  return svg;
}

function present(children: readonly Child[]): (Node | string)[] {
  return children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false);
}

let ids = 0;

/** Paths of drawings on 16 by 16, stroked. */
const icons = {
  up: 'M8 13V3.5M3.5 8 8 3.5 12.5 8',
  down: 'M8 3v9.5M3.5 8 8 12.5 12.5 8',
  remove: 'M4 4l8 8M12 4l-8 8',
  undo: 'M6 3 2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H7',
  redo: 'M10 3l3.5 3.5L10 10M13.5 6.5H6a3.5 3.5 0 0 0 0 7h3',
  grip: 'M6 4v.01M10 4v.01M6 8v.01M10 8v.01M6 12v.01M10 12v.01',
} as const;

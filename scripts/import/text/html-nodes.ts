import type { Element, Nodes, Parents } from 'hast';

/** Join the text within a node. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** List the elements of some names within a node, in their order. */
export function allNamed(node: Parents, ...names: string[]): Element[] {
  return node.children.flatMap((child) =>
    child.type === 'element' ? [...(names.includes(child.tagName) ? [child] : []), ...allNamed(child, ...names)] : [],
  );
}

export function classesOf({ properties }: Element): string[] {
  return [properties.className].flat().map((name) => String(name ?? ''));
}

/** Report whether an element is a caption, by its name or its class. */
export function isCaption(element: Element): boolean {
  return element.tagName === 'figcaption' || classesOf(element).some((name) => /caption/i.test(name));
}

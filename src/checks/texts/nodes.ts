import type { MdastNode } from 'satteri';

/** List the nodes of a tree in the order of its text; not recursive, since a hostile text nests deep. */
export function nodesOf(root: MdastNode): MdastNode[] {
  const found: MdastNode[] = [];
  const left = [root];
  for (let node = left.pop(); node; node = left.pop()) {
    found.push(node);
    // Not spread: a paragraph can have more children than a call can have arguments.
    if ('children' in node) for (const child of (node.children as MdastNode[]).toReversed()) left.push(child);
  }
  return found;
}

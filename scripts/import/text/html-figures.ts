import type { Element, Parents } from 'hast';
import { allNamed, isCaption, textOf } from './html-nodes.ts';

/**
 * Make the caption of a lone picture its title, and that of a listing the title of its fence, unless it has links or marks. A picture
 * that stays HTML, because it is on another site, keeps its caption.
 */
export function titleFigures(tree: Parents): void {
  for (const figure of allNamed(tree, 'figure')) {
    const captions = figure.children.filter((child): child is Element => child.type === 'element' && isCaption(child));
    const title = captions.map(textOf).join('').replace(/\s+/g, ' ').trim();
    const [target, ...others] = allNamed(figure, 'img', 'pre');
    const isPlain = captions.every((caption) => allNamed(caption, 'a', 'b', 'br', 'code', 'em', 'i', 'strong').length === 0);
    const isRemote = /^https?:/i.test(String(target?.properties['src'] ?? ''));
    if (captions.length !== 1 || title === '' || !isPlain || !target || others.length > 0 || isRemote) continue;
    if (title !== target.properties['alt']) target.properties['title'] = title;
    figure.children = figure.children.filter((child) => child !== captions[0]);
  }
}

import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import { mayHaveHeadings, storyOf, type Story, type StoryHeading } from './story-parts.ts';

/** Find the headings with a role in the body of a case study; MDX that does not compile has none. */
export function readStory(body: string, { mdx }: { mdx: boolean }): Story {
  return storyOf(body, findHeadings(body, mdx));
}

function findHeadings(body: string, mdx: boolean): StoryHeading[] {
  if (!mayHaveHeadings(body)) return [];
  try {
    const tree = (mdx ? mdxToMdast : markdownToMdast)(body, { features: { frontmatter: false, gfm: true } });
    return (tree as { children?: MdastNode[] }).children?.flatMap(toHeading) ?? [];
  } catch {
    return [];
  }
}

function toHeading(node: MdastNode): StoryHeading[] {
  if (node.type !== 'heading' || !node.position) return [];
  const { start, end } = node.position;
  return [{ text: textOf(node), level: node.depth, start: start.offset ?? 0, end: end.offset ?? 0 }];
}

function textOf(node: MdastNode): string {
  if ('children' in node) return (node.children as MdastNode[]).map(textOf).join('');
  return 'value' in node && typeof node.value === 'string' ? node.value : '';
}

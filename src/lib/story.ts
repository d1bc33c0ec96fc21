import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import type { SectionField } from '../schemas/sections.ts';
import { sectionRole } from './section-roles.ts';

/** What the body of a document says under its headings. */
export interface Story {
  /** The sections that its headings announce. */
  roles: ReadonlySet<SectionField>;
  /** The Markdown under its headings of results. */
  results: string;
}

/** Find the headings with a role in the body of a case study; MDX that does not compile has none. */
export function readStory(body: string, { mdx }: { mdx: boolean }): Story {
  const headings = findHeadings(body, mdx);
  const results = headings.flatMap(({ role, level, end }, index) => {
    if (role !== 'results_metrics') return [];
    const next = headings.slice(index + 1).find((other) => other.level <= level);
    return [body.slice(end, next?.start)];
  });
  return { roles: new Set(headings.flatMap(({ role }) => role ?? [])), results: results.join('\n\n') };
}

interface Heading {
  role: SectionField | null;
  level: number;
  /** Offsets of the heading in the body. */
  start: number;
  end: number;
}

function findHeadings(body: string, mdx: boolean): Heading[] {
  // Most bodies have no heading and need no tree.
  if (body.length > 2_000_000 || !/^ {0,3}(?:#|=+[ \t]*$|-+[ \t]*$)/m.test(body)) return [];
  try {
    const tree = (mdx ? mdxToMdast : markdownToMdast)(body, { features: { frontmatter: false, gfm: true } });
    return (tree as { children?: MdastNode[] }).children?.flatMap(toHeading) ?? [];
  } catch {
    return [];
  }
}

function toHeading(node: MdastNode): Heading[] {
  if (node.type !== 'heading' || !node.position) return [];
  const { start, end } = node.position;
  return [{ role: sectionRole(textOf(node)), level: node.depth, start: start.offset ?? 0, end: end.offset ?? 0 }];
}

function textOf(node: MdastNode): string {
  if ('children' in node) return (node.children as MdastNode[]).map(textOf).join('');
  return 'value' in node && typeof node.value === 'string' ? node.value : '';
}

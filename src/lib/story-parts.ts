import type { MdastNode } from 'satteri';
import type { SectionField } from '../schemas/sections.ts';
import { sectionRole } from './section-roles.ts';

/** What the body of a document says under its headings. */
export interface Story {
  /** The sections that its headings announce. */
  roles: ReadonlySet<SectionField>;
  /** The Markdown under its headings of results. */
  results: string;
}

/** What a body without headings says. */
export const noStory: Story = { roles: new Set(), results: '' };

/** Find the headings with a role in the body of a case study; a body that `parse` refuses has none. */
export function storyOf(body: string, parse: (body: string) => MdastNode): Story {
  const headings = findHeadings(body, parse);
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

/** Whether a body can have headings; most have none and need no tree. */
export function mayHaveHeadings(body: string): boolean {
  return body.length <= 2_000_000 && /^ {0,3}(?:#|=+[ \t]*$|-+[ \t]*$)/m.test(body);
}

function findHeadings(body: string, parse: (body: string) => MdastNode): Heading[] {
  if (!mayHaveHeadings(body)) return [];
  try {
    return (parse(body) as { children?: MdastNode[] }).children?.flatMap(toHeading) ?? [];
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

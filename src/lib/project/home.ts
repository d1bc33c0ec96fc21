import type { HomePart } from '../../schemas/navigation.ts';
import type { Project } from './project.ts';

/** Split the parts of the home page: a plate and figures that come first are beside and below the first sentence. */
export function splitHome(parts: readonly HomePart[]) {
  const plate = parts[0] === 'plate';
  const figures = parts[plate ? 1 : 0] === 'figures';
  return { plate, figures, rest: parts.slice(Number(plate) + Number(figures)) };
}

/** The case studies on the home page: those the author features, or else the first, four at most. */
export function featuredOf<P extends Pick<Project, 'featured'>>(projects: readonly P[]): P[] {
  const chosen = projects.filter(({ featured }) => featured);
  return (chosen.length > 0 ? chosen : projects).slice(0, 4);
}

/** Lower every heading of a text by one level: on the home page, its title is a heading of level 2. */
export function lowerHeadings(html: string): string {
  return html.replace(/(<\/?h)([2-5])\b/g, (_tag, start: string, level: string) => start + String(Number(level) + 1));
}

import type { CalendarDate } from '../../schemas/calendar.ts';
import type { Project } from './project.ts';

/** Compare by the author's order, then by delivery date, newest first; without either last. Ties go by slug, so that the order is stable. */
export function byOrderAndDate(a: Sortable, b: Sortable): number {
  if (a.order !== b.order) return (a.order ?? Infinity) < (b.order ?? Infinity) ? -1 : 1;
  return byDate(a, b);
}

/** The newest case studies by delivery date, whatever the order of lists; `count` at most. */
export function newest<T extends Sortable>(projects: readonly T[], count: number): T[] {
  return projects.toSorted(byDate).slice(0, count);
}

function byDate(a: Sortable, b: Sortable): number {
  if (a.date !== b.date) {
    if (!a.date) return 1;
    if (!b.date) return -1;
    return a.date < b.date ? 1 : -1;
  }
  return a.slug < b.slug ? -1 : 1;
}

/** Latest delivery or update of any project; undefined if none is dated. */
export function lastModified(projects: readonly Pick<Project, 'date' | 'updated'>[]): CalendarDate | undefined {
  return projects
    .flatMap(({ updated, date }) => updated ?? date ?? [])
    .toSorted()
    .at(-1);
}

type Sortable = Pick<Project, 'order' | 'date' | 'slug'>;

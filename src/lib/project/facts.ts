import { formatCalendarDate, formatTimespan } from '../dates.ts';
import { interpolate, type Strings } from '../../i18n/strings.ts';
import { yearOf } from '../../schemas/calendar.ts';
import type { Project } from './project.ts';

/** Name the client, industry and year of a case study on one line; empty where none is known. */
export function bylineOf({ client, industry, year }: Pick<Project, 'client' | 'industry' | 'year'>): string {
  return [client?.name, industry, year].filter(Boolean).join(' · ');
}

/** Name the author of a testimonial on one line; empty where nobody is named. */
export function attributionOf({ author, role, company }: NonNullable<Project['testimonial']>): string {
  return [author, role, company].filter(Boolean).join(', ');
}

/** Name an award on one line: what, by whom, when. */
export function awardLine({ title, by, year }: Project['awards'][number]): string {
  return [title, by, year].filter(Boolean).join(', ');
}

/** Name somebody who took part, with their role. */
export function creditLine({ name, role }: Project['credits'][number]): string {
  return role ? `${name} (${role})` : name;
}

/** List what a case study is about, for readers and for language models, each topic once. */
export function topicsOf({ topics, llmTopics }: Pick<Project, 'topics' | 'llmTopics'>): string[] {
  return [...new Set([...topics, ...llmTopics])];
}

/** Write a status in a reader's language where its word is known, else as its author wrote it. */
export function statusText(status: string, { statuses }: Pick<Strings, 'statuses'>): string {
  const word = status.toLowerCase();
  return Object.hasOwn(statuses, word) ? statuses[word as keyof typeof statuses] : status;
}

/**
 * Say when the work was done, to the month: `16 months, to April 2018` on one line where the duration is a length of time.
 * The year of delivery is in the byline, so a delivery known only by its year, or already named by the duration, is null.
 * `delivered` is null where `timeline` says it.
 */
export function timelineOf({ duration, date }: Pick<Project, 'duration' | 'date'>, locale: string, t: TimelineWords) {
  const month = date === null || date.length === 4 ? null : date.slice(0, 7);
  const delivered = month && formatCalendarDate(month, locale);
  if (!duration) return { timeline: null, delivered };
  if (!('start' in duration)) {
    const text = (duration.text ?? '').replace(isoMonths, (month) => formatCalendarDate(month.slice(0, 7), locale));
    if (date !== null && text.includes(yearOf(date))) return { timeline: text, delivered: null };
    if (delivered === null || !isLength.test(text)) return { timeline: text, delivered };
    return { timeline: interpolate(t.durationTo, { duration: text, date: delivered }), delivered: null };
  }
  const [start = '', end] = [duration.start, duration.end].map((day) => day?.slice(0, 7));
  return { timeline: formatTimespan({ start, end }, locale, { present: t.present }), delivered: end === month ? null : delivered };
}

/** Report whether a case study has facts beyond those of its byline. `scored`: whether the site shows scores of impact. */
export function hasFacts(project: Project, { scored }: { scored: boolean }): boolean {
  const { client, role, teamSize, duration, date, updated, status, impactScore } = project;
  const { services, topics, technologies, credits, awards, links } = project;
  return (
    [client?.size ?? null, role, teamSize, duration, updated, status].some((fact) => fact !== null) ||
    (date !== null && date.length > 4) ||
    (scored && impactScore !== null) ||
    [services, topics, technologies, credits, awards, links].some(({ length }) => length > 0)
  );
}

type TimelineWords = Pick<Strings, 'durationTo' | 'present'>;

/** Months and days as a database writes them: `2021-04`. */
const isoMonths = /\b\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?\b/g;

/** A number and its unit, with a word before it at most: `16 months`, `about 3 weeks`. A number of four digits is a year. */
const isLength = /^(?:\p{L}+\.? )?\d{1,3}(?:[.,½]\d?)?[ \u00a0]\p{L}+\.?$/u;

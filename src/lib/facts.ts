import type { Strings } from '../i18n/strings.ts';
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

/** Whether a case study has facts for the list beside its text. */
export function hasFacts(project: Project): boolean {
  const { client, industry, role, teamSize, duration, date, updated, status, impactScore } = project;
  const { services, topics, technologies, credits, awards, links } = project;
  return (
    [client, industry, role, teamSize, duration, date, updated, status, impactScore].some((fact) => fact !== null) ||
    [services, topics, technologies, credits, awards, links].some(({ length }) => length > 0)
  );
}

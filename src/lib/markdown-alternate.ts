import { stringify } from 'yaml';
import { formatOutcome, formatQuantity } from '../metrics/format/format-outcome.ts';
import type { Outcome } from '../metrics/model/types.ts';
import type { Project } from './project.ts';
import { escapeMarkdown, htmlToMarkdown } from './twin-markdown.ts';

/** Write a case study as Markdown, its facts and outcomes as front matter. */
export function twin(project: Project, { url, body, locale, topics }: TwinOptions): string {
  const facts: Facts = withoutEmpty({
    title: project.title,
    tagline: project.tagline,
    url,
    client: project.client.name,
    industry: project.industry,
    date: project.date,
    updated: project.updated,
    duration: durationOf(project),
    role: project.role,
    team_size: project.teamSize,
    services: project.services,
    technologies: project.technologies.map(({ name }) => name),
    topics: [...topics],
    lang: project.lang ?? locale,
    metrics: project.outcomes.map((outcome) => metricOf(outcome, locale)),
  });
  return `---\n${stringify(facts, { lineWidth: 0 })}---\n\n${body}`;
}

/** The text of a case study as Markdown, under its title: the author's own for language models, then the whole study, `html` as it stands in feeds. */
export function twinBody(project: Pick<Project, 'title'>, { html, summary }: { html: string; summary: string | null }): string {
  return `${[`# ${escapeMarkdown(project.title)}`, summary?.trim(), htmlToMarkdown(html)].filter(Boolean).join('\n\n')}\n`;
}

export interface TwinOptions {
  /** Absolute address of the page. */
  url: string;
  /** The text under its title, from `twinBody`. */
  body: string;
  locale: string;
  topics: readonly string[];
}

/** Facts of a document: texts, lists of texts, and lists of facts. */
type Facts = Record<string, string | readonly (string | Record<string, string>)[]>;

function metricOf(outcome: Outcome, locale: string): Record<string, string> {
  const { label } = formatOutcome(outcome, locale);
  const { before, after, period, method, source } = outcome;
  return withoutEmpty({
    label,
    text: outcome.text,
    ...(before ? { before: typed(formatQuantity(before, locale)) } : {}),
    ...(after ? { after: typed(formatQuantity(after, locale)) } : {}),
    ...{ period, method, source },
  });
}

/** Blanks that keep a figure with its unit are for paper; data has plain ones. */
function typed(text: string): string {
  return text.replace(/[\u00a0\u2009\u202f]/g, ' ');
}

function durationOf({ duration }: Project): string | null {
  if (!duration) return null;
  return 'start' in duration ? `${duration.start}/${duration.end ?? '..'}` : duration.text;
}

function withoutEmpty<T extends Facts[string]>(facts: Record<string, T | null>): Record<string, T> {
  return Object.fromEntries(Object.entries(facts).filter((fact): fact is [string, T] => fact[1] !== null && fact[1].length > 0));
}

import { stringify } from 'yaml';
import { formatOutcome, formatQuantity } from './metrics/format.ts';
import type { Outcome } from './metrics/types.ts';
import type { Project } from './project.ts';
import { escapeMarkdown, htmlToMarkdown } from './twin-markdown.ts';

/** Write a case study as Markdown with its facts and outcomes as front matter. `html` is the whole study as it stands in feeds. */
export function twin(project: Project, { url, html, locale, summary, topics }: TwinOptions): string {
  const facts = withoutEmpty({
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
  return `---\n${stringify(facts, { lineWidth: 0 })}---\n\n${twinBody(project, { html, summary })}`;
}

/** The text of a case study as Markdown, under its title. */
export function twinBody(project: Pick<Project, 'title'>, { html, summary }: Pick<TwinOptions, 'html' | 'summary'>): string {
  return `${[`# ${escapeMarkdown(project.title)}`, summary?.trim(), htmlToMarkdown(html)].filter(Boolean).join('\n\n')}\n`;
}

export interface TwinOptions {
  /** Absolute address of the page. */
  url: string;
  html: string;
  locale: string;
  /** The author's Markdown for language models. */
  summary: string | null;
  topics: readonly string[];
}

function metricOf(outcome: Outcome, locale: string): Record<string, unknown> {
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

function withoutEmpty(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)),
  );
}

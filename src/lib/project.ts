import type { ProjectData } from '../schemas/project.ts';
import { yearOf, type CalendarDate } from '../schemas/calendar.ts';
import { headline } from '../metrics/model/evaluate.ts';
import { readOutcomes } from '../metrics/read-outcomes.ts';
import type { Outcome } from '../metrics/model/types.ts';
import { sectionFields, type SectionField } from '../schemas/sections.ts';
import { technologySlug } from './technologies.ts';

/** Turn a collection entry into a case study for templates, feeds and lists. Never reveals a confidential name. */
export function toProject<P>({ id, data, body }: ProjectEntry<P>, { canonical, render }: ProjectOptions): Project<P> {
  const { client, duration } = data;
  const date = data.date ?? (duration && 'end' in duration ? duration.end : undefined) ?? null;
  const industry = data.industry ?? client.industry ?? null;
  const outcomes = readOutcomes(data.metrics, data.results_metrics, data.translation ?? data.lang);
  const illustrate = (written: ProjectData['screenshots'][number]): Illustration<P>[] => {
    const picture = data.pictures[written.image];
    return picture ? [{ picture, alt: written.alt, caption: written.caption ?? null }] : [];
  };
  const screenshots = data.screenshots.flatMap(illustrate);
  return {
    slug: data.translation === undefined ? id : id.slice(0, -data.translation.length - 1),
    translation: data.translation,
    title: data.title,
    tagline: data.tagline,
    client: {
      name: client.confidential && client.alias ? client.alias : client.name,
      industry: client.industry ?? null,
      size: client.size ?? null,
      url: client.confidential ? null : (client.url ?? null),
    },
    industry,
    industrySlug: industry && technologySlug(industry),
    date,
    year: date ? yearOf(date) : null,
    updated: data.updated ?? null,
    featured: data.featured ?? false,
    thumbnail: (data.thumbnail ? illustrate(data.thumbnail)[0] : undefined) ?? screenshots[0] ?? null,
    technologies: data.technologies.map(canonical).map((name) => ({ name, slug: technologySlug(name) })),
    role: data.role ?? null,
    services: data.services,
    teamSize: data.team_size === undefined ? null : String(data.team_size),
    duration: duration ?? null,
    impactScore: data.business_impact_score ?? null,
    outcomes,
    headline: headline(outcomes),
    sections: sectionFields.flatMap((field) => {
      const markdown = data[field];
      return markdown === undefined ? [] : [{ field, html: render(markdown, field, data.translation) }];
    }),
    body: body ?? null,
    charts: data.metrics_charts.flatMap(illustrate),
    screenshots,
    testimonial: data.testimonial ?? null,
    links: data.links,
    pictures: data.pictures,
    lang: data.translation ?? data.lang ?? null,
    llmSummary: data.llm_summary ?? null,
    llmTopics: data.llm_topics,
    hidden: data.hidden,
  };
}

/** Give a translation the date, technologies, industry and rank of its original, so that both are listed alike. */
export function asTranslationOf<P>(original: Project<P>, translation: Project<P>): Project<P> {
  const { date, year, technologies, featured } = original;
  const industry = original.industry && (translation.industry ?? original.industry);
  return { ...translation, date, year, technologies, featured, industry, industrySlug: original.industrySlug };
}

/** Compare by delivery date, newest first and undated last; equal dates by slug, so that the order is stable. */
export function newestFirst(a: Pick<Project, 'date' | 'slug'>, b: Pick<Project, 'date' | 'slug'>): number {
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

/** An entry of the collection: front matter, body as HTML, and pictures by their path as written. */
export interface ProjectEntry<P> {
  id: string;
  data: ProjectData & {
    pictures: Record<string, P>;
    /** Language tag of a translation, from its file name; its id ends in it. */
    translation?: string | undefined;
    /** Hidden by the visibility gate; only `astro dev` shows it. */
    hidden: boolean;
  };
  /** A Markdown body as HTML. */
  body: string | undefined;
}

export interface ProjectOptions {
  /** Map a spelling of a technology to its canonical name. */
  canonical: (technology: string) => string;
  /** Render a section's Markdown as HTML. */
  render: (markdown: string, field: SectionField, lang: string | undefined) => string;
}

/** A case study as templates use it; `P` is a resolved picture. */
export interface Project<P = unknown> {
  /** A translation has the slug of its original. */
  slug: string;
  /** Language tag of a translation, from its file name; undefined for an original. */
  translation: string | undefined;
  title: string;
  tagline: string;
  client: { name: string; industry: string | null; size: string | null; url: string | null };
  industry: string | null;
  /** Slug of the industry page; a translation may name the industry differently but shares the slug. */
  industrySlug: string | null;
  /** Delivery date; defaults to the end of the engagement. */
  date: CalendarDate | null;
  year: string | null;
  updated: CalendarDate | null;
  featured: boolean;
  thumbnail: Illustration<P> | null;
  technologies: { name: string; slug: string }[];
  role: string | null;
  services: string[];
  teamSize: string | null;
  duration: ProjectData['duration'] | null;
  impactScore: number | null;
  outcomes: Outcome[];
  headline: Outcome | null;
  sections: { field: SectionField; html: string }[];
  body: string | null;
  charts: Illustration<P>[];
  screenshots: Illustration<P>[];
  testimonial: ProjectData['testimonial'] | null;
  links: ProjectData['links'];
  pictures: Record<string, P>;
  lang: string | null;
  /** The author's summary for language models, Markdown. */
  llmSummary: string | null;
  llmTopics: string[];
  hidden: boolean;
}

export interface Illustration<P> {
  picture: P;
  /** Empty if the picture is decorative. */
  alt: string;
  caption: string | null;
}

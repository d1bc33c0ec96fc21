import type { ProjectData } from '../../schemas/project.ts';
import { yearOf } from '../../schemas/calendar.ts';
import { headline } from '../../metrics/model/evaluate.ts';
import { readOutcomes } from '../../metrics/read-outcomes.ts';
import { sectionFields, type SectionField } from '../../schemas/sections.ts';
import { firstSentences } from '../story/description.ts';
import type { LinkTargets } from '../markdown/links.ts';
import { isRootPath } from '../markdown/sanitize.ts';
import { readStory } from '../story/story.ts';
import { technologySlug } from '../technologies.ts';
import { typeset } from '../markdown/typography.ts';
import { withoutWikiLinks } from '../markdown/wiki-links.ts';
import { illustrationsOf } from './illustrations.ts';
import type { Project, Section } from './project.ts';

/** Turn a collection entry into a case study for templates, feeds and lists. Never reveals a confidential name. */
export function toProject<P>({ id, data, body, html }: ProjectEntry<P>, options: ProjectOptions): Project<P> {
  const { canonical, render, address } = options;
  const { client, duration } = data;
  const date = data.date ?? (duration && 'end' in duration ? duration.end : undefined) ?? null;
  const industry = data.industry ?? client?.industry ?? null;
  const lang = data.translation ?? data.lang ?? null;
  const story = readStory(body, { mdx: html === undefined });
  const bullets = withoutWikiLinks([data.results_metrics ?? '', story.results].join('\n\n'), (link) => data.targets[link]?.title);
  const locale = lang ?? options.locale;
  const set = <T extends string | null | undefined>(text: T) => (typeof text === 'string' ? typeset(text, locale) : text) as T;
  // Metrics are read in the words of the author.
  const outcomes = readOutcomes(data.metrics, bullets, locale).map((outcome) => setTexts(outcome, set));
  const sections = sectionFields.flatMap((field) => {
    const markdown = data[field];
    return markdown === undefined ? [] : [{ field, html: render(markdown, field, data) }];
  });
  const isShown = (after: SectionField): boolean =>
    sections.some(({ field }) => field === after) || (after === 'results_metrics' && outcomes.length > 0);
  return {
    slug: data.translation === undefined ? id : id.slice(0, -data.translation.length - 1),
    translation: data.translation,
    firstSlug: firstSlug(data),
    title: set(data.title),
    tagline: set(data.tagline ?? null),
    description: set(data.tagline ?? describe({ sections, body, html, data }, locale)),
    client: client
      ? {
          name: set(client.confidential && client.alias ? client.alias : client.name),
          industry: set(client.industry ?? null),
          size: set(client.size ?? null),
          url: client.confidential ? null : (client.url ?? null),
        }
      : null,
    namedClient: client && !client.confidential ? set(client.name) : null,
    industry: set(industry),
    industrySlug: industry && technologySlug(industry),
    order: data.order ?? null,
    date,
    year: date ? yearOf(date) : null,
    updated: data.updated ?? null,
    featured: data.featured ?? false,
    status: set(data.status ?? null),
    topics: data.topics.map(set),
    technologies: data.technologies.map(canonical).map((name) => ({ name, slug: technologySlug(name) })),
    role: set(data.role ?? null),
    services: data.services.map(set),
    teamSize: data.team_size === undefined ? null : set(String(data.team_size)),
    credits: data.credits.map((credit) => setTexts(credit, set)),
    awards: data.awards.map((award) => setTexts(award, set)),
    duration: duration ? setTexts(duration, set) : null,
    impactScore: data.business_impact_score ?? null,
    outcomes,
    headline: headline(outcomes),
    sections,
    body: html ?? null,
    ...illustrationsOf(data, { set, isShown }),
    testimonial: data.testimonial ? setTexts(data.testimonial, set) : null,
    related: data.related,
    links: data.links.map(({ label, url }) => ({ label: set(label), url: isRootPath(url) ? address(url) : url })),
    pictures: data.pictures,
    targets: data.targets,
    lang,
    llmSummary: data.llm_summary ?? null,
    llmTopics: data.llm_topics.map(set),
    hidden: data.hidden,
    shared: data.shared ?? null,
  };
}

/** Return the slug that the first alias has, `/projects/x/` or `/de/projects/x/`; null where there is none. */
function firstSlug({ aliases }: Pick<ProjectData, 'aliases'>): string | null {
  return aliases.flatMap((path) => /^(?:\/[a-z]{2,3}(?:-[\w-]+)?)?\/projects\/([^/.]+)\/?$/i.exec(path)?.[1] ?? [])[0] ?? null;
}

/** Give a translation the date, technologies, industry and rank of its original, so that both are listed alike, and the client it lacks. */
export function asTranslationOf<P>(original: Project<P>, translation: Project<P>): Project<P> {
  const { order, date, year, technologies, featured, related, industrySlug } = original;
  const industry = original.industry && (translation.industry ?? original.industry);
  const { client, namedClient } = translation.client ? translation : original;
  return { ...translation, order, date, year, technologies, featured, related, industry, industrySlug, client, namedClient };
}

/** Split sections into those that lead up to the results, the results, and those that look back. */
export function splitSections(sections: readonly Section[]): { opening: Section[]; results: Section | undefined; closing: Section[] } {
  const at = sectionFields.indexOf('results_metrics');
  return {
    opening: sections.filter(({ field }) => sectionFields.indexOf(field) < at),
    results: sections.find(({ field }) => field === 'results_metrics'),
    closing: sections.filter(({ field }) => sectionFields.indexOf(field) > at),
  };
}

/** Describe a case study in its own first sentences: of its sections up to the results, else of its body, else of the other sections. */
function describe({ sections, body, html, data: { targets } }: Texts, locale: string): string | null {
  const { opening, results, closing } = splitSections(sections);
  const htmlOf = (sections: readonly Section[]): string[] => sections.map(({ html }) => html);
  return firstSentences([...htmlOf(opening), { body, html, targets }, ...htmlOf(results ? [results, ...closing] : closing)], locale);
}

/** Fields of the records of a project that are addresses or keys. */
const verbatimFields = new Set(['url', 'source', 'category', 'start', 'end']);

/** Set the texts of a record. */
function setTexts<T extends object>(record: T, set: (text: string) => string): T {
  const entries = Object.entries(record).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'string' && !verbatimFields.has(key) ? set(value) : value,
  ]);
  return Object.fromEntries(entries) as T;
}

type Texts = Pick<ProjectEntry<unknown>, 'body' | 'html' | 'data'> & Pick<Project, 'sections'>;

/** An entry of the collection: front matter, body, and pictures by their path as written. */
export interface ProjectEntry<P> {
  id: string;
  data: ProjectData & {
    pictures: Record<string, P>;
    targets: LinkTargets;
    /** Language tag of a translation, from its file name; its id ends in it. */
    translation?: string | undefined;
    /** Hidden by the visibility gate; only `astro dev` shows it. */
    hidden: boolean;
    /** Last part of the address of a case study that only its address leads to. */
    shared?: string | undefined;
  };
  /** As its author wrote it. */
  body: string;
  /** The body as HTML; undefined for MDX, which only its components can render. */
  html: string | undefined;
}

export interface ProjectOptions {
  /** Map a spelling of a technology to its canonical name. */
  canonical: (technology: string) => string;
  /** Render a section's Markdown as HTML. */
  render: (markdown: string, field: SectionField, data: Pick<ProjectEntry<unknown>['data'], 'translation' | 'lang' | 'targets'>) => string;
  /** Map a path from the root of the site to its address below the origin. */
  address: (path: string) => string;
  /** Language of a document that names none. */
  locale: string;
}

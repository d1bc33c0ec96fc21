import type { ProjectData } from '../schemas/project.ts';
import { yearOf, type CalendarDate } from '../schemas/calendar.ts';
import { headline } from '../metrics/model/evaluate.ts';
import { readOutcomes } from '../metrics/read-outcomes.ts';
import type { Outcome } from '../metrics/model/types.ts';
import { sectionFields, type SectionField } from '../schemas/sections.ts';
import { firstSentences } from './description.ts';
import type { LinkTargets } from './links.ts';
import { isRootPath } from './sanitize.ts';
import { readStory } from './story.ts';
import { technologySlug } from './technologies.ts';
import { typeset } from './typography.ts';
import { withoutWikiLinks } from './wiki-links.ts';

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
  const illustrate = ({ image, video, alt, caption, after }: Partial<Media>): Illustration<P>[] => {
    const picture = data.pictures[image ?? video ?? ''];
    return picture ? [{ picture, alt: set(alt ?? ''), caption: set(caption ?? null), ...(after && isShown(after) && { after }) }] : [];
  };
  const screenshots = data.screenshots.flatMap(illustrate);
  const compareIn =
    (gallery: 'charts' | 'screens') =>
    ({ compare, caption, after: section }: Media): Comparison<P>[] => {
      const [before, after] = compare ? [illustrate(compare.before)[0], illustrate(compare.after)[0]] : [];
      const place = section && isShown(section) ? section : gallery;
      return before && after ? [{ before, after, caption: set(caption ?? null), place }] : [];
    };
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
    thumbnail: (data.thumbnail ? illustrate(data.thumbnail)[0] : undefined) ?? screenshots.find(({ picture }) => !isBlank(picture)) ?? null,
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
    charts: data.metrics_charts.flatMap(illustrate),
    screenshots,
    comparisons: [...data.metrics_charts.flatMap(compareIn('charts')), ...data.screenshots.flatMap(compareIn('screens'))],
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

/** Report whether a picture is only the place of a film without a poster. */
function isBlank(picture: unknown): boolean {
  return typeof picture === 'object' && picture !== null && 'kind' in picture && picture.kind === 'blank';
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

/** Compare by the author's order, then by delivery date, newest first; without either last. Ties go by slug, so that the order is stable. */
export function byOrderAndDate(a: Sortable, b: Sortable): number {
  if (a.order !== b.order) return (a.order ?? Infinity) < (b.order ?? Infinity) ? -1 : 1;
  if (a.date !== b.date) {
    if (!a.date) return 1;
    if (!b.date) return -1;
    return a.date < b.date ? 1 : -1;
  }
  return a.slug < b.slug ? -1 : 1;
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

/** Latest delivery or update of any project; undefined if none is dated. */
export function lastModified(projects: readonly Pick<Project, 'date' | 'updated'>[]): CalendarDate | undefined {
  return projects
    .flatMap(({ updated, date }) => updated ?? date ?? [])
    .toSorted()
    .at(-1);
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

type Media = ProjectData['screenshots'][number];
type Texts = Pick<ProjectEntry<unknown>, 'body' | 'html' | 'data'> & Pick<Project, 'sections'>;
type Sortable = Pick<Project, 'order' | 'date' | 'slug'>;

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

/** A case study as templates use it; `P` is a resolved picture. */
export interface Project<P = unknown> {
  /** A translation has the slug of its original. */
  slug: string;
  /** Language tag of a translation, from its file name; undefined for an original. */
  translation: string | undefined;
  /** Its slug before it was renamed, as the first of its `aliases` has it. */
  firstSlug: string | null;
  title: string;
  tagline: string | null;
  /** The tagline, else the first sentences of the text; null where there are none. */
  description: string | null;
  client: { name: string; industry: string | null; size: string | null; url: string | null } | null;
  /** The name of a client that is not confidential. */
  namedClient: string | null;
  industry: string | null;
  /** Slug of the industry page; a translation may name the industry differently but shares the slug. */
  industrySlug: string | null;
  /** Rank in lists, before the date: lower numbers come first. */
  order: number | null;
  /** Delivery date; defaults to the end of the engagement. */
  date: CalendarDate | null;
  year: string | null;
  updated: CalendarDate | null;
  featured: boolean;
  thumbnail: Illustration<P> | null;
  /** As the author wrote it: one of the known words, or others. */
  status: string | null;
  topics: string[];
  technologies: { name: string; slug: string }[];
  role: string | null;
  services: string[];
  teamSize: string | null;
  credits: ProjectData['credits'];
  awards: ProjectData['awards'];
  duration: ProjectData['duration'] | null;
  impactScore: number | null;
  outcomes: Outcome[];
  headline: Outcome | null;
  sections: Section[];
  /** A Markdown body as HTML; null for MDX. */
  body: string | null;
  charts: Illustration<P>[];
  screenshots: Illustration<P>[];
  comparisons: Comparison<P>[];
  testimonial: ProjectData['testimonial'] | null;
  /** Slugs of the case studies that the author relates to this one. */
  related: string[];
  /** A file of the site has an address below the origin. */
  links: ProjectData['links'];
  pictures: Record<string, P>;
  /** Where its links lead. */
  targets: LinkTargets;
  lang: string | null;
  /** The author's summary for language models, Markdown. */
  llmSummary: string | null;
  llmTopics: string[];
  hidden: boolean;
  /** Last part of the address of a case study that only its address leads to; null for the others. */
  shared: string | null;
}

/** A section of front matter, its Markdown as HTML. */
export interface Section {
  field: SectionField;
  html: string;
}

export interface Illustration<P> {
  picture: P;
  /** Empty if the picture is decorative. */
  alt: string;
  caption: string | null;
  /** The section that the picture follows, one that the page shows; without, it is in the gallery. */
  after?: SectionField;
}

/** Two pictures of the same thing. */
export interface Comparison<P> {
  before: Illustration<P>;
  after: Illustration<P>;
  caption: string | null;
  /** The section that they follow, one that the page shows, or their gallery. */
  place: SectionField | 'charts' | 'screens';
}

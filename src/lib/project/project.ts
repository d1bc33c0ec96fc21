import type { Outcome } from '../../metrics/model/types.ts';
import type { CalendarDate } from '../../schemas/calendar.ts';
import type { ProjectData } from '../../schemas/project.ts';
import type { SectionField } from '../../schemas/sections.ts';
import type { LinkTargets } from '../markdown/links.ts';

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

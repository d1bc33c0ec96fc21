import { z } from 'zod';
import { formerPath, formerPaths, link } from './address.ts';
import { award } from './award.ts';
import { calendarDate, moment } from './calendar-date.ts';
import { client } from './client.ts';
import { credit } from './credit.ts';
import { duration } from './duration.ts';
import { language } from './language.ts';
import { metricsSchema } from './metric.ts';
import { media, thumbnail } from './media.ts';
import { advised, flag, list, markdown, number, SourceScalar, text, uniqueList } from './scalar.ts';
import { slug } from './slug.ts';
import { technologies } from './technology.ts';
import { testimonial } from './testimonial.ts';

/** The front matter of a case study; only its title is required. The check and the content collection share it. */
export const projectSchema = z
  .strictObject({
    layout: z.enum(['project', 'case-study'], { error: 'must be `project` or `case-study`' }).optional().describe('Accepted but ignored'),
    title: text(120).describe('Title of the case study, at most 120 characters'),
    tagline: text(200).optional().meta(advised).describe('Sentence below the title, also the meta description; at most 200 characters'),
    client: client.optional().meta(advised).describe('The client: a name, or a map that can keep the name confidential'),
    date: calendarDate().optional().meta(advised).describe('Date of delivery; defaults to the end of `duration`'),
    order: number().optional().describe('Position in lists, before the date: lower numbers come first'),
    updated: calendarDate().optional().describe('Date of the last change to the text'),
    publish_at: moment().optional().describe('The case study is hidden before this date, or date-time with an offset'),
    draft: flag().optional().describe('`true` hides the case study'),
    featured: flag().optional().describe('`true` shows the case study on the home page'),
    unlisted: flag().optional().describe('`true` gives the page an address that only you know, and lists it nowhere; see docs/sharing.md'),
    status: text().optional().describe('`ongoing`, `completed`, `archived`, or your own words'),
    thumbnail: thumbnail.optional().meta(advised).describe('Picture on the card and at the top of the page; a bare path is decorative'),
    technologies: technologies
      .default([])
      .meta(advised)
      .describe('Technologies used, at most 30 names; each of two case studies has a page'),
    topics: list(text()).default([]).describe('What the case study is about, other than its technologies'),
    industry: text().optional().describe('Industry of the project'),
    role: text().optional().meta(advised).describe('Your role in the project'),
    services: list(text()).default([]).describe('Services you provided'),
    team_size: text().optional().describe('Size of the team: a number, or text'),
    credits: list(credit).default([]).describe('People and firms who took part'),
    awards: list(award).default([]).describe('Awards for the work'),
    duration: duration.optional().meta(advised).describe('How long the work took: text, or {start, end}'),
    executive_summary: markdown().optional().describe('Summary of the case study'),
    business_context: markdown().optional().meta(advised).describe('Why the work mattered to the client'),
    technical_challenges: markdown().optional().meta(advised).describe('Difficulties of the work'),
    solutions: markdown().optional().meta(advised).describe('What you did'),
    solution_architecture: markdown().optional().describe('Structure of the solution'),
    implementation_details: markdown().optional().describe('How the solution was built'),
    results_metrics: markdown().optional().describe('What changed; without `metrics`, bullets that start in bold are read as metrics'),
    team_leadership: markdown().optional().describe('The team and how it was led'),
    key_learnings: markdown().optional().describe('Lessons: what you would repeat or change'),
    metrics: metricsSchema.optional().meta(advised).describe('Outcomes: sentences with figures, or values before and after'),
    metrics_charts: list(media).default([]).describe('Charts of the measurements'),
    screenshots: list(media).default([]).describe('Pictures of the result'),
    testimonial: testimonial.optional().describe('Quotation about the work'),
    related: uniqueList(slug()).default([]).describe('Slugs of related case studies, shown before the computed ones'),
    links: list(link).default([]).describe('Links to further material'),
    business_impact_score: number(0, 10)
      .optional()
      .describe('Your own rating of the impact, 0 to 10; shown only with `impactScore: true` in the site config'),
    aliases: formerPaths().describe('Old paths that redirect to the page'),
    redirect_from: formerPaths().describe('Same as `aliases`'),
    permalink: formerPath().optional().describe('The old path of the page, which redirects to the new one'),
    llm_summary: markdown().optional().describe('Summary for language models'),
    llm_topics: list(text()).default([]).describe('Topics for language models'),
    lang: language().optional().describe('Language of the text, as a BCP 47 tag'),
    extra: z
      .record(z.string(), z.unknown(), { error: 'must be a map' })
      .transform(unwrapScalars)
      .optional()
      .meta({ type: 'object' })
      .describe('Data of your own; stored, never shown'),
  })
  .meta({ title: 'Case study' });

export type ProjectData = z.output<typeof projectSchema>;

/** Unwrap source scalars at every depth. */
function unwrapScalars(value: Record<string, unknown>): Record<string, unknown> {
  const unwrap = (one: unknown): unknown => {
    if (one instanceof SourceScalar) return one.value;
    if (Array.isArray(one)) return one.map(unwrap);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).flatMap(([key, inner]) => (key === '__proto__' ? [] : [[key, unwrap(inner)]])));
  };
  return unwrap(value) as Record<string, unknown>;
}

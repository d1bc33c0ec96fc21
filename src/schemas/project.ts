import { z } from 'zod';
import { formerPath, formerPaths, link } from './address.ts';
import { calendarDate, moment } from './calendar-date.ts';
import { client } from './client.ts';
import { duration } from './duration.ts';
import { language } from './language.ts';
import { metricsSchema } from './metric.ts';
import { illustration, thumbnail } from './picture.ts';
import { advised, flag, list, markdown, number, onMaps, SourceScalar, text } from './scalar.ts';
import { technologies } from './technology.ts';
import { testimonial } from './testimonial.ts';

/** The front matter of a case study; the check and the content collection share it. */
export const projectSchema = z
  .strictObject({
    layout: z.enum(['project', 'case-study'], { error: 'must be `project` or `case-study`' }).optional().describe('Accepted but ignored'),
    title: text(120).describe('Title of the case study, at most 120 characters'),
    tagline: text(200).describe('Sentence below the title, also the meta description; at most 200 characters'),
    client: client.describe('The client: a name, or a map that can keep the name confidential'),
    date: calendarDate().optional().meta(advised).describe('Date of delivery; defaults to the end of `duration`'),
    updated: calendarDate().optional().describe('Date of the last change to the text'),
    publish_at: moment().optional().describe('The case study is hidden before this date, or date-time with an offset'),
    draft: flag().optional().describe('`true` hides the case study'),
    featured: flag().optional().describe('`true` shows the case study on the home page'),
    thumbnail: thumbnail.optional().meta(advised).describe('Picture on the card and at the top of the page; a bare path is decorative'),
    technologies: technologies.describe('Technologies used, 1 to 30 names; each has a page'),
    industry: text().optional().describe('Industry of the project'),
    role: text().optional().meta(advised).describe('Your role in the project'),
    services: list(text()).default([]).describe('Services you provided'),
    team_size: text().optional().describe('Size of the team: a number, or text'),
    duration: duration.optional().meta(advised).describe('How long the work took: text, or {start, end}'),
    executive_summary: markdown().optional().describe('Summary of the case study'),
    business_context: markdown().describe('Why the work mattered to the client'),
    technical_challenges: markdown().describe('Difficulties of the work'),
    solutions: markdown().optional().describe('What you did; either this or `solution_architecture` is required'),
    solution_architecture: markdown().optional().describe('Structure of the solution; either this or `solutions` is required'),
    implementation_details: markdown().optional().describe('How the solution was built'),
    results_metrics: markdown().optional().describe('What changed; without `metrics`, bullets that start in bold are read as metrics'),
    team_leadership: markdown().optional().describe('The team and how it was led'),
    key_learnings: markdown().optional().describe('Lessons: what you would repeat or change'),
    metrics: metricsSchema.optional().meta(advised).describe('Outcomes: sentences with figures, or values before and after'),
    metrics_charts: list(illustration).default([]).describe('Charts of the measurements'),
    screenshots: list(illustration).default([]).describe('Pictures of the result'),
    testimonial: testimonial.optional().describe('Quotation about the work'),
    links: list(link).default([]).describe('Links to further material'),
    business_impact_score: number(0, 10).optional().describe('Your own rating of the impact, 0 to 10'),
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
  .refine(({ solutions, solution_architecture: architecture }) => solutions !== undefined || architecture !== undefined, {
    ...onMaps,
    path: ['solutions'],
    error: 'is missing: describe what you did, in `solutions` or `solution_architecture`',
  })
  .meta({ title: 'Case study', anyOf: [{ required: ['solutions'] }, { required: ['solution_architecture'] }] });

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

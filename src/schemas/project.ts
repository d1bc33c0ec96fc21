import { z } from 'zod';
import { formerPath, formerPaths, link } from './address.ts';
import { calendarDate, moment } from './calendar-date.ts';
import { client } from './client.ts';
import { duration } from './duration.ts';
import { language } from './language.ts';
import { metricsSchema } from './metric.ts';
import { illustration, thumbnail } from './picture.ts';
import { advised, flag, list, markdown, number, onMaps, text, TypedScalar } from './scalar.ts';
import { technologies } from './technology.ts';
import { testimonial } from './testimonial.ts';

/** What an author may write at the head of a case study. The checker and the collection go by these same rules. */
export const projectSchema = z
  .strictObject({
    layout: z
      .enum(['project', 'case-study'], { error: 'must be `project` or `case-study`' })
      .optional()
      .describe('Accepted, without effect'),
    title: text(120).describe('Title of the case study, at most 120 characters'),
    tagline: text(200).describe('The sentence below the title, and the meta description; at most 200 characters'),
    client: client.describe('Whom the work was for: a name, or a map that can keep it confidential'),
    date: calendarDate().optional().meta(advised).describe('When it was delivered; the end of `duration` where absent'),
    updated: calendarDate().optional().describe('Day of the last change to the text'),
    publish_at: moment().optional().describe('Hidden before this date, or date-time with offset'),
    draft: flag().optional().describe('true hides the case study'),
    featured: flag().optional().describe('true puts it on the home page'),
    thumbnail: thumbnail.optional().meta(advised).describe('Picture on the card and at the head of the page; a bare path is decorative'),
    technologies: technologies.describe('What it is made of, 1 to 30 names; each has a page'),
    industry: text().optional().describe('Trade the work was done in'),
    role: text().optional().meta(advised).describe('What you were in the project'),
    services: list(text()).default([]).describe('What you were engaged for'),
    team_size: text().optional().describe('How many worked on it: a number, or words'),
    duration: duration.optional().meta(advised).describe('How long it took: words, or {start, end}'),
    executive_summary: markdown().optional().describe('The case in brief'),
    business_context: markdown().describe('Why it mattered to the client'),
    technical_challenges: markdown().describe('What stood in the way'),
    solutions: markdown().optional().describe('What you did; this or `solution_architecture` is required'),
    solution_architecture: markdown().optional().describe('How it fits together; this or `solutions` is required'),
    implementation_details: markdown().optional().describe('How it was built'),
    results_metrics: markdown().optional().describe('What changed; its bold-led bullets are read as metrics where `metrics` is absent'),
    team_leadership: markdown().optional().describe('Who did it and how it was led'),
    key_learnings: markdown().optional().describe('What you would do again, and what not'),
    metrics: metricsSchema.optional().meta(advised).describe('Outcomes: sentences with their figures, or before and after'),
    metrics_charts: list(illustration).default([]).describe('Pictures of measurements'),
    screenshots: list(illustration).default([]).describe('Pictures of what was built'),
    testimonial: testimonial.optional().describe('What somebody said about the work'),
    links: list(link).default([]).describe('Where a reader can see more'),
    business_impact_score: number(0, 10).optional().describe('Your own assessment of the impact, 0 to 10'),
    aliases: formerPaths().describe('Old addresses; each redirects to the page'),
    redirect_from: formerPaths().describe('The same as aliases'),
    permalink: formerPath().optional().describe('The old address of the page; redirects to the new one'),
    llm_summary: markdown().optional().describe('Summary for language models'),
    llm_topics: list(text()).default([]).describe('Topics for language models'),
    lang: language().optional().describe('Language of the text, as BCP 47'),
    extra: z
      .record(z.string(), z.unknown(), { error: 'must be a map' })
      .transform(plain)
      .optional()
      .meta({ type: 'object' })
      .describe('Anything else; kept, never shown'),
  })
  .refine(({ solutions, solution_architecture: architecture }) => solutions !== undefined || architecture !== undefined, {
    ...onMaps,
    path: ['solutions'],
    error: 'is missing: a case study says what was done, in `solutions` or `solution_architecture`',
  })
  .meta({ title: 'Case study', anyOf: [{ required: ['solutions'] }, { required: ['solution_architecture'] }] });

export type ProjectData = z.output<typeof projectSchema>;

/** Undo the wrapping of typed scalars at every depth. */
function plain(value: Record<string, unknown>): Record<string, unknown> {
  const bare = (one: unknown): unknown => {
    if (one instanceof TypedScalar) return one.value;
    if (Array.isArray(one)) return one.map(bare);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).flatMap(([key, inner]) => (key === '__proto__' ? [] : [[key, bare(inner)]])));
  };
  return bare(value) as Record<string, unknown>;
}

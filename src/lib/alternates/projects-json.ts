import { z } from 'zod';
import { aggregateKinds } from '../../metrics/model/aggregate.ts';
import { formatOutcome } from '../../metrics/format/format-outcome.ts';
import { relativeChange } from '../../metrics/model/evaluate.ts';
import type { Outcome, Quantity } from '../../metrics/model/types.ts';
import { periods, units } from '../../schemas/units.ts';
import { topicsOf } from '../project/facts.ts';
import type { Project } from '../project/project.ts';
import { isRootPath } from '../markdown/sanitize.ts';

const text = z.string().nullable();
const calendarDate = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);
const quantity = z.strictObject({
  value: z.number().nullable().describe('The number, expanded: 21k is 21000; null if the words contain none'),
  upper: z.number().nullable().describe('The upper end of a range'),
  unit: z.enum(units).nullable(),
  symbol: text.describe(
    'The physical unit of a `count` that has one, as the author writes it: km, kWh/m²; of `money` the unit that it buys; of a duration both its units, as `h 20 min`',
  ),
  currency: text.describe('ISO 4217, for money'),
  bound: z.enum(['exact', 'at_least', 'at_most', 'approx']),
  bound_text: text.describe("The author's words for the bound, such as `within`; `<` or `>` for these signs; null if it was another sign"),
  per: z.enum(periods).nullable().describe('The period of a rate: `hour` for 120 an hour'),
});

/** One outcome as published data. */
export const outcomeJson = z.strictObject({
  ...quantity.shape,
  kind: z.enum(['change', 'multiple', 'transition', 'level', 'statement']),
  text: z.string().describe("The author's own words"),
  label: z.string().describe('What is measured'),
  category: text,
  out_of: z.number().nullable().describe('The whole of a share or a score: 10 for 9 of 10, that of both states for a transition'),
  direction: z.enum(['up', 'down']).nullable(),
  before: quantity.nullable(),
  after: quantity.nullable(),
  relative_change: z.number().nullable().describe('-0.7 for a reduction of 70 %; null if unknown'),
  good: z.boolean().nullable().describe('Whether the change is an improvement; null if unknown'),
  period: text,
  method: text.describe('How it was measured'),
  source: text.describe('Where it can be checked'),
});

const projectJson = z.strictObject({
  slug: z.string(),
  url: z.url(),
  markdown: z.url().describe('The same case study as Markdown'),
  title: z.string(),
  tagline: text,
  description: text.describe('The tagline, else the first sentences of the text'),
  client: z.strictObject({ name: z.string(), industry: text, size: text, url: z.url().nullable() }).nullable(),
  industry: text,
  date: calendarDate.nullable().describe('Delivered on: a day, a month or a year'),
  updated: calendarDate.nullable(),
  status: text.describe('`ongoing`, `completed`, `archived`, or other words'),
  role: text,
  team_size: text,
  services: z.array(z.string()),
  technologies: z.array(z.strictObject({ name: z.string(), url: z.url().nullable() })),
  topics: z.array(z.string()),
  credits: z.array(z.strictObject({ name: z.string(), role: text, url: z.url().nullable() })),
  awards: z.array(z.strictObject({ title: z.string(), by: text, year: text, url: z.url().nullable() })),
  outcomes: z.array(outcomeJson),
  images: z.array(z.strictObject({ url: z.url(), width: z.number(), height: z.number(), alt: z.string() })),
  testimonial: z.strictObject({ quote: z.string(), author: text, role: text, company: text }).nullable(),
  related: z.array(z.string()).describe('Slugs of the case studies that the author relates to this one'),
  links: z.array(z.strictObject({ label: z.string(), url: z.string() })),
  lang: z.string(),
});

/** The content of `projects.json`. */
export const projectsJson = z
  .strictObject({ $schema: z.url(), site: z.string(), url: z.url(), updated: calendarDate.nullable(), projects: z.array(projectJson) })
  .meta({ title: 'Case studies', description: 'Every public case study of the site, in the order of its list' });

const fraction = z.number().describe('-0.7 for a time cut by 70 %, 0.999 for an availability of 99.9 %');

/** The content of `results.json`. */
export const resultsJson = z
  .strictObject({
    $schema: z.url(),
    site: z.string(),
    url: z.url(),
    updated: calendarDate.nullable(),
    aggregates: z
      .array(z.strictObject({ kind: z.enum(aggregateKinds), count: z.int().positive(), median: fraction, low: fraction, high: fraction }))
      .describe('Summaries of three or more results of one kind: the change of a time, an availability'),
    results: z.array(
      outcomeJson.extend({
        project: z.strictObject({
          title: z.string(),
          url: z.url(),
          client: text,
          industry: text,
          date: calendarDate.nullable(),
        }),
      }),
    ),
  })
  .meta({ title: 'Results', description: 'Every outcome of the public case studies, in the order of the results page' });

export type ProjectsJson = z.output<typeof projectsJson>;
export type ProjectJson = z.output<typeof projectJson>;
export type ResultsJson = z.output<typeof resultsJson>;

/** Return the JSON Schema (draft 2020-12) of a data file; `id` is its absolute URL. */
export function jsonSchemaOf(schema: z.ZodType, id: string): object {
  const { $schema, ...rest } = z.toJSONSchema(schema);
  return { $schema, $id: id, ...rest };
}

/** Convert a case study to published data; URLs are absolute. */
export function toProjectJson(project: Project, { url, markdown, technologyUrl, images, locale }: ProjectJsonOptions): ProjectJson {
  const { slug, title, tagline, description, client, industry, date, updated, status, role, services, links, testimonial } = project;
  return {
    ...{ slug, url, markdown, title, tagline, description, client, industry, date, updated, status, role },
    team_size: project.teamSize,
    services,
    technologies: project.technologies.map(({ name, slug: part }) => ({ name, url: technologyUrl(part) })),
    topics: topicsOf(project),
    credits: project.credits.map(({ name, role = null, url: href = null }) => ({ name, role, url: href })),
    awards: project.awards.map(({ title: award, by = null, year = null, url: href = null }) => ({ title: award, by, year, url: href })),
    outcomes: project.outcomes.map((outcome) => toOutcomeJson(outcome, locale)),
    images: images.map(({ url: src, width, height, alt }) => ({ url: src, width, height, alt })),
    testimonial: testimonial
      ? {
          quote: testimonial.quote,
          author: testimonial.author ?? null,
          role: testimonial.role ?? null,
          company: testimonial.company ?? null,
        }
      : null,
    related: project.related,
    links: links.map(({ label, url: href }) => ({ label, url: isRootPath(href) ? new URL(href, url).href : href })),
    lang: project.lang ?? locale,
  };
}

/** Convert an outcome to published data. */
export function toOutcomeJson(outcome: Outcome, locale: string): z.output<typeof outcomeJson> {
  const { kind, text, category, direction, before, after, good, period, method, source } = outcome;
  return {
    ...quantityJson(outcome),
    ...{ kind, text, label: formatOutcome(outcome, locale).label, category, out_of: outcome.outOf ?? null, direction },
    before: before && quantityJson(before),
    after: after && quantityJson(after),
    relative_change: relativeChange(outcome),
    ...{ good, period, method, source },
  };
}

export interface ProjectJsonOptions {
  url: string;
  markdown: string;
  technologyUrl: (slug: string) => string | null;
  images: readonly { url: string; width: number; height: number; alt: string }[];
  locale: string;
}

function quantityJson({ value, upper, unit, symbol, currency, bound, boundText, per }: Quantity): z.output<typeof quantity> {
  return { value, upper, unit, symbol, currency, bound, bound_text: boundText, per };
}

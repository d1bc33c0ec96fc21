import { z } from 'zod';
import { aggregateKinds } from '../metrics/model/aggregate.ts';
import { formatOutcome } from '../metrics/format/format-outcome.ts';
import { relativeChange } from '../metrics/model/evaluate.ts';
import type { Outcome, Quantity } from '../metrics/model/types.ts';
import { units } from '../schemas/units.ts';
import type { Project } from './project.ts';

const orNull = (schema: z.ZodType<string>) => schema.nullable();
const calendarDate = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);
const quantity = z.strictObject({
  value: z.number().nullable().describe('The figure, written out: 21k is 21000; null where the words give none'),
  upper: z.number().nullable().describe('The upper end of a range'),
  unit: z.enum(units).nullable(),
  currency: orNull(z.string()).describe('ISO 4217, for money'),
  bound: z.enum(['exact', 'at_least', 'at_most', 'approx']),
});

/** One outcome as published data. */
export const outcomeJson = z.strictObject({
  ...quantity.shape,
  kind: z.enum(['change', 'multiple', 'transition', 'level', 'statement']),
  text: z.string().describe("The author's own words"),
  label: z.string().describe('What is measured'),
  category: orNull(z.string()),
  direction: z.enum(['up', 'down']).nullable(),
  before: quantity.nullable(),
  after: quantity.nullable(),
  relative_change: z.number().nullable().describe('-0.7 for a reduction by 70 %; null where none can be known'),
  good: z.boolean().nullable().describe('Whether the move is an improvement; null where it cannot be said'),
  period: orNull(z.string()),
  method: orNull(z.string()).describe('How it was measured'),
  source: orNull(z.string()).describe('Where it can be checked'),
});

const projectJson = z.strictObject({
  slug: z.string(),
  url: z.url(),
  markdown: z.url().describe('The same case study as Markdown'),
  title: z.string(),
  tagline: z.string(),
  client: z.strictObject({
    name: z.string(),
    industry: orNull(z.string()),
    size: orNull(z.string()),
    url: orNull(z.url()),
  }),
  industry: orNull(z.string()),
  date: orNull(calendarDate).describe('Delivered on: a day, a month or a year'),
  updated: orNull(calendarDate),
  role: orNull(z.string()),
  team_size: orNull(z.string()),
  services: z.array(z.string()),
  technologies: z.array(z.strictObject({ name: z.string(), url: z.url() })),
  topics: z.array(z.string()),
  outcomes: z.array(outcomeJson),
  images: z.array(z.strictObject({ url: z.url(), width: z.number(), height: z.number(), alt: z.string() })),
  testimonial: z.strictObject({ quote: z.string(), author: z.string(), role: orNull(z.string()), company: orNull(z.string()) }).nullable(),
  links: z.array(z.strictObject({ label: z.string(), url: z.string() })),
  lang: z.string(),
});

/** What `projects.json` holds. */
export const projectsJson = z
  .strictObject({ $schema: z.url(), site: z.string(), url: z.url(), updated: orNull(calendarDate), projects: z.array(projectJson) })
  .meta({ title: 'Case studies', description: 'Every public case study of the site, newest first' });

const fraction = z.number().describe('-0.7 for a time cut by 70 %, 0.999 for an availability of 99.9 %');

/** What `results.json` holds. */
export const resultsJson = z
  .strictObject({
    $schema: z.url(),
    site: z.string(),
    url: z.url(),
    updated: orNull(calendarDate),
    aggregates: z
      .array(z.strictObject({ kind: z.enum(aggregateKinds), count: z.int().positive(), median: fraction, low: fraction, high: fraction }))
      .describe('Like figures of three results or more, summed up: the change of a time, an availability'),
    results: z.array(
      outcomeJson.extend({
        project: z.strictObject({
          title: z.string(),
          url: z.url(),
          client: z.string(),
          industry: orNull(z.string()),
          date: orNull(calendarDate),
        }),
      }),
    ),
  })
  .meta({ title: 'Results', description: 'Every outcome of the public case studies, in the order of the results page' });

export type ProjectsJson = z.output<typeof projectsJson>;
export type ProjectJson = z.output<typeof projectJson>;
export type ResultsJson = z.output<typeof resultsJson>;

/** The JSON Schema (draft 2020-12) of a file of data, under its own absolute address. */
export function jsonSchemaOf(schema: z.ZodType, id: string): object {
  const { $schema, ...rest } = z.toJSONSchema(schema);
  return { $schema, $id: id, ...rest };
}

/** Make published data of a case study; addresses are absolute. */
export function toProjectJson(project: Project, { url, markdown, technologyUrl, images, topics, locale }: ProjectJsonOptions): ProjectJson {
  const { slug, title, tagline, client, industry, date, updated, role, services, links, testimonial } = project;
  return {
    ...{ slug, url, markdown, title, tagline, client, industry, date, updated, role },
    team_size: project.teamSize,
    services,
    technologies: project.technologies.map(({ name, slug: part }) => ({ name, url: technologyUrl(part) })),
    topics: [...topics],
    outcomes: project.outcomes.map((outcome) => toOutcomeJson(outcome, locale)),
    images: images.map(({ url: src, width, height, alt }) => ({ url: src, width, height, alt })),
    testimonial: testimonial
      ? { quote: testimonial.quote, author: testimonial.author, role: testimonial.role ?? null, company: testimonial.company ?? null }
      : null,
    links: links.map(({ label, url: href }) => ({ label, url: href })),
    lang: project.lang ?? locale,
  };
}

/** Make published data of an outcome. */
export function toOutcomeJson(outcome: Outcome, locale: string): z.output<typeof outcomeJson> {
  const { kind, text, category, direction, before, after, good, period, method, source } = outcome;
  return {
    ...quantityJson(outcome),
    ...{ kind, text, label: formatOutcome(outcome, locale).label, category, direction },
    before: before && quantityJson(before),
    after: after && quantityJson(after),
    relative_change: relativeChange(outcome),
    ...{ good, period, method, source },
  };
}

export interface ProjectJsonOptions {
  url: string;
  markdown: string;
  technologyUrl: (slug: string) => string;
  images: readonly { url: string; width: number; height: number; alt: string }[];
  topics: readonly string[];
  locale: string;
}

function quantityJson({ value, upper, unit, currency, bound }: Quantity): z.output<typeof quantity> {
  return { value, upper, unit, currency, bound };
}

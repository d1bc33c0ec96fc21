import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocument } from '../../../src/documents/document.ts';
import { structuredMetric } from '../../../src/schemas/metric.ts';
import { projectSchema } from '../../../src/schemas/project.ts';
import { SourceScalar } from '../../../src/schemas/scalar.ts';
import { sectionFields } from '../../../src/schemas/sections.ts';
import { units } from '../../../src/schemas/units.ts';

const text = fc.oneof(
  fc.constantFrom('Quay', ' padded ', '404', 'yes', 'ünïcode 👩‍🍳', 'two\nlines'),
  fc.constantFrom(new SourceScalar(3.1, '3.10'), new SourceScalar(true, 'True')),
);
const flag = fc.constantFrom(new SourceScalar(true, 'true'), new SourceScalar(false, 'false'));
const date = fc.constantFrom('2023-08-15', ' 2023-08 ', '2023', new SourceScalar(2023, '2023'), '2023-08-15 10:00:00 +0100');
const address = fc.constantFrom('https://example.com/a', ' mailto:a@example.com ');
const path = fc.constantFrom('/old', ' /old/page ');
const paths = fc.oneof(path, fc.array(path, { maxLength: 2 }));
const figure = fc.oneof(fc.constantFrom(new SourceScalar(70, '70'), 0.5, '70% less', ' 3.5 s '), text);
const optional = <T>(shape: Record<string, fc.Arbitrary<T>>, requiredKeys: string[] = []) => fc.record(shape, { requiredKeys });

const client = fc.oneof(
  text,
  optional<unknown>({ name: text, alias: text, confidential: flag, also: fc.array(text), industry: text, size: text, url: address }, [
    'name',
    'alias',
  ]),
);
const picture = {
  image: fc.constantFrom('./a.jpg', '/assets/images/a.png'),
  width: fc.constant(new SourceScalar(30, '30')),
  height: fc.constant(20),
};
const described = optional<unknown>({ ...picture, alt: text, decorative: fc.constant(new SourceScalar(false, 'false')) }, ['image', 'alt']);
const decorative = optional<unknown>({ ...picture, decorative: fc.constant(new SourceScalar(true, 'true')) }, ['image', 'decorative']);
const captioned = optional<unknown>({ image: picture.image, alt: text, caption: text }, ['image', 'alt']);
const thumbnail = fc.oneof(fc.constant('./a.jpg'), described, decorative, captioned);
const after = fc.constantFrom(...sectionFields);
const film = optional<unknown>({ video: path, poster: path, captions: path, alt: text, after }, ['video', 'alt']);
const state = fc.record({ image: picture.image, alt: fc.constantFrom('A board', ' A quay ') });
const comparison = optional<unknown>({ compare: fc.record({ before: state, after: state }), caption: text, after }, ['compare']);
const media = fc.array(fc.oneof(described, decorative, captioned, film, comparison), { maxLength: 3 });
const metric = fc.oneof(
  fc.constantFrom('70% less waiting time', ' From 3.5 s to 0.8 s '),
  optional<unknown>(
    { label: text, value: figure, before: figure, after: figure, period: text, method: text, context: text, headline: flag },
    ['label'],
  ),
  optional<unknown>({ metric: text, improvement: figure, from: figure, to: figure, description: text }, ['metric']),
  fc.record({
    text,
    number: figure,
    unit: fc.constantFrom(...units.filter((unit) => unit !== 'money')),
    better: fc.constantFrom('lower', 'higher'),
  }),
  fc.record({ value: figure, currency: fc.constant('EUR'), unit: fc.constant('money'), source: address }),
);
const several = fc.oneof(metric, fc.array(metric, { minLength: 1, maxLength: 3 }));
const metrics = fc.oneof(several, fc.dictionary(fc.constantFrom('speed', 'kosten_2023', 'größe', 'constructor'), fc.option(several)));
const texts = fc.array(text, { maxLength: 3 });

const fields: Record<keyof typeof projectSchema.shape, fc.Arbitrary<unknown>> = {
  layout: fc.constantFrom('project', 'case-study'),
  title: text,
  tagline: text,
  client,
  date,
  order: fc.constantFrom(-1, 2.5, new SourceScalar(3, '3')),
  updated: date,
  publish_at: fc.constantFrom('2023-08-15', ' 2031-01-15T09:00:00+01:00 '),
  draft: flag,
  featured: flag,
  unlisted: flag,
  status: text,
  thumbnail,
  technologies: fc.uniqueArray(fc.constantFrom('C#', ' Go ', '.NET', '__proto__')),
  topics: texts,
  industry: text,
  role: text,
  services: texts,
  team_size: text,
  credits: fc.array(fc.oneof(text, optional<unknown>({ name: text, role: text, url: address }, ['name'])), { maxLength: 2 }),
  awards: fc.array(fc.oneof(text, optional<unknown>({ title: text, by: text, year: text, url: address }, ['title'])), { maxLength: 2 }),
  duration: fc.oneof(text, fc.constantFrom({ start: '2023' }, { start: '2023-01', end: new SourceScalar(2024, '2024') })),
  executive_summary: text,
  business_context: text,
  technical_challenges: text,
  solutions: text,
  solution_architecture: text,
  implementation_details: text,
  results_metrics: text,
  team_leadership: text,
  key_learnings: text,
  metrics,
  metrics_charts: media,
  screenshots: media,
  testimonial: optional<unknown>({ quote: text, author: text, role: text, company: text }, ['quote']),
  related: fc.uniqueArray(fc.constantFrom('quay', ' harbour-2 ')),
  links: fc.array(fc.record({ label: text, url: fc.oneof(address, path) }), { maxLength: 2 }),
  business_impact_score: fc.constantFrom(0, 10, new SourceScalar(8.5, '8.5')),
  aliases: paths,
  redirect_from: paths,
  permalink: path,
  llm_summary: text,
  llm_topics: texts,
  lang: fc.constantFrom('de', ' pt-BR '),
  extra: fc.dictionary(fc.string(), fc.oneof(text, texts, fc.dictionary(fc.string(), text))),
};
const required = ['title'];

test('the generator covers every key of a structured metric', () => {
  const keys = new Set(fc.sample(metric, 500).flatMap((one) => (typeof one === 'object' ? Object.keys(one as object) : [])));
  expect([...keys].toSorted()).toEqual(Object.keys(structuredMetric.shape).toSorted());
});

test('parsing a parsed case study changes nothing', () => {
  let parsed = 0;
  fc.assert(
    fc.property(optional(fields, required), (written) => {
      const once = projectSchema.safeParse(written);
      // A category map whose entries are all null is the only invalid document generated.
      if (!once.success) return void expect(once.error.issues.map(({ path: [key] }) => key)).toEqual(['metrics']);
      parsed++;
      expect(projectSchema.parse(once.data)).toEqual(once.data);
    }),
    { numRuns: 400 },
  );
  expect(parsed).toBeGreaterThan(200);
});

const folder = new URL('../../fixtures/site/src/content/projects/', import.meta.url);
const documents = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.mdx?$/.test(name) && !/(?:^|\/)[._]/.test(name),
);

test.each(documents)('parsing %s twice changes nothing', (name) => {
  const { data } = readDocument(readFileSync(new URL(name, folder)), name);
  const once = projectSchema.parse(data);
  expect(projectSchema.parse(once)).toEqual(once);
});

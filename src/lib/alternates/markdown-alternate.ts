import type { RootContent } from 'mdast';
import { stringify } from 'yaml';
import { formatOutcome, formatQuantity } from '../../metrics/format/format-outcome.ts';
import type { Outcome } from '../../metrics/model/types.ts';
import { attributionOf, awardLine, bylineOf, creditLine, topicsOf } from '../project/facts.ts';
import { distinctIllustrations, metricRows, type FeedOptions } from '../feeds/feed.ts';
import type { Links } from '../markdown/links.ts';
import { renderMarkdown } from '../markdown/markdown.ts';
import { filmLink, portableMarkdown, type WrittenText } from './portable-markdown.ts';
import type { SectionField } from '../../schemas/sections.ts';
import type { Project } from '../project/project.ts';
import { withoutEmpty } from '../without-empty.ts';
import { heading, paragraph, table, writeMarkdown } from './write-markdown.ts';

/** Write the Markdown alternate of a case study: its facts as front matter, then its text, which comes from `alternateText`. */
export function markdownAlternate(project: Project, { url, locale, text }: { url: string; locale: string; text: string }): string {
  const facts = withoutEmpty({
    title: project.title,
    tagline: project.tagline,
    url,
    client: project.client?.name,
    industry: project.industry,
    date: project.date,
    updated: project.updated,
    duration: durationOf(project),
    role: project.role,
    team_size: project.teamSize,
    services: project.services,
    technologies: project.technologies.map(({ name }) => name),
    topics: topicsOf(project),
    status: project.status,
    credits: project.credits.map(creditLine),
    awards: project.awards.map(awardLine),
    lang: project.lang ?? locale,
    metrics: project.outcomes.map((outcome) => metricOf(outcome, locale)),
  });
  return `---\n${stringify(facts, { lineWidth: 0 })}---\n\n${text}`;
}

/** Write the text of a case study as Markdown under its title, the summary for language models first. */
export function alternateText(project: Project, options: AlternateOptions): string {
  const { locale, strings, written, mdxBody, links, picture } = options;
  const text = (part: WrittenText, headingBase: number, notePrefix?: string) =>
    portableMarkdown(part, { ...options, headingBase, ...(notePrefix && { notePrefix }) });
  const { llmSummary: summary, testimonial } = project;
  return writeMarkdown([
    heading(1, project.title),
    ...(summary ? text({ markdown: summary, html: renderMarkdown(summary, { headingBase: 2, locale, links }) }, 2, 'summary-') : []),
    ...lines(project.tagline, bylineOf(project)),
    ...(project.outcomes.length > 0 ? [table(metricRows(project.outcomes, locale, strings).map((row) => row.map(withPlainSpaces)))] : []),
    ...project.sections.flatMap(({ field, html }) => [
      heading(2, strings.section[field].heading),
      ...text({ markdown: written[field], html }, 3, `${field.replaceAll('_', '-')}-`),
    ]),
    ...text({ markdown: written.body, html: project.body ?? mdxBody ?? '' }, 2),
    ...distinctIllustrations(project, strings).flatMap(({ picture: shown, alt, caption }): RootContent[] => {
      const [linked, file] = [options.film?.(shown), picture(shown)];
      if (!linked && !file) return [];
      const image: RootContent = {
        type: 'paragraph',
        children: [linked ? filmLink(linked, alt) : { type: 'image', url: file?.url ?? '', alt }],
      };
      return caption ? [image, { type: 'paragraph', children: [{ type: 'emphasis', children: paragraph(caption).children }] }] : [image];
    }),
    ...(testimonial
      ? [{ type: 'blockquote' as const, children: [paragraph(testimonial.quote)] }, ...lines(attributionOf(testimonial))]
      : []),
  ]);
}

export interface AlternateOptions extends FeedOptions {
  /** The author's own Markdown by field; an MDX body is left out. */
  written: Partial<Record<SectionField | 'body', string | undefined>>;
  /** Where the links lead. */
  links: Links;
}

/** Make a paragraph of each line that has words. */
function lines(...texts: (string | null)[]) {
  return texts.flatMap((text) => (text ? [paragraph(text)] : []));
}

function metricOf(outcome: Outcome, locale: string): object {
  const { label } = formatOutcome(outcome, locale);
  const { before, after, period, method, source } = outcome;
  return withoutEmpty({
    label,
    text: outcome.text,
    before: before && withPlainSpaces(formatQuantity(before, locale)),
    after: after && withPlainSpaces(formatQuantity(after, locale)),
    ...{ period, method, source },
  });
}

/** Replace non-breaking and thin spaces, which only matter in print. */
function withPlainSpaces(text: string): string {
  return text.replace(/[\u00a0\u2009\u202f]/g, ' ');
}

function durationOf({ duration }: Project): string | null {
  if (!duration) return null;
  return 'start' in duration ? `${duration.start}/${duration.end ?? '..'}` : duration.text;
}

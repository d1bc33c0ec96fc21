import type { Strings } from '../../i18n/strings.ts';
import { formatOutcome } from '../../metrics/format/format-outcome.ts';
import type { Outcome } from '../../metrics/model/types.ts';
import type { CalendarDate } from '../../schemas/calendar.ts';
import { withAlerts } from '../markdown/alerts.ts';
import { isChart } from '../charts/chart-data.ts';
import { chartTable } from '../charts/chart-words.ts';
import { describeDiagram, diagramEngine } from '../charts/diagrams.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import type { PublishedPicture } from '../pictures/pictures.ts';
import { attributionOf, bylineOf } from '../project/facts.ts';
import type { Illustration, Project } from '../project/project.ts';
import { readListing } from '../markdown/listing.ts';
import { plainLines } from '../markdown/highlight.ts';
import { splitProse, type CodeBlock, type ProsePart, type ProsePicture } from '../markdown/prose-parts.ts';
import { toPortableHtml } from '../markdown/sanitize.ts';
import { tableHtml } from '../markdown/table-html.ts';

/** Write a whole case study as portable HTML for feed readers. */
export function feedContent(project: Project, { url, locale, strings, picture, film, mdxBody }: FeedOptions): string {
  const shown = (key: unknown, alt: string): string => {
    const still = image(picture(key), alt);
    const linked = film?.(key);
    return linked ? `<a href="${escapeHtml(linked.url)}">${still || escapeHtml(alt)}<br>${escapeHtml(linked.label)}</a>` : still;
  };
  const named = (one: ProsePicture, caption: string | undefined) =>
    figure({ picture: one.picture, alt: one.alt, caption: caption ?? null }, shown);
  const portable = (part: ProsePart): string => {
    if (typeof part === 'string') return part;
    if ('code' in part) return (isChart(part) && chart(part, locale)) || listing(part);
    if ('row' in part) return part.row.map((one) => named(one, one.title)).join('');
    if ('before' in part) return named(part.before, strings.prose.before) + named(part.after, strings.prose.after);
    // A film is a block with a caption; the title of a picture within a line is only for a mouse.
    if (!('embed' in part)) return film?.(part.picture) ? named(part, part.title) : shown(part.picture, part.alt);
    const { embed, title, picture: still } = part;
    const words = [still ? image(picture(still.picture), still.alt) : '', escapeHtml(title)].join('');
    return `<a href="${escapeHtml(embed.url)}">${words || embed.service}</a>`;
  };
  const illustrate = (html: string): string =>
    splitProse(withAlerts(html, strings, 'feed'))
      .map(portable)
      .join('');
  const html = [
    textOf(project.tagline),
    textOf(bylineOf(project)),
    project.outcomes.length > 0 ? tableHtml(metricRows(project.outcomes, locale, strings)) : '',
    ...project.sections.map(({ field, html }) => `<h2>${escapeHtml(strings.section[field].heading)}</h2>${illustrate(html)}`),
    illustrate(project.body ?? mdxBody ?? ''),
    ...distinctIllustrations(project, strings).map((illustration) => figure(illustration, shown)),
    project.testimonial ? `<blockquote>${textOf(project.testimonial.quote)}</blockquote>${textOf(attributionOf(project.testimonial))}` : '',
    `<p><a href="${escapeHtml(url)}">${escapeHtml(project.title)}</a></p>`,
  ].join('\n');
  return toPortableHtml(html.trim(), url);
}

/** List outcomes as rows of a table, below the row of its headings: the measure, the result, and how it was measured. */
export function metricRows(outcomes: readonly Outcome[], locale: string, strings: Strings): string[][] {
  const rows = outcomes.map((outcome) => {
    const { label, change, detail, sentence, statement } = formatOutcome(outcome, locale);
    const evidence = [change && statement, outcome.period, outcome.method, outcome.context];
    return [label, detail ?? (change || sentence), evidence.filter(Boolean).join(' · ')];
  });
  return [[strings.measure, strings.result, strings.howMeasured], ...rows];
}

/** List the pictures that a case study shows outside of its text, each once, that of its head first. */
export function distinctIllustrations<P>(
  { thumbnail, charts, screenshots, comparisons }: Project<P>,
  { prose }: Strings,
): Illustration<P>[] {
  const compared = comparisons.flatMap(({ before, after, caption }) => [
    { ...before, caption: prose.before },
    { ...after, caption: [prose.after, caption].filter(Boolean).join(' · ') },
  ]);
  const all = [...(thumbnail ? [thumbnail] : []), ...charts, ...screenshots, ...compared];
  return all.filter(({ picture }, index) => all.findIndex((other) => other.picture === picture) === index);
}

export interface FeedOptions {
  /** Absolute address of the case study. */
  url: string;
  locale: string;
  strings: Strings;
  /** Find the published file of a picture, by its address in rendered Markdown or as resolved. */
  picture: (picture: unknown) => PublishedPicture | undefined;
  /** Find the file of a film, in the same ways. */
  film?: (picture: unknown) => FeedFilm | undefined;
  /** HTML of an MDX body. */
  mdxBody?: string | undefined;
}

export interface FeedFilm {
  /** Absolute. */
  url: string;
  /** Its length and size. */
  label: string;
}

/** The title, addresses and author of a feed. Addresses are absolute. */
export interface FeedChannel {
  title: string;
  description: string;
  /** Address of the page that lists the same case studies. */
  home: string;
  /** Address of the feed. */
  self: string;
  /** BCP 47. */
  locale: string;
  author: { name: string; url: string };
  /** A square PNG. */
  icon: { url: string; size: number };
}

/** A case study as an item of a feed, in any format. */
export interface FeedItem {
  url: string;
  /** What readers know it by: the address at which it was first published. */
  id: string;
  title: string;
  /** Null where the case study has no sentence to be described by. */
  summary: string | null;
  html: string;
  /** Calendar dates. */
  published: CalendarDate | null;
  updated: CalendarDate | null;
  tags: string[];
  lang: string | null;
  /** The picture at the head of the page. */
  picture: (PublishedPicture & { alt: string }) | null;
  /** The social image, the only picture whose size in bytes is known. */
  socialImage: { url: string; bytes: number; alt: string } | null;
}

function textOf(text: string | null): string {
  return text ? `<p>${escapeHtml(text)}</p>` : '';
}

function figure({ picture, alt, caption }: Illustration<unknown>, write: (picture: unknown, alt: string) => string): string {
  const shown = write(picture, alt);
  return shown && `<figure><p>${shown}</p>${captionOf(caption)}</figure>`;
}

/** Many readers drop the elements of figures; a paragraph keeps the caption apart from what it names. */
function captionOf(words: string | null | undefined): string {
  return words ? `<figcaption>${textOf(words)}</figcaption>` : '';
}

/** Write a chart as the table of its figures; undefined where it can't be drawn. */
function chart(block: CodeBlock, locale: string): string | undefined {
  const written = chartTable(block, locale);
  const [caption = '', words] = (written && /<caption>(.*?)<\/caption>/.exec(written)) || [];
  return words ? `<figure><figcaption><p>${words}</p></figcaption>${written?.replace(caption, '')}</figure>` : written;
}

/**
 * Write code with its title. Lines that came or went have signs instead of elements, which many readers drop or read as one line, and a
 * diagram has its description.
 */
function listing(block: CodeBlock): string {
  const asked = readListing(block.meta);
  const isChanged = [...asked.lines.values()].some((element) => element !== 'mark');
  const lines = plainLines(block.code.replace(/\n$/, '')).map((line, index) =>
    isChanged ? signs[asked.lines.get(index + 1) ?? 'mark'] + line : line,
  );
  const name = block.language ? ` class="language-${escapeHtml(block.language)}"` : '';
  const code = `<pre><code${name}>${lines.join('\n')}</code></pre>`;
  const { title, description } = diagramEngine(block.language) ? describeDiagram(block) : { title: asked.title, description: undefined };
  return title || description ? `<figure>${captionOf(title)}${textOf(description ?? null)}${code}</figure>` : code;
}

const signs = { ins: '+ ', del: '- ', mark: '  ' } as const;

function image(picture: PublishedPicture | undefined, alt: string): string {
  return picture
    ? `<img src="${escapeHtml(picture.url)}" alt="${escapeHtml(alt)}" width="${picture.width}" height="${picture.height}">`
    : '';
}

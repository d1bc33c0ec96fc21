import { standAlone } from './feed-html.ts';
import { formatOutcome } from '../metrics/format/format-outcome.ts';
import type { Outcome } from '../metrics/model/types.ts';
import type { CalendarDate } from '../schemas/calendar.ts';
import { splitPictures } from './markdown.ts';
import type { Project } from './project.ts';
import type { Strings } from '../i18n/strings.ts';
import { escape } from './written-html.ts';

/** Put a whole case study into HTML that stands alone in a feed reader: absolute addresses, no script, style, class or id. */
export function feedContent(project: Project, { url, locale, strings, picture, mdxBody }: FeedOptions): string {
  const illustrate = (html: string): string =>
    splitPictures(html)
      .map((part) => (typeof part === 'string' ? part : image(picture(part.picture), part.alt)))
      .join('');
  const shots = [...(project.thumbnail ? [project.thumbnail] : []), ...project.charts, ...project.screenshots];
  const html = [
    `<p>${escape(project.tagline)}</p>`,
    `<p>${escape([project.client.name, project.industry, project.year].filter(Boolean).join(' · '))}</p>`,
    project.outcomes.length > 0 ? metricsTable(project.outcomes, locale, strings) : '',
    ...project.sections.map(({ field, html }) => `<h2>${escape(strings.section[field].heading)}</h2>${illustrate(html)}`),
    illustrate(project.body ?? mdxBody ?? ''),
    ...shots.map((shot, index) => (shots.findIndex((other) => other.picture === shot.picture) === index ? figure(shot, picture) : '')),
    project.testimonial
      ? `<blockquote><p>${escape(project.testimonial.quote)}</p></blockquote><p>${escape([project.testimonial.author, project.testimonial.role, project.testimonial.company].filter(Boolean).join(', '))}</p>`
      : '',
    `<p><a href="${escape(url)}">${escape(project.title)}</a></p>`,
  ].join('\n');
  return standAlone(html, url);
}

export interface FeedOptions {
  /** Absolute address of the case study. */
  url: string;
  locale: string;
  strings: Strings;
  /** The published file of a picture, by its path as written or as stored. */
  picture: (picture: unknown) => FeedPicture | undefined;
  mdxBody?: string | undefined;
}

export interface FeedPicture {
  url: string;
  width: number;
  height: number;
}

/** What a feed says of itself; addresses are absolute. */
export interface FeedChannel {
  title: string;
  description: string;
  /** The page the feed follows. */
  home: string;
  /** Where the feed lies. */
  self: string;
  /** BCP 47. */
  locale: string;
  author: { name: string; url: string };
  /** A square PNG. */
  icon: { url: string; size: number };
}

/** A case study as feeds carry it, in whatever format. */
export interface FeedItem {
  url: string;
  title: string;
  summary: string;
  html: string;
  /** Calendar dates. */
  published: CalendarDate | null;
  updated: CalendarDate | null;
  tags: string[];
  lang: string | null;
  /** The picture at the head of the page. */
  picture: (FeedPicture & { alt: string }) | null;
  /** The social card: the one picture whose size in bytes is known. */
  card: { url: string; bytes: number; alt: string } | null;
}

/** The instant that stands for a calendar date, or for the month or year of one: its first, in UTC. */
export function firstInstant(date: CalendarDate): Date {
  return new Date(`${`${date}-01-01`.slice(0, 10)}T00:00:00Z`);
}

function metricsTable(outcomes: readonly Outcome[], locale: string, strings: Strings): string {
  const rows = outcomes.map((outcome) => {
    const { label, sentence, detail } = formatOutcome(outcome, locale);
    return `<tr><th scope="row">${escape(label)}</th><td>${escape(sentence)}</td><td>${escape([detail, outcome.period, outcome.method].filter(Boolean).join(' · '))}</td></tr>`;
  });
  return `<table><thead><tr><th scope="col">${strings.measure}</th><th scope="col">${strings.result}</th><th scope="col">${strings.howMeasured}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function figure(shot: Project['screenshots'][number], picture: FeedOptions['picture']): string {
  const shown = image(picture(shot.picture), shot.alt);
  return shown && `<figure>${shown}${shot.caption ? `<figcaption>${escape(shot.caption)}</figcaption>` : ''}</figure>`;
}

function image(picture: FeedPicture | undefined, alt: string): string {
  return picture ? `<img src="${escape(picture.url)}" alt="${escape(alt)}" width="${picture.width}" height="${picture.height}">` : '';
}

import type { ProjectData } from '../../schemas/project.ts';
import type { SectionField } from '../../schemas/sections.ts';
import type { Comparison, Illustration, Project } from './project.ts';

/** Collect the pictures of a case study, each with its texts set in type and its place on the page. */
export function illustrationsOf<P>({ pictures, thumbnail, metrics_charts, screenshots }: Media<P>, page: Page): Illustrations<P> {
  const illustrate = ({ image, video, alt, caption, after }: Partial<Medium>): Illustration<P>[] => {
    const picture = pictures[image ?? video ?? ''];
    const section = after && page.isShown(after) ? { after } : {};
    return picture ? [{ picture, alt: page.set(alt ?? ''), caption: caption === undefined ? null : page.set(caption), ...section }] : [];
  };
  const compareIn =
    (gallery: 'charts' | 'screens') =>
    ({ compare, caption, after }: Medium): Comparison<P>[] => {
      const [before, later] = compare ? [illustrate(compare.before)[0], illustrate(compare.after)[0]] : [];
      const place = after && page.isShown(after) ? after : gallery;
      return before && later ? [{ before, after: later, caption: caption === undefined ? null : page.set(caption), place }] : [];
    };
  const shown = screenshots.flatMap(illustrate);
  return {
    thumbnail: (thumbnail ? illustrate(thumbnail)[0] : undefined) ?? shown.find(({ picture }) => !isBlank(picture)) ?? null,
    charts: metrics_charts.flatMap(illustrate),
    screenshots: shown,
    comparisons: [...metrics_charts.flatMap(compareIn('charts')), ...screenshots.flatMap(compareIn('screens'))],
  };
}

/** Report whether a picture is only the place of a film without a poster. */
function isBlank(picture: unknown): boolean {
  return typeof picture === 'object' && picture !== null && 'kind' in picture && picture.kind === 'blank';
}

type Medium = ProjectData['screenshots'][number];
type Media<P> = Pick<ProjectData, 'thumbnail' | 'metrics_charts' | 'screenshots'> & { pictures: Record<string, P> };
type Illustrations<P> = Pick<Project<P>, 'thumbnail' | 'charts' | 'screenshots' | 'comparisons'>;

interface Page {
  /** Set a text in the type of its language. */
  set: (text: string) => string;
  /** Whether the page has a section, which a picture may follow. */
  isShown: (section: SectionField) => boolean;
}

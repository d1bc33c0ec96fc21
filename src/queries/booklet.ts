import { readFile } from 'node:fs/promises';
import { AstroError } from 'astro/errors';
import { renderMarkdown } from '../lib/markdown/markdown.ts';
import { plate as plateOf, type Plate } from '../metrics/format/plate.ts';
import { getPlate } from './results.ts';
import { getProjects, projectHref, type Project } from './projects.ts';
import { chooseProjects, getSelections, selectionHref, type Selection } from './selections.ts';
import { localeOf, site, urls } from './site.ts';

/** What a booklet prints. `expires` is the end of the page that has the same. */
export interface Booklet extends Pick<Selection, 'title' | 'reader' | 'expires' | 'projects' | 'lang'> {
  /** A sentence below the title. */
  promise: string | null;
  /** The introduction, as HTML. */
  intro: string;
  /** Absolute address of the page that has the same. */
  address: string;
  plate: Plate<unknown> | null;
}

/** Name of the environment variable in which `npm run pdf` passes its choice, as JSON. */
const choiceName = 'BOOKLET';

/** Get the booklet that this build prints: the whole portfolio, a selection, or the case studies named on the command line. */
export async function getBooklet(): Promise<Booklet> {
  const choice = JSON.parse(process.env[choiceName] ?? '{}') as { selection?: string; only?: string[]; intro?: string };
  const home = urls.absolute(urls.page());
  const whole = {
    ...{ title: site.name, reader: null, promise: site.promise, intro: `<p>${site.about}</p>`, address: home },
    ...{ expires: null, lang: undefined },
  };
  if (choice.selection !== undefined) {
    const selections = await getSelections();
    const selection = selections.find(({ id }) => id === choice.selection);
    if (!selection) {
      const known = selections.map(({ id }) => id);
      throw new AstroError(`There is no selection \`${choice.selection}\`.`, listed('The selections that have a page are', known));
    }
    const address = urls.absolute(selectionHref(selection));
    const plate = plateOfAll(selection.projects, selection.lang);
    return { ...selection, promise: null, intro: selection.html, address, plate };
  }
  if (choice.only === undefined) return { ...whole, projects: await getProjects(), plate: await getPlate() };
  const projects = await chooseProjects(choice.only, undefined);
  const absent = choice.only.filter((slug) => !projects.some((project) => project.slug === slug));
  if (absent.length > 0)
    throw new AstroError(
      listed('There is no case study with the slug', absent),
      'Write the names of the files without `.md`; those that are hidden have no page to print.',
    );
  const intro =
    choice.intro === undefined
      ? whole.intro
      : renderMarkdown(await readFile(choice.intro, 'utf8'), { headingBase: 2, locale: site.locale });
  return { ...whole, intro, projects, plate: plateOfAll(projects, undefined) };
}

/** Path of the page of a case study below the folder of the output. */
export function outputPath(project: Project): string {
  return projectHref(project).slice(urls.page().length).replace(/\/?$/, '/');
}

function plateOfAll(projects: readonly Project[], lang: string | undefined): Plate<unknown> | null {
  return plateOf(
    projects.flatMap((project) => project.outcomes.map((outcome) => ({ outcome, project }))),
    localeOf(lang).locale,
  );
}

function listed(words: string, names: readonly string[]): string {
  return `${words}: ${names.join(', ') || 'none'}.`;
}

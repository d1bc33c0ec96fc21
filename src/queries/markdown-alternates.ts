import { getEntry } from 'astro:content';
import { languageName } from '../i18n/languages.ts';
import { llmsFullTxt, llmsTxt, type LlmsDocument } from '../lib/alternates/llms.ts';
import { alternateText, markdownAlternate } from '../lib/alternates/markdown-alternate.ts';
import { portableMarkdown } from '../lib/alternates/portable-markdown.ts';
import { lastModified } from '../lib/project/order.ts';
import { toOutcomeJson, toProjectJson, type ProjectsJson, type ResultsJson } from '../lib/alternates/projects-json.ts';
import { heading, writeMarkdown } from '../lib/alternates/write-markdown.ts';
import { aggregate } from '../metrics/model/aggregate.ts';
import { getPageHtml, getWritten } from './body.ts';
import { getFacets, getIndexedFacets } from './facets.ts';
import { filmFinder, getFeedOptions, getPictureFinder } from './feed.ts';
import { publishedIllustrations } from './images.ts';
import { memo } from './memo.ts';
import { getPageDocuments, type PageDocument } from './pages.ts';
import { linksOf, projectHref, getProjectLanguages, getProjects, type Project } from './projects.ts';
import { getResults, getResultsIntro, hasResults } from './results.ts';
import { localeOf, site, t, urls } from './site.ts';

/** Get the address of the Markdown alternate of a case study, below the origin. */
export function markdownHref({ slug, translation }: Pick<Project, 'slug' | 'translation'>): string {
  return localeOf(translation).urls.file(`projects/${slug}.md`);
}

/** Write a case study as Markdown, its facts as front matter. */
export async function getMarkdownAlternate(project: Project): Promise<string> {
  const { locale } = localeOf(project.translation);
  return markdownAlternate(project, { url: urls.absolute(projectHref(project)), locale, text: await getAlternateText(project) });
}

/** List the files that hold the content of the site as data, each with its purpose. */
export async function getDataFiles() {
  const results = await hasResults();
  return dataFiles
    .filter(({ name }) => results || !name.startsWith('results.'))
    .map(({ name, about }) => ({ name, href: urls.file(name), about }));
}

const dataFiles = [
  { name: 'projects.json', about: t.projectsJson },
  { name: 'results.json', about: t.resultsJson },
  { name: 'projects.schema.json', about: t.projectsSchema },
  { name: 'results.schema.json', about: t.resultsSchema },
  { name: 'llms.txt', about: t.llmsTxt },
  { name: 'llms-full.txt', about: t.llmsFullTxt },
  { name: 'sitemap-index.xml', about: t.pageAddresses },
];

/** Write `llms.txt`. */
export async function getLlmsTxt(): Promise<string> {
  const projects = await getProjects();
  const translations = await getTranslations();
  const link = (title: string, href: string, about?: string) => ({ title, url: urls.absolute(href), about });
  const linkTo = (project: Project) =>
    link(project.title, markdownHref(project), [project.client?.name, project.description].filter(Boolean).join(t.colon));
  return llmsTxt({
    ...{ name: site.name, description: site.description, about: site.about },
    sections: [
      { heading: t.work, links: projects.map(linkTo) },
      ...translations.map(({ lang, projects }) => ({ heading: languageName(lang), links: projects.map(linkTo) })),
      {
        heading: t.pagination,
        links: [
          ...((await hasResults()) ? [link(t.results, urls.page('results'), await getResultsIntro())] : []),
          ...((await getIndexedFacets()).length > 0 ? [link(t.index, urls.page('a-z'), t.indexIntro)] : []),
          ...(await getPageDocuments()).map(({ slug, title, description }) => link(title, urls.page(slug), description)),
        ],
      },
      {
        heading: t.siteForMachines,
        links: (await getDataFiles()).filter(({ name }) => name !== 'llms.txt').map(({ name, href, about }) => link(name, href, about)),
      },
    ],
  });
}

/** Write `llms-full.txt`: the text of every case study and every page of the owner's. */
export async function getLlmsFullTxt(): Promise<string> {
  const translations = (await getTranslations()).flatMap(({ projects }) => projects);
  const projects = [...(await getProjects()), ...translations].map(async (project): Promise<LlmsDocument> => ({
    url: urls.absolute(projectHref(project)),
    markdown: await getAlternateText(project),
  }));
  const pages = (await getPageDocuments()).map(async (page): Promise<LlmsDocument> => ({
    url: urls.absolute(urls.page(page.slug)),
    markdown: await getPageText(page),
  }));
  return llmsFullTxt(site, await Promise.all([...projects, ...pages]));
}

/** Build `projects.json`: every public case study. */
export async function getProjectsJson(): Promise<ProjectsJson> {
  const projects = await getProjects();
  const pages = new Map((await getFacets()).technology.map(({ slug, href }) => [slug, href && urls.absolute(href)]));
  const listed = projects.map(async (project) =>
    toProjectJson(project, {
      url: urls.absolute(projectHref(project)),
      markdown: urls.absolute(markdownHref(project)),
      technologyUrl: (slug) => pages.get(slug) ?? null,
      images: await publishedIllustrations(project),
      locale: site.locale,
    }),
  );
  return { ...fileHead('projects', projects), projects: await Promise.all(listed) };
}

/** Build `results.json`: every outcome of the public case studies. */
export async function getResultsJson(): Promise<ResultsJson> {
  const results = (await getResults()).flatMap((group) => group.results);
  return {
    ...fileHead('results', await getProjects()),
    aggregates: aggregate(results.map(({ outcome }) => outcome)),
    results: results.map(({ outcome, project: { client, industry, ...project } }) => {
      const subject = { title: project.title, url: urls.absolute(projectHref(project)), client: client?.name ?? null };
      return { ...toOutcomeJson(outcome, site.locale), project: { ...subject, industry, date: project.date } };
    }),
  };
}

async function getTranslations(): Promise<{ lang: string; projects: readonly Project[] }[]> {
  return Promise.all((await getProjectLanguages()).map(async (lang) => ({ lang, projects: await getProjects(lang) })));
}

function fileHead(page: 'projects' | 'results', projects: readonly Project[]) {
  return {
    $schema: urls.absolute(urls.file(`${page}.schema.json`)),
    site: site.name,
    url: urls.absolute(urls.page(page)),
    updated: lastModified(projects) ?? null,
  };
}

const getAlternateText = memo(async (project: Project): Promise<string> =>
  alternateText(project, { ...(await getFeedOptions(project)), written: await getWritten(project), links: linksOf(project) }),
);

async function getPageText(page: PageDocument): Promise<string> {
  const { slug, title, pictures, targets } = page;
  const html = await getPageHtml(page);
  // The body of MDX is code.
  const markdown = html === page.html ? (await getEntry('pages', slug))?.body : undefined;
  const url = urls.absolute(urls.page(slug));
  const picture = await getPictureFinder(pictures);
  return writeMarkdown([
    heading(1, title),
    ...portableMarkdown(
      { markdown, html },
      { url, locale: site.locale, headingBase: 2, links: linksOf({ targets }), picture, film: filmFinder(pictures, site.locale) },
    ),
  ]);
}

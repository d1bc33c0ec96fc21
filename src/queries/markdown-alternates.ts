import { languageName } from '../i18n/languages.ts';
import { aggregate } from '../metrics/model/aggregate.ts';
import { llmsFullTxt, llmsHead, llmsTxt, type LlmsDocument } from '../lib/llms.ts';
import { renderMarkdown } from '../lib/markdown.ts';
import { lastModified } from '../lib/project.ts';
import { toOutcomeJson, toProjectJson, type ProjectJson, type ProjectsJson, type ResultsJson } from '../lib/projects-json.ts';
import { twin, twinBody } from '../lib/markdown-alternate.ts';
import { escapeMarkdown, htmlToMarkdown } from '../lib/twin-markdown.ts';
import { getFeedHtml } from './feed.ts';
import { publishedIllustrations } from './images.ts';
import { getPageDocuments } from './pages.ts';
import { caseHref, getProjectLanguages, getProjects, type Project } from './projects.ts';
import type { Result } from '../lib/results.ts';
import { getResults, getResultsIntro } from './results.ts';
import { editionIn, site, t, urls } from './site.ts';

/** Address of a case study as Markdown, below the origin. */
export function twinHref({ slug, translation }: Pick<Project, 'slug' | 'translation'>): string {
  return editionIn(translation).urls.file(`projects/${slug}.md`);
}

/** A case study as Markdown with its facts. */
export async function getTwin(project: Project): Promise<string> {
  const { locale } = editionIn(project.translation);
  return twin(project, { url: urls.absolute(caseHref(project)), body: await getTwinBody(project), locale, topics: topicsOf(project) });
}

/** The files that say what the site says as data, with what each is for. */
export const dataFiles = [
  { name: 'projects.json', href: urls.file('projects.json'), about: t.projectsJson },
  { name: 'results.json', href: urls.file('results.json'), about: t.resultsJson },
  { name: 'projects.schema.json', href: urls.file('projects.schema.json'), about: t.projectsSchema },
  { name: 'results.schema.json', href: urls.file('results.schema.json'), about: t.resultsSchema },
  { name: 'llms.txt', href: urls.file('llms.txt'), about: t.llmsTxt },
  { name: 'llms-full.txt', href: urls.file('llms-full.txt'), about: t.llmsFullTxt },
  { name: 'sitemap-index.xml', href: urls.file('sitemap-index.xml'), about: t.siteAsData },
];

/** What `llms.txt` says. */
export async function getLlmsTxt(): Promise<string> {
  const projects = await getProjects();
  const translations = await getTranslations();
  const link = (title: string, href: string, about?: string) => ({ title, url: urls.absolute(href), about });
  const linkTo = (project: Project) => link(project.title, twinHref(project), `${project.client.name}${t.colon}${project.tagline}`);
  return llmsTxt({
    ...{ name: site.name, description: site.description, about: site.about },
    sections: [
      { heading: t.work, links: projects.map(linkTo) },
      ...translations.map(({ lang, projects }) => ({ heading: languageName(lang), links: projects.map(linkTo) })),
      {
        heading: t.pagination,
        links: [
          link(t.results, urls.page('results'), await getResultsIntro()),
          link(t.technologies, urls.page('technologies'), t.facets.technology.intro),
          ...(await getPageDocuments()).map(({ slug, title, description }) => link(title, urls.page(slug), description)),
        ],
      },
      {
        heading: t.siteForMachines,
        links: dataFiles.filter(({ name }) => name !== 'llms.txt').map(({ name, href, about }) => link(name, href, about)),
      },
    ],
  });
}

/** The whole text of the site: every case study and every page of the owner's. */
export async function getLlmsFullTxt(): Promise<string> {
  return (await Array.fromAsync(llmsFullTxt(llmsHead(site), wholeTexts()))).join('');
}

/** Every public case study as JSON, a `ProjectsJson`. */
export async function getProjectsJson(): Promise<ProjectsJson> {
  const projects = await getProjects();
  return { ...fileHead('projects', projects), projects: await Array.fromAsync(publishedProjects(projects)) };
}

/** Every outcome of the public case studies as JSON, a `ResultsJson`. */
export async function getResultsJson(): Promise<ResultsJson> {
  const results = (await getResults()).flatMap((group) => group.results);
  const head = { ...fileHead('results', await getProjects()), aggregates: aggregate(results.map(({ outcome }) => outcome)) };
  return { ...head, results: [...publishedResults(results)] };
}

async function* wholeTexts(): AsyncGenerator<LlmsDocument> {
  const translations = (await getTranslations()).flatMap(({ projects }) => projects);
  for (const project of [...(await getProjects()), ...translations])
    yield { url: urls.absolute(caseHref(project)), markdown: await getTwinBody(project) };
  for (const { slug, title, html } of await getPageDocuments())
    yield { url: urls.absolute(urls.page(slug)), markdown: `# ${escapeMarkdown(title)}\n\n${htmlToMarkdown(html)}` };
}

async function* publishedProjects(projects: readonly Project[]): AsyncGenerator<ProjectJson> {
  for (const project of projects)
    yield toProjectJson(project, {
      url: urls.absolute(caseHref(project)),
      markdown: urls.absolute(twinHref(project)),
      technologyUrl: (slug) => urls.absolute(urls.page('technologies', slug)),
      images: await publishedIllustrations(project),
      topics: topicsOf(project),
      locale: site.locale,
    });
}

function* publishedResults(results: readonly Result<Project>[]): Generator<ResultsJson['results'][number]> {
  for (const { outcome, project } of results)
    yield {
      ...toOutcomeJson(outcome, site.locale),
      project: {
        title: project.title,
        url: urls.absolute(caseHref(project)),
        client: project.client.name,
        industry: project.industry,
        date: project.date,
      },
    };
}

/** The translated case studies, by language. */
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

/** The text of a case study as Markdown, made once for its own file and for that of the whole site. */
function getTwinBody(project: Project): Promise<string> {
  const made = async () => twinBody(project, { html: await getFeedHtml(project), summary: summaryOf(project) });
  const body = bodies.get(project) ?? made();
  bodies.set(project, body);
  return body;
}

const bodies = new WeakMap<Project, Promise<string>>();

/** What the author wrote for language models of a case study that the gate has let through. */
function summaryOf(project: Project): string | null {
  const summary = project.llmSummary;
  return summary ? htmlToMarkdown(renderMarkdown(summary, { headingBase: 2, locale: editionIn(project.translation).locale })) : null;
}

function topicsOf(project: Project): readonly string[] {
  return project.llmTopics;
}

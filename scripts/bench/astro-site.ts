/** A plain Astro site of the same case studies as anyone would write it first, by paths of its files. */
export const astroSite: Record<string, string> = {
  'package.json': '{ "type": "module", "private": true }',
  'astro.config.mjs': `import sitemap from '@astrojs/sitemap';
export default { site: 'https://plain.example', integrations: [sitemap()] };`,
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
const text = z.string();
const projects = defineCollection({
  loader: glob({ pattern: '*.md', base: './src/content/projects' }),
  schema: z.object({
    title: text, tagline: text, client: text, date: z.coerce.date(), thumbnail: text, technologies: z.array(text), industry: text,
    business_context: text, technical_challenges: text, solutions: text, metrics: z.record(text, text),
    screenshots: z.array(z.object({ image: text, alt: text })),
  }),
});
export const collections = { projects };`,
  'src/projects.ts': `import { getCollection } from 'astro:content';
export const projects = (await getCollection('projects')).sort((a, b) => b.data.date.getTime() - a.data.date.getTime());
export const slug = (name) => name.toLowerCase().replace(/\\+/g, '-plus').replace(/#/g, '-sharp').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
export const technologies = Map.groupBy(projects.flatMap((project) => project.data.technologies.map((name) => ({ name, project }))), ({ name }) => name);`,
  'src/layouts/Page.astro': `---
const { title, description } = Astro.props;
---
<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" /><title>{title}</title><meta name="description" content={description} />
    <meta name="viewport" content="width=device-width" /><link rel="canonical" href={Astro.url} />
    <meta property="og:title" content={title} /><link rel="alternate" type="application/rss+xml" href="/rss.xml" />
  </head>
  <body>
    <header><a href="/">Plain</a> <nav><a href="/projects/">Work</a> <a href="/technologies/">Technologies</a></nav></header>
    <main><slot /></main>
    <footer>Plain</footer>
  </body>
</html>`,
  'src/components/List.astro': `---
const { projects } = Astro.props;
---
<ul>{projects.map(({ id, data }) => <li><a href={\`/projects/\${id}/\`}>{data.title}</a> {data.client}, {data.date.getFullYear()}: {data.tagline}</li>)}</ul>`,
  'src/pages/index.astro': `---
import Page from '../layouts/Page.astro';
import List from '../components/List.astro';
import { projects } from '../projects';
---
<Page title="Plain" description="Case studies"><h1>Plain</h1><List projects={projects.slice(0, 4)} /></Page>`,
  'src/pages/projects/[...page].astro': `---
import Page from '../../layouts/Page.astro';
import List from '../../components/List.astro';
import { projects } from '../../projects';
export const getStaticPaths = ({ paginate }) => paginate(projects, { pageSize: 24 });
const { page } = Astro.props;
---
<Page title="Work" description="All work"><h1>Work</h1><List projects={page.data} />
{page.url.prev && <a href={page.url.prev}>Newer</a>} {page.url.next && <a href={page.url.next}>Older</a>}</Page>`,
  'src/pages/projects/[slug].astro': `---
import { render } from 'astro:content';
import { markdownToHtml } from 'satteri';
import Page from '../../layouts/Page.astro';
import { projects, slug } from '../../projects';
export const getStaticPaths = () => projects.map((project, index) => ({ params: { slug: project.id }, props: { project, next: projects[index + 1] } }));
const { project, next } = Astro.props;
const { data } = project;
const { Content } = await render(project);
const html = (text) => markdownToHtml(text).html;
---
<Page title={data.title} description={data.tagline}>
  <article>
    <h1>{data.title}</h1><p>{data.tagline}</p><img src={data.thumbnail} alt="" />
    <dl><dt>Client</dt><dd>{data.client}</dd><dt>Date</dt><dd>{data.date.toISOString().slice(0, 10)}</dd><dt>Industry</dt><dd>{data.industry}</dd></dl>
    <ul>{data.technologies.map((name) => <li><a href={\`/technologies/\${slug(name)}/\`}>{name}</a></li>)}</ul>
    <h2>Context</h2><Fragment set:html={html(data.business_context)} />
    <h2>Challenges</h2><Fragment set:html={html(data.technical_challenges)} />
    <h2>Solution</h2><Fragment set:html={html(data.solutions)} />
    <h2>Results</h2><ul>{Object.values(data.metrics).map((metric) => <li>{metric}</li>)}</ul>
    {data.screenshots.map(({ image, alt }) => <img src={image} alt={alt} />)}
    <Content />
  </article>
  {next && <a href={\`/projects/\${next.id}/\`}>{next.data.title}</a>}
</Page>`,
  'src/pages/technologies/index.astro': `---
import Page from '../../layouts/Page.astro';
import { technologies, slug } from '../../projects';
---
<Page title="Technologies" description="All technologies"><h1>Technologies</h1>
<ul>{[...technologies].map(([name, uses]) => <li><a href={\`/technologies/\${slug(name)}/\`}>{name}</a> {uses.length}</li>)}</ul></Page>`,
  'src/pages/technologies/[slug].astro': `---
import Page from '../../layouts/Page.astro';
import List from '../../components/List.astro';
import { technologies, slug } from '../../projects';
export const getStaticPaths = () => [...technologies].map(([name, uses]) => ({ params: { slug: slug(name) }, props: { name, projects: uses.map(({ project }) => project) } }));
const { name, projects } = Astro.props;
---
<Page title={name} description={name}><h1>{name}</h1><List projects={projects} /></Page>`,
  'src/pages/rss.xml.ts': `import rss from '@astrojs/rss';
import { projects } from '../projects';
export const GET = (context) => rss({ title: 'Plain', description: 'Case studies', site: context.site,
  items: projects.slice(0, 20).map(({ id, data, rendered }) => ({ title: data.title, pubDate: data.date, description: data.tagline, link: \`/projects/\${id}/\`, content: rendered?.html })) });`,
};

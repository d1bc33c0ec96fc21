/** A plain Eleventy site of the same case studies, by paths of its files. */
export const eleventySite: Record<string, string> = {
  'eleventy.config.js': `import MarkdownIt from 'markdown-it';
const markdown = new MarkdownIt();
const slug = (name) => name.toLowerCase().replace(/\\+/g, '-plus').replace(/#/g, '-sharp').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
export default function (config) {
  config.addPassthroughCopy({ public: '/' });
  config.addFilter('html', (text) => markdown.render(text));
  config.addFilter('slug', slug);
  config.addFilter('day', (date) => new Date(date).toISOString().slice(0, 10));
  config.addCollection('newest', (api) => api.getFilteredByGlob('content/projects/*.md').reverse());
  config.addCollection('byTechnology', (api) => {
    const uses = api.getFilteredByGlob('content/projects/*.md').reverse().flatMap((project) => project.data.technologies.map((name) => ({ name, project })));
    return [...Map.groupBy(uses, ({ name }) => name)].map(([name, all]) => ({ name, projects: all.map(({ project }) => project) }));
  });
  return { dir: { input: 'content', output: 'dist' }, markdownTemplateEngine: false, htmlTemplateEngine: 'njk' };
}`,
  'content/projects/projects.11tydata.js': `export default { layout: 'project.njk', permalink: ({ page }) => \`/projects/\${page.fileSlug}/\` };`,
  'content/_includes/page.njk': `<!doctype html>
<html lang="en"><head>
<meta charset="utf-8"><title>{{ title }}</title><meta name="description" content="{{ tagline }}">
<meta name="viewport" content="width=device-width"><link rel="canonical" href="https://plain.example{{ page.url }}">
<meta property="og:title" content="{{ title }}"><link rel="alternate" type="application/rss+xml" href="/rss.xml">
</head><body>
<header><a href="/">Plain</a> <nav><a href="/projects/">Work</a> <a href="/technologies/">Technologies</a></nav></header>
<main>{{ content | safe }}</main>
<footer>Plain</footer>
</body></html>`,
  'content/_includes/list.njk': `<ul>{% for project in projects %}<li><a href="{{ project.url }}">{{ project.data.title }}</a> {{ project.data.client }}, {{ project.data.date | day }}: {{ project.data.tagline }}</li>{% endfor %}</ul>`,
  'content/_includes/project.njk': `---
layout: page.njk
---
<article>
<h1>{{ title }}</h1><p>{{ tagline }}</p><img src="{{ thumbnail }}" alt="">
<dl><dt>Client</dt><dd>{{ client }}</dd><dt>Date</dt><dd>{{ date | day }}</dd><dt>Industry</dt><dd>{{ industry }}</dd></dl>
<ul>{% for name in technologies %}<li><a href="/technologies/{{ name | slug }}/">{{ name }}</a></li>{% endfor %}</ul>
<h2>Context</h2>{{ business_context | html | safe }}
<h2>Challenges</h2>{{ technical_challenges | html | safe }}
<h2>Solution</h2>{{ solutions | html | safe }}
<h2>Results</h2><ul>{% for name, metric in metrics %}<li>{{ metric }}</li>{% endfor %}</ul>
{% for shot in screenshots %}<img src="{{ shot.image }}" alt="{{ shot.alt }}">{% endfor %}
{{ content | safe }}
</article>`,
  'content/index.njk': `---
layout: page.njk
title: Plain
---
<h1>Plain</h1>{% set projects = collections.newest.slice(0, 4) %}{% include "list.njk" %}`,
  'content/list.njk': `---
layout: page.njk
title: Work
pagination: { data: collections.newest, size: 24, alias: projects }
permalink: "/projects/{% if pagination.pageNumber > 0 %}{{ pagination.pageNumber + 1 }}/{% endif %}index.html"
---
<h1>Work</h1>{% include "list.njk" %}
{% if pagination.href.previous %}<a href="{{ pagination.href.previous }}">Newer</a>{% endif %} {% if pagination.href.next %}<a href="{{ pagination.href.next }}">Older</a>{% endif %}`,
  'content/technologies.njk': `---
layout: page.njk
title: Technologies
---
<h1>Technologies</h1><ul>{% for one in collections.byTechnology %}<li><a href="/technologies/{{ one.name | slug }}/">{{ one.name }}</a> {{ one.projects.length }}</li>{% endfor %}</ul>`,
  'content/technology.njk': `---
layout: page.njk
pagination: { data: collections.byTechnology, size: 1, alias: one }
permalink: "/technologies/{{ one.name | slug }}/"
eleventyComputed: { title: "{{ one.name }}" }
---
<h1>{{ one.name }}</h1>{% set projects = one.projects %}{% include "list.njk" %}`,
  'content/rss.njk': `---
permalink: /rss.xml
---
<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Plain</title><link>https://plain.example/</link><description>Case studies</description>
{% for project in collections.newest.slice(0, 20) %}<item><title>{{ project.data.title }}</title><link>https://plain.example{{ project.url }}</link><description>{{ project.data.tagline }}</description><content:encoded>{{ project.templateContent }}</content:encoded></item>
{% endfor %}</channel></rss>`,
  'content/sitemap.njk': `---
permalink: /sitemap.xml
eleventyExcludeFromCollections: true
---
<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{% for one in collections.all %}<url><loc>https://plain.example{{ one.url }}</loc></url>{% endfor %}</urlset>`,
};

import { XMLParser } from 'fast-xml-parser';
import { Window } from 'happy-dom';
import { markdownToHtml, markdownToMdast, type MdastNode } from 'satteri';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { feedContent, type FeedItem } from '../../src/lib/feeds/feed.ts';
import { rssXml } from '../../src/lib/feeds/feed-rss.ts';
import { jsonFeed } from '../../src/lib/feeds/json-feed.ts';
import { llmsFullTxt, llmsTxt } from '../../src/lib/alternates/llms.ts';
import { createLinks } from '../../src/lib/markdown/links.ts';
import { renderMarkdown } from '../../src/lib/markdown/markdown.ts';
import { splitProse } from '../../src/lib/markdown/prose-parts.ts';
import type { Project } from '../../src/lib/project/project.ts';
import { createSocialImageRenderer } from '../../src/lib/pictures/social-image.ts';
import { themeColors } from '../../src/lib/theme/theme.ts';
import { typePairs } from '../../src/lib/theme/type-pairs.ts';
import { stringsFor } from '../../src/i18n/strings.ts';
import { jsonLd } from '../../src/lib/head/structured-data.ts';
import { alternateText, markdownAlternate } from '../../src/lib/alternates/markdown-alternate.ts';
import { check, makeDocument } from '../fixtures/documents/make.ts';
import { makeChannel } from '../fixtures/feed.ts';
import { dangers, hostile, payloads } from '../fixtures/hostile.ts';
import { makeProject } from '../fixtures/project.ts';
import { makeSocialImageFont } from '../fixtures/social-image.ts';

const window = new Window();
const html = (text: string): Document => new window.DOMParser().parseFromString(text, 'text/html') as unknown as Document;
const url = 'https://portfolio.example/projects/x/';

/** A case study with the text in every field that is shown. */
function study(text: string): Project {
  return makeProject({
    title: text,
    tagline: text,
    client: { name: text, industry: text, size: text, url: null },
    industry: text,
    role: text,
    technologies: [{ name: text, slug: 'x' }],
    sections: [{ field: 'business_context', html: renderMarkdown(text, { headingBase: 3, idPrefix: 'business-context-' }) }],
    body: renderMarkdown(text, { headingBase: 2 }),
    testimonial: { quote: text, author: text, role: text, company: text },
    screenshots: [{ picture: 'x', alt: text, caption: text }],
  });
}

function contentOf(project: Project): string {
  const picture = () => ({ url: 'https://portfolio.example/x.jpg', width: 3, height: 2 });
  return feedContent(project, { url, locale: 'en-GB', strings: stringsFor('en-GB'), picture });
}

/** The Markdown alternate of a case study whose sections and body are written as `text`. */
function alternateOf(project: Project, text?: string, mdxBody?: string): string {
  const written = { business_context: text, body: text };
  const picture = () => ({ url: 'https://portfolio.example/x.jpg', width: 3, height: 2 });
  const options = { url, locale: 'en-GB', strings: stringsFor('en-GB'), written, mdxBody, picture, links: createLinks({}, (path) => path) };
  return markdownAlternate(project, { url, locale: 'en-GB', text: alternateText(project, options) });
}

/** The HTML in a piece of Markdown. */
function htmlIn(markdown: string): string[] {
  const found = (node: MdastNode): string[] => {
    if (node.type === 'html') return [node.value];
    return 'children' in node ? (node.children as MdastNode[]).flatMap(found) : [];
  };
  return found(markdownToMdast(markdown, { features: { frontmatter: true } }));
}

function itemOf(text: string): FeedItem {
  const project = study(text);
  return {
    ...{
      url,
      id: url,
      title: text,
      summary: text,
      html: contentOf(project),
      published: '2024-05-17',
      updated: null,
      tags: [text],
      lang: null,
    },
    picture: { url: 'https://portfolio.example/x.jpg', width: 3, height: 2, alt: text },
    socialImage: { url: 'https://portfolio.example/x.png', bytes: 1, alt: text },
  };
}

/** List the payloads for which a surface contains something that would run. */
function leaks(surface: (text: string) => string[]): string[] {
  return payloads.flatMap(([kind, text]) => {
    const found = surface(text);
    return found.length > 0 ? [`${kind}: ${text} -> ${found.join(', ')}`] : [];
  });
}

test('the list is long, and the search finds its payloads', () => {
  expect(payloads.length).toBeGreaterThanOrEqual(100);
  const silent = payloads.filter(([kind, text]) => /handler|element/.test(kind) && dangers(html(text)).length === 0);
  // Only a browser completes these two; see tests/browser/hostile.test.ts.
  expect(silent.map(([, text]) => text)).toEqual(['<img src="x" onerror="alert(1)"//', '<scr<script>ipt>alert(1)</scr</script>ipt>']);
  const schemes = hostile['a scheme']?.filter((text) => dangers(html(markdownToHtml(text).html)).length > 0) ?? [];
  expect(schemes.length).toBeGreaterThanOrEqual(12);
});

describe('no text of a stranger runs code', { timeout: 60_000 }, () => {
  test('in rendered Markdown', () => {
    expect(leaks((text) => dangers(html(renderMarkdown(text, { headingBase: 2 }))))).toEqual([]);
  });

  test('in rendered Markdown that is parsed and serialized again', () => {
    const again = (text: string) => html(html(renderMarkdown(text, { headingBase: 2 })).body.innerHTML);
    expect(leaks((text) => dangers(again(text)))).toEqual([]);
  });

  test('in the pictures and code blocks of Markdown, which the template renders', () => {
    const picture = (text: string) =>
      splitProse(renderMarkdown(text, { headingBase: 2 })).flatMap((part) =>
        typeof part === 'string' || 'code' in part
          ? dangers(html(typeof part === 'string' ? part : part.html))
          : Object.keys(part).filter((key) => !['picture', 'alt', 'title'].includes(key)),
      );
    expect(leaks(picture)).toEqual([]);
  });

  test('in RSS, whose XML stays whole', async () => {
    const xml = new XMLParser({ processEntities: true, isArray: (name) => name === 'item' });
    for (const [kind, texts] of Object.entries(hostile)) {
      const words = texts.join(' ');
      const feed = await rssXml(makeChannel({ title: words, description: words }), texts.map(itemOf));
      expect(feed, kind).not.toMatch(/<(?:script|img|svg|style|iframe)\b|<!\[CDATA\[|<\?(?!xml version)/i);
      const { item } = (xml.parse(feed) as { rss: { channel: { item: Record<string, string>[] } } }).rss.channel;
      expect(
        item.flatMap((one) => dangers(html(one['content:encoded'] ?? ''))),
        kind,
      ).toEqual([]);
    }
  });

  test('in JSON Feed', () => {
    const content = (text: string) =>
      (JSON.parse(JSON.stringify(jsonFeed(makeChannel(), [itemOf(text)]))) as ReturnType<typeof jsonFeed>).items;
    expect(leaks((text) => content(text).flatMap((item) => dangers(html(item.content_html))))).toEqual([]);
  });

  test('in the Markdown alternate, rendered with all its HTML', () => {
    const alternate = (text: string): string[] => {
      const markdown = alternateOf({ ...study(text), llmSummary: text }, text);
      const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(markdown) ?? [];
      expect((parse(head) as { title: string }).title).toBe(text);
      return [...dangers(html(markdownToHtml(body).html)), ...htmlIn(body)];
    };
    expect(leaks(alternate)).toEqual([]);
  });

  test('in the Markdown alternate of MDX, whose components can write anything', () => {
    const alternate = (text: string): string[] => {
      const markdown = alternateOf(makeProject({ body: null }), undefined, renderMarkdown(text, { headingBase: 2, trusted: true }));
      return [...dangers(html(markdownToHtml(markdown).html)), ...htmlIn(markdown)];
    };
    expect(leaks(alternate)).toEqual([]);
  });

  test('in llms.txt and llms-full.txt, rendered with all their HTML', () => {
    const link = (text: string) => ({ title: text, url, about: text });
    const short = (text: string) =>
      llmsTxt({ name: text, description: text, about: text, sections: [{ heading: text, links: [link(text)] }] });
    const long = (text: string) => llmsFullTxt({ name: text, description: text }, []);
    expect(leaks((text) => [short, long].flatMap((write) => dangers(html(markdownToHtml(write(text)).html))))).toEqual([]);
  });

  test('in structured data, which keeps the text unchanged', () => {
    const data = (text: string): string[] => {
      const document = html(
        `<!doctype html><head><script type="application/ld+json">${jsonLd([{ name: text }])}</script></head><body></body>`,
      );
      const [script, ...others] = document.querySelectorAll('script');
      const data = JSON.parse(script?.textContent ?? '') as { '@graph': { name: string }[] };
      return [...dangers(document), ...others.map(() => 'another script'), ...(data['@graph'][0]?.name === text ? [] : ['other words'])];
    };
    expect(leaks(data)).toEqual([]);
  });

  test('in a social image, which contains only pixels', async () => {
    const render = await createSocialImageRenderer([makeSocialImageFont('text')], {
      type: typePairs.report,
      colors: themeColors({ accent: undefined, paper: 'warm' }).light,
    });
    for (const text of Object.values(hostile).map((texts) => texts.join(' '))) {
      const png = await render({ title: text, eyebrow: text, deck: text, figure: { value: '1', label: text }, siteName: text });
      const chunks = [];
      for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) chunks.push(png.toString('latin1', at + 4, at + 8));
      expect(chunks).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
    }
  });
});

describe('the checker', { timeout: 60_000 }, () => {
  const diagnose = async (text: string): Promise<string> => {
    const { diagnostics } = await check({ 'rota.md': makeDocument({}, text) });
    return diagnostics.map(({ severity, message }) => `${severity} ${message}`).join('; ');
  };

  test('rejects links that run code, however they are written', async () => {
    for (const text of hostile['a scheme']?.filter((one) => one.startsWith('[')) ?? [])
      expect(await diagnose(text), text).toMatch(/^error links to a `(?:java|vb)script:` address|^error links to a `data:` address|^$/);
    expect(await diagnose('[a](java&#115;cript:alert(1))')).toBe('error links to a `javascript:` address');
  });

  test('warns of every tag that is removed', async () => {
    const removed =
      hostile['an element that runs or loads']?.filter((text) => /^<[a-z]+[\s>]/i.test(text) && !/^<(?:p|input|img|scr<)/.test(text)) ?? [];
    expect(removed.length).toBeGreaterThan(15);
    for (const text of removed) expect(await diagnose(text), text).toMatch(/warning contains <[a-z]+>, which is removed from the page/);
  });
});

describe('with trusted authors', () => {
  const render = (text: string) => renderMarkdown(text, { headingBase: 2, trusted: true });

  test.each([
    ['<iframe src="https://video.example/1" allowfullscreen></iframe>'],
    ['<div><video controls src="/film.mp4"></video></div>'],
    ['<div><svg class="a"><path d="M0 0h4"></path></svg></div>'],
    ['<p style="color: red" onclick="x()">a</p>'],
    ['<script>alert(1 < 2)</script>'],
    ['<input type="text" name="a" />'],
  ])('raw HTML stays: %s', (text) => expect(render(text)).toBe(text));

  test('pictures are found and headings nest all the same', () => {
    expect(render('# A\n\n<img src="x.png" alt="X">')).toBe('<h2 id="a">A</h2>\n<img data-picture="x.png" alt="X" />');
  });

  test('feeds are sanitized as ever', () => {
    const project = makeProject({ body: payloads.map(([, text]) => render(text)).join('\n') });
    expect(dangers(html(contentOf(project)))).toEqual([]);
  });
});

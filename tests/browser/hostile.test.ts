import { posix } from 'node:path';
import type { Browser, Page as Tab } from 'playwright-core';
import { markdownToHtml } from 'satteri';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { launch } from '../../src/integrations/pdf/chromium.ts';
import { check } from '../fixtures/documents/make.ts';
import { dangersOf, payloads, type Outlined } from '../fixtures/hostile.ts';
import { copyProject, type Copy } from '../site/copy.ts';
import { pages } from '../site/dist.ts';

const sections = [
  ...['executive_summary', 'business_context', 'technical_challenges', 'solutions', 'implementation_details', 'results_metrics'],
  ...['team_leadership', 'key_learnings', 'llm_summary'],
] as const;

/** The payloads, with a picture that exists where they name one: the check would refuse any other. */
const texts = payloads.map(([, text]) => text.replace(/\bsrc=(["'`]?)(?:x|1)\1(?=[\s>])/g, 'src=$1./x.png$1').slice(0, 118));

const origin = 'https://hostile.example';
const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.svg': 'image/svg+xml', '.js': 'text/javascript' };

let copy: Copy;
let browser: Browser;
let tab: Tab;
let dist: Record<string, string>;
/** Texts that the check refuses in Markdown. */
let refused: string[];

beforeAll(async () => {
  browser = await launch();
  const picture = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#336699' } })
    .png()
    .toBuffer();
  refused = (await Promise.all(texts.map(async (text) => ((await isRefused(text, picture)) ? [text] : [])))).flat();
  copy = copyProject({ projects: documents(texts, refused) });
  copy.write('src/content/projects/x.png', picture);
  const { code, output } = await copy.start().ended;
  expect(code, output).toBe(0);
  dist = copy.dist();
  tab = await browser.newPage();
  await tab.addInitScript(() => {
    window.alert = () => document.documentElement.setAttribute('data-ran', '');
  });
  // Pages come without headers and without their own policy, which would hide what they run.
  await tab.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = decodeURIComponent(pathname.slice(1)).replace(/(^|\/)$/, '$1index.html');
    const body = file === 'control/index.html' ? '<img src=/none onerror=alert(1)>' : dist[file];
    if (body === undefined) return route.abort();
    const bare = file.endsWith('.html') ? body.replace(/<meta http-equiv="content-security-policy"[^>]*>/i, '') : body;
    return route.fulfill({ body: Buffer.from(bare, 'latin1'), contentType: types[posix.extname(file)] ?? 'application/octet-stream' });
  });
});
afterAll(async () => {
  await browser.close();
  copy.remove();
});

async function isRefused(text: string, picture: Uint8Array): Promise<boolean> {
  const { diagnostics: problems } = await check({ 'rota.md': stringifyDocument({ ...required, solutions: text }), 'x.png': picture });
  return problems.some(({ severity }) => severity === 'error');
}

const required = {
  ...{ title: 'A', tagline: 'B', client: 'C', technologies: ['Go'] },
  ...{ business_context: 'D', technical_challenges: 'E', solutions: 'F' },
};

function stringifyDocument(fields: Record<string, unknown>, body = ''): string {
  return `---\n${stringify(fields, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })}---\n\n${body}\n`;
}

/** Make case studies that have each text in a field of Markdown and in every other field. */
function documents(all: readonly string[], errors: readonly string[]): Record<string, string> {
  const size = sections.length + 1;
  return Object.fromEntries(
    Array.from({ length: Math.ceil(all.length / size) }, (_, index) => {
      const part = all.slice(index * size, (index + 1) * size);
      const [first = 'x', second = first, third = first] = part;
      const safe = part.map((text) => (errors.includes(text) ? 'Nothing.' : text));
      const fields = {
        ...required,
        ...{ title: first, tagline: second, client: { name: third, industry: first, size: second }, role: third, team_size: first },
        ...{ industry: second, duration: third, services: part, llm_topics: part, date: `20${10 + index}-01-01` },
        // Names that differ by case alone are one technology.
        technologies: index < 3 ? [...new Map(part.map((text) => [text.toLowerCase(), text])).values()] : ['Go'],
        ...Object.fromEntries(sections.map((field, at) => [field, safe[at] ?? 'Nothing.'])),
        metrics: part.map((text) => ({ label: text, before: '30 s', after: '4 s', period: text, method: text })),
        screenshots: part.map((text) => ({ image: './x.png', alt: text, caption: text })),
        testimonial: { quote: first, author: second, role: third, company: first },
        links: part.map((label) => ({ label, url: 'https://example.com/?q="onmouseover="alert(1)' })),
      };
      return [`case-${index}.md`, stringifyDocument(fields, safe.at(-1))];
    }),
  );
}

/** Split a style sheet into its rules, without those that are computed for a page: the widths of its pictures and its header, the options of its filter. */
function rulesOf(css: string): string[] {
  const computed =
    /^(?:@media ?[^{]*\{)*(?:\.[enmw]\d+\{|\.cases:has\(|body>header[ >][^{]*\{(?:max-width:[\d.]+em|width:(?:auto|100%)|display:grid;grid-template-columns:repeat\([\w.,%()-]+\))$)|^$/;
  return css.split('}').filter((rule) => !computed.test(rule.trim()));
}

const htmlFiles = (): string[] => Object.keys(dist).filter((file) => file.endsWith('.html'));

describe('a site of hostile texts', () => {
  test('has nearly all of them; the check refuses links that run and files that are no pictures', () => {
    expect(texts.length - refused.length).toBeGreaterThan(80);
    expect(refused.filter((text) => !/\]\(|\]: ?|<(?:java|data)|src|srcset/.test(text))).toEqual([]);
  });

  test('has nothing that would run, as the parser of a browser reads it', async () => {
    const textsOf = (name: string) => pages().flatMap(({ document }) => [...document.querySelectorAll(name)].map((one) => one.textContent));
    const scripts = new Set(textsOf('script'));
    const rules = new Set(textsOf('style').flatMap(rulesOf));
    const isOurs = ({ name, attributes, text }: Outlined) =>
      (name === 'style' && rulesOf(text).every((rule) => rules.has(rule))) ||
      // The selects of the filter.
      (name === 'select' && attributes.some(([key, value]) => key === 'name' && /^(?:technology|industry|year)$/.test(value)));
    const found: string[] = [];
    for (const file of htmlFiles()) {
      const elements = await outline(Buffer.from(dist[file] ?? '', 'latin1').toString());
      const foreign = elements.filter((element) => !isOurs(element));
      found.push(...foreign.flatMap((element) => dangersOf(element, scripts).map((danger) => `${file}: ${danger}`)));
    }
    expect(found).toEqual([]);
  });

  test('runs nothing even without a policy', async () => {
    expect(await runs('control/')).toBe(true);
    const ran: string[] = [];
    for (const file of htmlFiles()) if (await runs(file.replace(/index\.html$/, ''))) ran.push(file);
    expect(ran).toEqual([]);
  });

  test('has Markdown that runs nothing when all its HTML is rendered', async () => {
    const files = Object.keys(dist).filter((file) => /\.md$|^llms.*\.txt$/.test(file));
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      const { html } = markdownToHtml(Buffer.from(dist[file] ?? '', 'latin1').toString());
      // The processor aligns the columns of tables with this style.
      const elements = await outline(html.replace(/ style="text-align: \w+"/g, ''));
      const found = elements.flatMap((element) => dangersOf(element));
      expect(found, file).toEqual([]);
    }
  });

  test('has no markup in feeds, and JSON that parses', async () => {
    for (const [file, content] of Object.entries(dist)) {
      const text = Buffer.from(content, 'latin1').toString();
      if (file.endsWith('.json')) JSON.parse(text);
      if (file.endsWith('.xml')) expect(await foreign(text), file).toEqual([]);
    }
  });
});

/** List the elements of a document as the browser's own parser reads it, without running any. */
function outline(html: string): Promise<Outlined[]> {
  return tab.evaluate(
    (source) =>
      [...new DOMParser().parseFromString(source, 'text/html').querySelectorAll('*')].map((element) => ({
        name: element.localName,
        attributes: [...element.attributes].map(({ name, value }): [string, string] => [name, value]),
        text: /^(?:script|style)$/i.test(element.localName) ? element.textContent : '',
      })),
    html,
  );
}

/** Say whether a page runs a payload when it is opened and each of its elements gets every event. */
async function runs(path: string): Promise<boolean> {
  await tab.goto(`${origin}/${path}`, { waitUntil: 'load' });
  return tab.evaluate(async () => {
    addEventListener('click', (event) => event.preventDefault());
    for (const element of document.querySelectorAll('*')) {
      for (const type of ['mouseover', 'focus', 'toggle', 'animationstart', 'error', 'load']) element.dispatchEvent(new Event(type));
      if (element instanceof HTMLAnchorElement && /^javascript:/.test(element.href)) alert(element.href);
    }
    // Events that these acts queue are dispatched within two frames.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return document.documentElement.hasAttribute('data-ran');
  });
}

/** List the elements of a feed that are markup of a page, or the error of the browser where it is not well-formed. */
function foreign(xml: string): Promise<string[]> {
  return tab.evaluate((source) => {
    const elements = [...new DOMParser().parseFromString(source, 'application/xml').querySelectorAll('*')];
    // A sitemap names alternates by an element of XHTML, which runs nothing.
    const names = (element: Element) => element.localName === 'link' && /^https?:/.test(element.getAttribute('href') ?? '');
    return elements
      .filter((element) => /xhtml|svg|MathML/i.test(element.namespaceURI ?? '') && !names(element))
      .map(({ outerHTML }) => outerHTML);
  }, xml);
}

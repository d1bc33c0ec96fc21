// More documents, or other ones: `DOCUMENTS=600 SEED=$RANDOM npx vitest run --project site tests/site/generated.test.ts`.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkContent, type CheckedDocument } from '../../src/checks/run.ts';
import { checkOptionsOf } from '../../src/checks/options/site-config.ts';
import { publicDocuments } from '../../src/lib/visibility.ts';
import { generateDocuments, without, write, type Parts } from '../fixtures/documents/generate.ts';
import '../property-seed.ts';
import { copyProject, type Copy } from './copy.ts';
import { site } from './dist.ts';

const count = Number(process.env['DOCUMENTS'] ?? 60);
const folder = 'src/content/projects';
/** What code writes for a value that is missing or no number. */
const accidents = /(?<![\p{L}\p{N}_])(?:undefined|NaN|null|Infinity)(?![\p{L}\p{N}_])|\[object \w+\]|Invalid Date/gu;

let copy: Copy;

beforeAll(async () => {
  copy = copyProject({ projects: {} });
  const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#8a2b0e' } });
  copy.write('src/assets/images/quay.png', await picture(60, 40).png().toBuffer());
  copy.write('src/assets/images/narrow.png', await picture(5, 90).png().toBuffer());
  copy.write('public/drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>');
  copy.write('public/note.txt', 'A note.');
  const config = readFileSync(copy.path('src/site.config.ts'), 'utf8');
  copy.write('src/site.config.ts', config.replace('url:', 'projectsPerPage: 200, feedLength: 500, url:'));
});
afterAll(() => copy.remove());

test('what the check passes is built, and no page, feed or file shows a value that is missing', { timeout: 3_600_000 }, async () => {
  const passed = await repair(generateDocuments(count, new URL('../fixtures/site/src/content/projects/', import.meta.url)));
  expect(passed.length).toBeGreaterThan(count / 2);
  const faults = await build(passed);
  if (faults.length === 0) return;
  const documents = await smallest(passed, async (some) => (await build(some)).length > 0);
  const [first] = documents;
  const parts = first && documents.length === 1 ? await shrink(first) : undefined;
  const shown = (parts ? [parts] : documents).map((one) => `${one.name}\n${write(one)}`);
  expect.fail(
    `${faults.slice(0, 20).join('\n')}\n\nThe smallest documents that fail:\n${(await build(parts ? [parts] : documents)).join('\n')}\n\n${shown.join('\n\n')}`,
  );
});

/** Remove the parts in which the check finds errors, until it finds none. */
async function repair(documents: readonly Parts[]): Promise<Parts[]> {
  let rest = [...documents];
  for (;;) {
    const errors = Map.groupBy(await errorsOf(rest), ({ path }) => path);
    if (errors.size === 0) return rest;
    rest = rest.flatMap((one) => {
      const found = errors.get(`${folder}/${one.name}`);
      return found
        ? (without(
            one,
            found.map(({ line }) => line),
          ) ?? [])
        : one;
    });
  }
}

async function errorsOf(documents: readonly Parts[]) {
  return (await check(documents)).diagnostics.filter(({ severity }) => severity === 'error');
}

/** Make these the case studies of the copy, and check them as the build does. */
function check(documents: readonly Parts[]) {
  rmSync(copy.path(folder), { recursive: true, force: true });
  for (const one of documents) copy.write(`${folder}/${one.name}`, write(one));
  const clock = new Date();
  return checkContent({ root: copy.root, today: clock.toISOString().slice(0, 10), clock, ...checkOptionsOf(site) });
}

/** Build the documents, and list what is wrong with the output: nothing when the check does not pass them. */
async function build(documents: readonly Parts[]): Promise<string[]> {
  const { documents: checked, diagnostics } = await check(documents);
  if (diagnostics.some(({ severity }) => severity === 'error')) return [];
  rmSync(copy.path('dist'), { recursive: true, force: true });
  const { code, output } = await copy.start().ended;
  if (code !== 0) return [`The build ended with ${code}:\n${output.slice(-1500)}`];
  const written = documents.map(write).join('\n');
  // MDX is the code of its author, whose scripts the policy of the page blocks.
  const mdx = documents.flatMap(({ name }) => /^[^/]+(?=.*\.mdx$)/.exec(name)?.[0].replace(/\..*/, '') ?? []);
  const files = readdirSync(copy.path('dist'), { recursive: true, encoding: 'utf8' });
  return [
    ...files.flatMap((file) => faultsOf(file, written, mdx.includes(/projects\/([^/]+)\/index\.html$/.exec(file)?.[1] ?? ''))),
    ...missingTitles(checked),
  ];
}

/** List what is wrong with a file of the output: what does not parse, scripts, and words that no document has. */
function faultsOf(file: string, written: string, isCode: boolean): string[] {
  const words = (text: string) =>
    (text.match(accidents) ?? []).filter((word) => !written.includes(word)).map((word) => `${word} in ${around(text, word)}`);
  const extension = /\.(?:html|xml|json|webmanifest|md|txt)$/.exec(file)?.[0];
  // A schema says where null is permitted.
  if (!extension || file.endsWith('.schema.json')) return [];
  const text = read(file);
  const all =
    extension === '.html'
      ? elements(fromHtml(text)).flatMap((element) => [...words(textIn(element)), ...policyFaults(element, isCode)])
      : extension === '.xml'
        ? [...words(text), ...wellFormed(text)]
        : extension === '.md' || extension === '.txt'
          ? words(text)
          : jsonFaults(text, words);
  return [...new Set(all)].map((fault) => `${file}: ${fault}`);
}

/** List the public case studies whose title a page or a file lacks. */
function missingTitles(checked: readonly CheckedDocument[]): string[] {
  const cases = publicDocuments(checked, new Date()).filter((one) => one.collection === 'projects');
  const listed = Object.entries(titlesOf).map(([file, titles]) => ({ file, titles: titles(read(file)).map(squeeze) }));
  return cases.flatMap(({ slug, lang, data }) => {
    const page = `${lang === null ? '' : `${lang}/`}projects/${slug}`;
    const tree = elements(fromHtml(read(`${page}/index.html`)));
    const own = [
      { file: `${page}/index.html, <title>`, titles: textsOf(tree, 'title') },
      { file: `${page}/index.html, <h1>`, titles: textsOf(tree, 'h1') },
      { file: `${page}.md`, titles: [/^# (.*)$/m.exec(read(`${page}.md`))?.[1] ?? ''] },
    ].map(({ file, titles }) => ({ file, titles: titles.map(squeeze) }));
    return [...own, ...(lang === null ? listed : [])]
      .filter(({ titles }) => !titles.some((title) => title.includes(squeeze(data.title))))
      .map(({ file }) => `${file} lacks the title of ${slug}: ${data.title}`);
  });
}

/** Where the files that list all case studies have their titles. */
const titlesOf: Record<string, (text: string) => string[]> = {
  'projects/index.html': (text) => textsOf(elements(fromHtml(text)), 'a'),
  'rss.xml': (text) => (new XMLParser(xmlOptions).parse(text) as Rss).rss?.channel.item?.map(({ title }) => title) ?? [],
  'feed.json': (text) => (JSON.parse(text) as { items?: Titled[] }).items?.map(({ title }) => title) ?? [],
  'projects.json': (text) => (JSON.parse(text) as { projects?: Titled[] }).projects?.map(({ title }) => title) ?? [],
  'llms.txt': (text) => text.split('\n').flatMap((line) => /^- \[(.*)\]\(/.exec(line)?.[1] ?? []),
};

const xmlOptions = { processEntities: true, htmlEntities: true, parseTagValue: false, isArray: (name: string) => name === 'item' };

interface Titled {
  title: string;
}

interface Rss {
  rss?: { channel: { item?: Titled[] } };
}

function jsonFaults(text: string, words: (text: string) => string[]): string[] {
  try {
    return jsonTexts(JSON.parse(text)).flatMap(words);
  } catch (error) {
    return [String(error)];
  }
}

function jsonTexts(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? [value] : [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...jsonTexts(inner)]);
}

function wellFormed(xml: string): string[] {
  const result = XMLValidator.validate(xml);
  // https://www.w3.org/TR/xml/#charsets
  const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(xml);
  return [
    ...(result === true ? [] : [`${result.err.line}:${result.err.col} ${result.err.msg}`]),
    ...(forbidden ? [`a forbidden character in ${around(xml, forbidden[0])}`] : []),
  ];
}

/** List the inline styles, scripts and handlers of an element; MDX may have the last two, and the runtime of islands has a hash. */
function policyFaults({ tagName, properties, children }: Element, isCode: boolean): string[] {
  const blocked = Object.keys(properties).filter((name) => name === 'style' || (!isCode && /^on[A-Z]/.test(name)));
  const data = properties['src'] !== undefined || ['application/ld+json', 'speculationrules'].includes(String(properties['type']));
  const script = !isCode && tagName === 'script' && !data && !isRuntime(children);
  return [...blocked.map((name) => `<${tagName} ${name}>`), ...(script ? [`<script>${textOf(children).slice(0, 80)}`] : [])];
}

/** Whether a script is that of Astro's islands. */
function isRuntime(children: readonly RootContent[]): boolean {
  return /customElements\.define\("astro-island"|self\.Astro/.test(textOf(children));
}

function elements(tree: Root | Element): Element[] {
  return tree.children.flatMap((child) => (child.type === 'element' ? [child, ...elements(child)] : []));
}

/** Read the texts of an element itself and of its attributes. */
function textIn({ tagName, properties, children }: Element): string {
  const own = tagName === 'style' || (tagName === 'script' && properties['type'] !== 'application/ld+json') ? [] : children;
  const attributes = tagName === 'astro-island' ? [] : Object.values(properties).map(String);
  return [...own.map((child) => (child.type === 'text' ? child.value : '')), ...attributes].join('\n');
}

function textOf(children: readonly (RootContent | ElementContent)[]): string {
  return children.map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child.children) : '')).join('');
}

function textsOf(tree: readonly Element[], name: string): string[] {
  return tree.filter(({ tagName }) => tagName === name).map(({ children }) => textOf(children));
}

function read(file: string): string {
  try {
    return readFileSync(join(copy.path('dist'), file), 'utf8');
  } catch {
    return '{}';
  }
}

/** Reduce a text to what typesetting and escaping leave as it is. */
function squeeze(text: string): string {
  return text.normalize('NFC').replaceAll(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, '');
}

function around(text: string, word: string): string {
  const at = text.indexOf(word);
  return JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
}

/** Find a smallest part of a list that still fails. https://www.debuggingbook.org/html/DeltaDebugger.html */
async function smallest<T>(items: readonly T[], fails: (some: readonly T[]) => Promise<boolean>): Promise<readonly T[]> {
  let rest = items;
  for (let size = Math.ceil(rest.length / 2); size > 0; size = size > 1 ? Math.ceil(size / 2) : 0) {
    for (let at = 0; at < rest.length && rest.length > 1;) {
      const fewer = [...rest.slice(0, at), ...rest.slice(at + size)];
      if (fewer.length > 0 && (await fails(fewer))) rest = fewer;
      else at += size;
    }
  }
  return rest;
}

/** Leave out of a document all parts without which it fails as well. */
async function shrink(document: Parts): Promise<Parts> {
  const blocks = await smallest([...document.blocks, ''], async (some) => (await build([{ ...document, blocks: some }])).length > 0);
  const fields = await smallest(document.fields, async (some) => (await build([{ ...document, fields: some, blocks }])).length > 0);
  return { ...document, fields, blocks };
}

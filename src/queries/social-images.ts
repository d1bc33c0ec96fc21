import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pluralize, interpolate } from '../i18n/strings.ts';
import { facetNames } from '../lib/project/facets.ts';
import { bylineOf } from '../lib/project/facts.ts';
import { figureText, missingWarning, withoutMissing, type SocialImageText } from '../lib/pictures/social-image-text.ts';
import {
  createGlyphCheck,
  createSocialImageRenderer,
  socialImagePlate,
  socialImageSize,
  type SocialImageFont,
} from '../lib/pictures/social-image.ts';
import drawingCode from '../lib/pictures/social-image.ts?raw';
import { facesWithFallback } from '../lib/theme/type-pairs.ts';
import { formatOutcome } from '../metrics/format/format-outcome.ts';
import { facetIndexHref, getFacets, getIndexedFacets } from './facets.ts';
import { getMark } from './icons.ts';
import { memo } from './memo.ts';
import { getAllPageDocuments } from './pages.ts';
import { getProjectLanguages, getProjects, getWorkIntro, projectHref, type Project } from './projects.ts';
import { areResultsSplit, categoryHref, getPlate, getResults, getResultsIntro, hasResults } from './results.ts';
import { getHomeLanguages } from './locales.ts';
import { colors, localeOf, ownerTexts, site, t, urls } from './site.ts';
import { type } from './type.ts';

/** A social image before it is drawn. */
export interface SocialImage {
  /** Hash of the text, the fonts, the colours and the code that draws them. It is the image's address, because networks cache an image by its address. */
  hash: string;
  text: SocialImageText;
  alt: string;
  /** What the image leaves out and how to fix that. */
  warning: string | null;
}

/** List every social image of the site once. */
export async function getSocialImages(): Promise<SocialImage[]> {
  return [...new Map([...(await getImagesByPage()).values()].map((image) => [image.hash, image])).values()];
}

/**
 * Get the social image of the page at an address below the origin. A page without an image of its own, such as the second page of
 * a list, shares that of the nearest page above it. Undefined in development, where nobody shares a page.
 */
export async function getSocialImage(path: string) {
  const image = await findImage(path);
  return image && linkTo(image);
}

/** Get the social image of a case study with the size of its file in bytes. */
export async function getDrawnSocialImage(project: Project) {
  const image = await findImage(projectHref(project));
  return image && { ...linkTo(image), bytes: (await drawSocialImage(image)).length };
}

/** Draw a social image as PNG, or read it from `.cache/social/` if an earlier build has drawn it. */
export async function drawSocialImage({ hash, text }: SocialImage): Promise<Buffer<ArrayBuffer>> {
  const file = join(cacheFolder, `${hash}.png`);
  if (existsSync(file)) return readFileSync(file);
  const png = await (await getRenderer())(text);
  await mkdir(cacheFolder, { recursive: true });
  // A build that is killed while it writes must not leave half an image.
  const partial = `${file}.${randomUUID()}`;
  await writeFile(partial, png);
  await rename(partial, file);
  return png;
}

const cacheFolder = join(process.cwd(), '.cache', 'social');

/** The absolute address of an image, its size in pixels and its words. */
function linkTo({ hash, alt }: SocialImage) {
  return { ...socialImageSize, url: urls.absolute(urls.file(`social/${hash}.png`)), alt };
}

async function findImage(path: string): Promise<SocialImage | undefined> {
  if (import.meta.env.DEV) return undefined;
  const images = await getImagesByPage();
  for (let page = path; page; page = page.slice(0, page.lastIndexOf('/'))) {
    const image = images.get(withoutSlash(page));
    if (image) return image;
  }
  return images.get('');
}

/** The image of each page, by the address of the page below the origin without its last slash. */
const getImagesByPage = memo(async (): Promise<ReadonlyMap<string, SocialImage>> => {
  const pages = [...(await getSitePages()), ...(await getListPages()), ...(await getDocumentPages()), ...(await getProjectPages())];
  const [mark, drawing] = [await getMark(), await getDrawing()];
  return new Map(pages.map(({ path, ...text }) => [withoutSlash(path), toImage({ ...text, mark }, drawing)]));
});

type PageText = Pick<SocialImageText, 'title'> & Partial<SocialImageText> & { path: string };

async function getSitePages(): Promise<PageText[]> {
  return [
    { path: urls.page(), title: site.promise, deck: site.description, plate: await getDrawnPlate() },
    ...(await getHomeLanguages()).map((lang) => {
      const { promise = '', description = '' } = ownerTexts(lang);
      return { path: localeOf(lang).urls.page(), title: promise, deck: description };
    }),
    { path: urls.page('404'), title: t.notFound, deck: t.notFoundIntro },
    { path: urls.page('feeds'), title: t.feeds, deck: t.feedsIntro },
  ];
}

/** The plate as an SVG; null where there is none. */
async function getDrawnPlate(): Promise<string | null> {
  const plate = await getPlate();
  return plate && socialImagePlate(plate, colors.light);
}

async function getListPages(): Promise<PageText[]> {
  const groups = await getFacets();
  const indexed = await getIndexedFacets();
  return [
    ...(indexed.length > 0 ? [{ path: urls.page('a-z'), title: t.index, deck: t.indexIntro }] : []),
    ...indexed.map((facet) => ({ path: facetIndexHref(facet), title: t.facets[facet].all, deck: t.facets[facet].intro })),
    ...facetNames.flatMap((facet) => {
      const { title, count } = t.facets[facet];
      return groups[facet].flatMap(({ name, href, description, projects }) =>
        href === null
          ? []
          : {
              path: href,
              title: interpolate(title, { name }),
              deck: description ?? interpolate(count, { count: pluralize(projects.length, t.caseStudies, site.locale), name }),
            },
      );
    }),
    ...((await hasResults())
      ? [{ path: urls.page('results'), title: t.results, deck: await getResultsIntro(), plate: await getDrawnPlate() }]
      : []),
    ...((await areResultsSplit()) ? await getResults() : []).map(({ category, slug, results }) => ({
      ...{ path: categoryHref(slug), title: category, eyebrow: t.results },
      deck: pluralize(results.length, t.resultCount, site.locale),
    })),
  ];
}

async function getDocumentPages(): Promise<PageText[]> {
  return (await getAllPageDocuments()).map(({ slug, translation, title, description }) => ({
    ...{ path: localeOf(translation).urls.page(slug), title, deck: description },
  }));
}

async function getProjectPages(): Promise<PageText[]> {
  const languages = [undefined, ...(await getProjectLanguages())].map(async (lang) => {
    const { t, urls } = localeOf(lang);
    const list = { path: urls.page('projects'), title: t.work, deck: await getWorkIntro(lang) };
    return [list, ...(await getProjects(lang)).map(projectPage)];
  });
  return (await Promise.all(languages)).flat();
}

function projectPage(project: Project): PageText {
  const { title, description, headline, translation } = project;
  return {
    path: projectHref(project),
    title,
    eyebrow: bylineOf(project),
    deck: description ?? '',
    figure: figureText(headline && formatOutcome(headline, localeOf(translation).locale)),
  };
}

function toImage(lines: Omit<PageText, 'path'>, { hasGlyph, digest }: Drawing): SocialImage {
  const text = { eyebrow: '', deck: '', figure: null, ...lines, siteName: site.name };
  const drawn = withoutMissing(text, hasGlyph);
  const alt = [text.title, text.eyebrow, text.figure?.accessible ?? text.deck];
  return {
    hash: createHash('sha256').update(JSON.stringify(drawn)).update(digest).digest('hex').slice(0, 16),
    text: drawn,
    alt: alt.filter(Boolean).join('. '),
    warning: missingWarning(text, hasGlyph),
  };
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, '');
}

const { resolve } = createRequire(join(process.cwd(), 'package.json'));

const getFonts = memo(async (): Promise<SocialImageFont[]> => [
  ...facesWithFallback(type).flatMap(({ family, subsets, file }) =>
    subsets.map((subset) => ({ family, data: readFileSync(resolve(file(subset))) })),
  ),
  ...site.cardFonts.map((path) => ({ family: basename(path), data: readFileSync(join(process.cwd(), path)) })),
]);

const getRenderer = memo(async () => createSocialImageRenderer(await getFonts(), { type, colors: colors.light }));

/** Tell which characters the fonts have, and make the digest of the fonts, the colours and the code that draws. */
async function getDrawing() {
  const fonts = await getFonts();
  const digest = createHash('sha256')
    .update(drawingCode)
    .update(JSON.stringify([type, colors.light]));
  // The entry file of the engine names its version.
  digest.update(readFileSync(resolve('@takumi-rs/core')));
  for (const { family, data } of fonts) digest.update(family).update(data);
  return { hasGlyph: createGlyphCheck(fonts), digest: digest.digest('hex') };
}

type Drawing = Awaited<ReturnType<typeof getDrawing>>;

import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { fileTexts } from '../../src/lib/confidentiality/file-texts.ts';
import { sharedCode } from '../../src/lib/shared-address.ts';
import { bytes, files, pages, read, testSite } from './dist.ts';
import { documents, leaves, otherSources, phrasesOf, type SourceDocument } from './documents.ts';

const all = [...documents(), ...documents('selections')];
const shown = all.filter(({ hidden }) => !hidden);
const kept = all.filter(({ hidden }) => hidden);
const isPrivate = (file: string) => file.startsWith('shared/');
const isPicture = (name: string) => /\.(?:jpe?g|png|webp|avif|gif|svg)$/i.test(name);

/** What the owner publishes elsewhere. */
const elsewhere = otherSources().map(({ source }) => source.toLowerCase());

/** Every file of the output with all of its bytes, and with the texts that are compressed in it. */
let published: { file: string; content: string }[];

beforeAll(async () => {
  published = await Promise.all(
    files().map(async (file) => {
      const content = bytes(file);
      const texts = content.includes(0) ? await fileTexts(content) : [];
      return { file, content: [content.toString('latin1'), ...texts.map(latin)].join('\n').toLowerCase() };
    }),
  );
});

/** List the files that contain a text in their bytes or their names: as it is, or escaped as in an address, a string or markup. */
function traces(text: string, among: (file: string) => boolean = () => true): string[] {
  const markup = text.replace(/&/g, '&amp;').replace(/'/g, '&#39;');
  const spellings = [text, encodeURIComponent(text), encodeURI(text), JSON.stringify(text).slice(1, -1), markup];
  const needles = [...new Set(spellings)].map((spelling) => latin(spelling).toLowerCase());
  return published
    .filter(({ file, content }) => among(file) && needles.some((needle) => file.toLowerCase().includes(needle) || content.includes(needle)))
    .map(({ file }) => file);
}

/** List the traces of a document where nothing of it may be: anywhere, or outside the private pages if it has one. */
const leaks = (text: string, { unlisted }: SourceDocument) => traces(text, (file) => !unlisted || !isPrivate(file));

function latin(text: string): string {
  return Buffer.from(text).toString('latin1');
}

/** The words and addresses of a document that no other document has: of its front matter, at any depth. */
function ownFields(document: SourceDocument): string[] {
  const others = [...all.filter((other) => other !== document).flatMap(({ source, slug }) => [source.toLowerCase(), slug]), ...elsewhere];
  const texts = leaves(document.fields).map(({ text }) => text.trim());
  return texts.filter(
    (text) => text.length > 5 && !/^[\d:. -]+$/.test(text) && !others.some((source) => source.includes(text.toLowerCase())),
  );
}

const pictureNames = ({ fields }: SourceDocument) =>
  leaves(fields).flatMap(({ text }) => (isPicture(text) ? (/([^/]+)\.\w+$/.exec(text)?.[1] ?? []) : []));

describe('the search', () => {
  test('finds published texts, names and addresses', () => {
    const [document] = shown;
    expect(document && traces(document.slug)).toEqual(expect.arrayContaining(['sitemap-projects-0.xml', 'projects.json']));
    expect(document && traces(String(document.fields['tagline']))).not.toEqual([]);
    expect(document && phrasesOf(document, shown).filter((run) => traces(run).length > 0).length).toBeGreaterThan(10);
    expect(shown.flatMap(ownFields).filter((text) => traces(text).length > 0).length).toBeGreaterThan(50);
  });

  test('has each kind of hidden document to search for', () => {
    const kinds = kept.map(({ collection, unlisted, fields }) => [
      collection,
      unlisted || Object.keys(fields).find((key) => gates.test(key)),
    ]);
    expect(kinds).toEqual(
      expect.arrayContaining([
        ['projects', 'draft'],
        ['projects', 'publish_at'],
        ['projects', true],
        ['selections', 'expires'],
        ['selections', true],
      ]),
    );
    for (const document of kept) expect(ownFields(document)).toContain(String(document.fields['title']));
  });
});

const gates = /^(?:draft|publish_at|expires)$/;

describe.each(kept)('$collection/$slug, which is hidden', (document) => {
  const { collection, slug, body } = document;

  test('is nowhere by its name or a field of its own', () => {
    const texts = [slug, ...ownFields(document)];
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.flatMap((text) => leaks(text, document).map((file) => `${text} in ${file}`))).toEqual([]);
  });

  test('is nowhere by its text', () => {
    const runs = phrasesOf(document, all);
    expect(runs.length).toBeGreaterThan(Math.min(10, body.length / 100));
    expect(runs.flatMap((run) => leaks(run, document).map((file) => `${run} in ${file}`))).toEqual([]);
  });

  test('is nowhere by its address', () => {
    const code = sharedCode(`${collection}/${slug}`, 'the secret of the fixtures');
    expect(traces(code, isPrivate).length > 0).toBe(document.unlisted);
    expect(leaks(code, document)).toEqual([]);
  });

  test('has no name of a picture anywhere', () => {
    const names = pictureNames(document).filter((name) => !shown.some(({ source }) => source.includes(name)));
    expect(names.length > 0).toBe(collection === 'projects');
    // Pages by link alone name theirs by their content.
    expect(names.map((name) => traces(name))).toEqual(names.map(() => []));
  });
});

test('no public file is a picture of a hidden document, under whatever name', async () => {
  const images = new URL('src/assets/images/', testSite);
  const names = kept.flatMap(({ fields }) => leaves(fields).flatMap(({ text }) => (isPicture(text) ? text : [])));
  const secrets = names.filter((name) => !shown.some(({ source }) => source.includes(name)));
  const looks = await Promise.all(secrets.map((name) => lookOf(fileURLToPath(new URL(name.replace('/assets/images/', ''), images)))));
  expect(looks.length).toBeGreaterThan(1);
  const found: string[] = [];
  let own = 0;
  for (const file of files().filter(isPicture)) {
    const look = await lookOf(bytes(file));
    if (!looks.some((secret) => distance(secret, look) < 3)) continue;
    if (isPrivate(file)) own += 1;
    else found.push(file);
  }
  expect(found).toEqual([]);
  expect(own).toBeGreaterThan(2);
});

test('every drawn card belongs to a public page', () => {
  const cards = files().filter((file) => /^social\/.*\.png$/.test(file));
  const named = pages().flatMap(({ document, secret }) =>
    secret ? [] : (document.querySelector('meta[property="og:image"]')?.getAttribute('content') ?? []),
  );
  expect(cards.length).toBeGreaterThan(10);
  expect(cards.filter((card) => !named.some((address) => address.endsWith(card)))).toEqual([]);
});

test('no file has a source map', () => {
  expect(
    files().filter((file) => file.endsWith('.map') || (/\.(?:js|css|html)$/.test(file) && read(file).includes('sourceMappingURL'))),
  ).toEqual([]);
});

/** What a picture looks like: 256 grey values. */
async function lookOf(picture: string | Buffer): Promise<Uint8Array> {
  return new Uint8Array(await sharp(picture).flatten({ background: '#fff' }).greyscale().resize(16, 16, { fit: 'fill' }).raw().toBuffer());
}

/** Mean difference of two looks, from 0 to 255. */
function distance(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0) / one.length;
}

const confidential = shown.flatMap(({ slug, fields }) => {
  const client = fields['client'] as { name: string; alias: string; confidential?: boolean; also?: string[] } | undefined;
  return client?.confidential === true ? [{ slug, alias: client.alias, names: [client.name, ...(client.also ?? [])] }] : [];
});

test('some client is confidential', () => expect(confidential).not.toEqual([]));

describe.each(confidential)('$slug, whose client is confidential', ({ alias, names, slug }) => {
  test('shows the alias', () => expect(traces(alias)).toContain(`projects/${slug}/index.html`));

  test('does not name the client anywhere', () => expect(names.map((name) => traces(name))).toEqual(names.map(() => [])));
});

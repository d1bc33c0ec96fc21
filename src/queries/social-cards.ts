import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { formatOutcome } from '../lib/metrics/format.ts';
import { cardFigure, cardSize, cardTree, type SocialCard } from '../lib/social-card.ts';
import { drawCard, encoding, type CardFace } from '../lib/social-card-image.ts';
import { once } from './once.ts';
import type { Project } from './projects.ts';
import { editionIn, site, urls } from './site.ts';

/** The published picture of a card: its address is its content's hash. Undefined while developing, where nobody shares a page. */
export async function getSocialCard(lines: CardLines): Promise<CardFile | undefined> {
  if (import.meta.env.DEV) return undefined;
  const card = { eyebrow: '', deck: '', figure: null, ...lines, siteName: site.name };
  const key = JSON.stringify([cardTree(card), encoding, await digestOfFaces()]);
  const name = `${createHash('sha256').update(key).digest('hex').slice(0, 16)}.png`;
  const drawn = files.get(name) ?? draw(name, card);
  files.set(name, drawn);
  const words = [card.title, card.eyebrow, card.figure ? `${card.figure.value} ${card.figure.label}` : card.deck];
  return {
    ...cardSize,
    url: urls.absolute(urls.file(`social/${name}`)),
    bytes: await drawn,
    alt: words.filter(Boolean).join('. '),
  };
}

/** What the card of a case study says: title, client and the one figure that matters most. */
export function cardOfProject({ title, tagline, client, industry, year, headline, translation }: Project): CardLines {
  const eyebrow = [client.name, industry, year].filter(Boolean).join(' · ');
  return { title, eyebrow, deck: tagline, figure: cardFigure(headline && formatOutcome(headline, editionIn(translation).locale)) };
}

export type CardLines = Pick<SocialCard, 'title'> & Partial<SocialCard>;

export interface CardFile {
  url: string;
  width: number;
  height: number;
  /** Size of the PNG. */
  bytes: number;
  alt: string;
}

// Cards outlive a build here; what a page or feed names is copied from here into the output.
const store = join(process.cwd(), '.cache', 'social');
// Sizes alone: the pictures of ten thousand cards would fill the memory.
const files = new Map<string, Promise<number>>();

/** Draw a card unless it is there; returns its size in bytes. */
async function draw(name: string, card: SocialCard): Promise<number> {
  const path = join(store, name);
  const stored = await stat(path).catch(() => null);
  if (stored) return stored.size;
  const { png, loss } = await drawCard(card, await loadFaces());
  await mkdir(store, { recursive: true });
  // Told anew by each build that publishes the card.
  if (loss) await writeFile(`${path}.json`, JSON.stringify({ loss }));
  // Under another name first: a build that ends here must not leave half a picture.
  const partial = `${path}.${process.pid}`;
  await writeFile(partial, png);
  await rename(partial, path);
  return png.length;
}

const subsets = {
  'brygada-1918': { name: 'Brygada 1918', weight: 600, of: ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'] },
  'public-sans': { name: 'Public Sans', weight: 400, of: ['latin', 'latin-ext', 'vietnamese'] },
} as const;

let faces: Promise<CardFace[]> | undefined;

function loadFaces(): Promise<CardFace[]> {
  const { resolve } = createRequire(join(process.cwd(), 'package.json'));
  return (faces ??= Promise.all([
    ...Object.entries(subsets).flatMap(([family, { name, weight, of }]) =>
      of.map(async (subset) => ({
        name: subset === 'latin' ? name : `${name} ${subset}`,
        weight,
        data: await readFile(resolve(`@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`)),
      })),
    ),
    ...site.cardFonts.map(async (path) => ({
      name: basename(path),
      weight: 400 as const,
      data: await readFile(join(process.cwd(), path)),
    })),
  ]));
}

const digestOfFaces = once(async () => {
  const hash = createHash('sha256');
  for (const { name, data } of await loadFaces()) hash.update(name).update(data);
  return hash.digest('hex');
});

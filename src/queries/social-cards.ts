import { createHash, hash } from 'node:crypto';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { askedCards } from '../lib/asked-cards.ts';
import { createPainter, type CardFace, type Painter } from '../lib/card/painter.ts';
import { cardSize } from '../lib/card/palette.ts';
import { listFiles } from '../documents/files.ts';
import { formatOutcome } from '../metrics/format/format-outcome.ts';
import { cardFigure, type SocialCard } from '../lib/social-card.ts';
import type { Project } from './projects.ts';
import { editionIn, site, urls } from './site.ts';

/** The published picture of a card: its address is its content's hash. Undefined while developing, where nobody shares a page. */
export function getSocialCard(lines: CardLines): CardFile | undefined {
  if (import.meta.env.DEV) return undefined;
  const card = { eyebrow: '', deck: '', figure: null, ...lines, siteName: site.name };
  const { title, eyebrow, deck, figure, siteName } = card;
  const key = JSON.stringify([title, eyebrow, deck, figure?.value, figure?.label, siteName, digestOfPainter()]);
  const name = `${hash('sha256', key).slice(0, 16)}.png`;
  const bytes = askedCards.get(name) ?? keep(name, card);
  askedCards.set(name, bytes);
  const words = [title, eyebrow, figure ? `${figure.value} ${figure.label}` : deck];
  return { ...cardSize, url: urls.absolute(urls.file(`social/${name}`)), bytes, alt: words.filter(Boolean).join('. ') };
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

// Cards outlive a build here; integrations/social-cards.ts makes the folder and puts what a page or feed names into the output.
const store = join(process.cwd(), '.cache', 'social');

/** Draw a card unless it is there; returns its size in bytes. */
function keep(name: string, card: SocialCard): number {
  const path = join(store, name);
  const stored = statSync(path, { throwIfNoEntry: false });
  if (stored) return stored.size;
  const { png, loss } = getPainter()(card);
  // Told anew by each build that publishes the card.
  if (loss) writeFileSync(`${path}.json`, JSON.stringify({ loss }));
  // Under another name first: a build that ends here must not leave half a picture.
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, png);
  renameSync(partial, path);
  return png.length;
}

const subsets = {
  'brygada-1918': { family: 'Brygada 1918', weight: 600, of: ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'] },
  'public-sans': { family: 'Public Sans', weight: 400, of: ['latin', 'latin-ext', 'vietnamese'] },
} as const;

const { resolve } = createRequire(join(process.cwd(), 'package.json'));

let faces: CardFace[] | undefined;
let painter: Painter | undefined;
let digest: string | undefined;

function getFaces(): CardFace[] {
  return (faces ??= [
    ...Object.entries(subsets).flatMap(([folder, { family, weight, of }]) =>
      of.map((subset) => ({
        family,
        data: readFileSync(resolve(`@fontsource/${folder}/files/${folder}-${subset}-${weight}-normal.woff`)),
      })),
    ),
    ...site.cardFonts.map((path) => ({ family: basename(path), data: readFileSync(join(process.cwd(), path)) })),
  ]);
}

function getPainter(): Painter {
  return (painter ??= createPainter(getFaces()));
}

/** Digest the code that draws cards, what reads the faces, and the faces: a card that other code has drawn has another name. */
function digestOfPainter(): string {
  if (digest !== undefined) return digest;
  const lib = join(process.cwd(), 'src', 'lib');
  const code = [...listFiles(join(lib, 'card')).map((file) => join('card', file)), 'social-card.ts'];
  const sum = createHash('sha256');
  for (const file of [...code.map((file) => join(lib, file)), resolve('fontkitten')]) sum.update(readFileSync(file));
  for (const { family, data } of getFaces()) sum.update(family).update(data);
  return (digest = sum.digest('hex'));
}

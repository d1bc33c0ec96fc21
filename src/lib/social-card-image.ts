import satori from 'satori';
import sharp from 'sharp';
import { cardLoss, cardSize, cardTree, withoutMissing, type SocialCard } from './social-card.ts';

/** Draw a card as a PNG of 1200 × 630 pixels in the faces given; letters that none of them has are left out, never drawn as boxes. */
export async function drawCard(card: SocialCard, faces: readonly CardFace[]): Promise<DrawnCard> {
  const readable = withoutMissing(card, []);
  const first = await toSvg(readable, faces);
  const { svg } = first.missing.length > 0 ? await toSvg(withoutMissing(readable, first.missing), faces) : first;
  return { png: await sharp(Buffer.from(svg)).png(encoding).toBuffer(), loss: cardLoss(card, first.missing) };
}

export interface DrawnCard {
  png: Buffer;
  /** What the card does not say, and what helps; null where it says all. */
  loss: string | null;
}

/** How cards are encoded; a flat drawing needs few colours. */
export const encoding = { palette: true, colours: 16, effort: 1, dither: 0, compressionLevel: 6 } as const;

/** A face as WOFF, TrueType or OpenType (satori reads no WOFF2). Each subset needs a name of its own: of two alike one is ignored. */
export interface CardFace {
  name: string;
  data: Buffer;
  weight: 400 | 600;
}

async function toSvg(card: SocialCard, faces: readonly CardFace[]): Promise<{ svg: string; missing: string[] }> {
  const missing: string[] = [];
  const svg = await satori(cardTree(card) as Parameters<typeof satori>[0], {
    ...cardSize,
    fonts: faces.map((face) => ({ ...face, style: 'normal' })),
    loadAdditionalAsset: async (_language, segment) => {
      missing.push(segment);
      return [];
    },
  });
  return { svg, missing };
}

import type { ImageMetadata } from 'astro';
import type { StoredPicture } from '../lib/pictures/pictures.ts';

/** A picture of a document, as templates take it. */
export type Picture = StoredPicture<ImageMetadata>;

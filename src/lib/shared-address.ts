import { createHmac } from 'node:crypto';

/** The folder of the pages that only their addresses lead to. */
export const sharedFolder = 'shared';

/** The folder of the pictures and films that only those pages show; no code is that short. */
export const sharedMediaFolder = `${sharedFolder}/media`;

/**
 * Return the last part of the address of a document that is shared by its address alone: 22 letters and digits, 110 bits, from its id
 * (`projects/x`) and the owner's secret. In lower case, since some hosts fold case; without a sign, since mail programs cut those off.
 */
export function sharedCode(id: string, secret: string): string {
  const bits = [...createHmac('sha256', secret).update(id).digest()].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: 22 }, (_, index) => alphabet[Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)]).join('');
}

/** Letters and digits without those that are easily confused. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz023456789';

import { parseVideoUrl } from './figures.ts';

/** Check whether a text is the path of a picture. */
export function isPicture(text: string): boolean {
  return /^[^\n<>]*\.(?:jpe?g|png|webp|avif|gif|svg)(?:[?#]\S*)?$/i.test(text.trim()) && !/^data:/.test(text) && !/[.!?]\s/.test(text);
}

/** Check whether a text is the address of a video on a platform. */
export function isVideo(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text.trim()) && parseVideoUrl('', { url: text.trim() }) !== null;
}

/** The path of a film, whose length is no part of the story. */
export const filmPath = /\.(?:mp4|webm|mov|m4v)(?:[?#]\S*)?$/i;

/** Check whether a text is more than a label: a sentence, twelve words, or HTML. */
export function isProse(text: string): boolean {
  if (/^\S*$/.test(text.trim()) || /^data:/.test(text)) return false;
  const words = text
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return (
    words.length >= 12 ||
    (words.length >= 5 && /[.!?]["”’)]*\s*$/.test(text)) ||
    (/<(?:p|li|h\d|div|iframe|strong|b|br)\b/i.test(text) && words.length > 1)
  );
}

/** Check whether a text is one line that may be a heading. */
export function isTitle(text: string): boolean {
  return text.length <= 150 && /\p{L}/u.test(text) && !/\n|<(?:p|div|li)\b/.test(text);
}

/** Check whether a text is one line without a full stop. */
export function isShort(text: string): boolean {
  return text.length <= 80 && !/\n|<(?:p|div|li)\b|[.!?]$/.test(text);
}

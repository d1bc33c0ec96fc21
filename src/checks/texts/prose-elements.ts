import type { MdastNode } from 'satteri';
import { escapeControlCharacters, type Note } from '../../documents/diagnostic.ts';
import type { ResolvedPicture } from '../../documents/images.ts';
import { alertKinds, alertMark } from '../../lib/markdown/alerts.ts';
import { readEmbed } from '../../lib/markdown/embeds.ts';
import { comparedState } from '../../lib/markdown/prose-parts.ts';
import { closestMatch } from '../../schemas/closest-match.ts';

/** Check the elements of a text that have a form of their own: alerts, and links that become cards. */
export function checkProseElement(node: MdastNode): Note[] {
  if (node.type === 'blockquote') return checkAlert(node);
  return node.type === 'paragraph' ? checkCard(node) : [];
}

/** Return the addresses of the pictures before and after, if a node is a paragraph of two such pictures. */
export function comparedIn(node: MdastNode): { before: string; after: string } | null {
  if (node.type !== 'paragraph') return null;
  const pictures = node.children.filter((child) => child.type === 'image');
  const rest = node.children.filter((child) => child.type !== 'image' && !(child.type === 'text' && child.value.trim() === ''));
  const find = (state: 'before' | 'after') => pictures.find(({ title }) => comparedState(title) === state)?.url;
  const [before, after] = [find('before'), find('after')];
  return pictures.length === 2 && rest.length === 0 && before !== undefined && after !== undefined ? { before, after } : null;
}

/** Report two pictures to compare that would not cover each other. */
export function checkCompared(before: ResolvedPicture | undefined, after: ResolvedPicture | undefined): Note[] {
  const [a, b] = [sizeOf(before), sizeOf(after)];
  // A pixel of rounding may part two sizes of one picture.
  if (!a || !b || Math.abs(a.width * b.height - b.width * a.height) <= Math.max(a.width, b.width, a.height, b.height)) return [];
  const size = ({ width, height }: Size) => `${width} × ${height} pixels`;
  const message = `compares pictures of different shapes, which do not cover each other: ${size(a)} before, ${size(b)} after`;
  return [{ severity: 'warning', message, fix: 'crop both to one size' }];
}

interface Size {
  width: number;
  height: number;
}

function sizeOf({ width, height }: Partial<Size> = {}): Size | null {
  return width && height ? { width, height } : null;
}

function checkAlert({ children }: Extract<MdastNode, { type: 'blockquote' }>): Note[] {
  const [first] = children;
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  const kind = text?.type === 'text' ? alertMark(text.value) : null;
  if (kind === null || alertKinds.some((one) => one === kind)) return [];
  const match = closestMatch(kind, alertKinds) ?? otherNames.get(kind);
  const mark = (name: string) => `[!${name.toUpperCase()}]`;
  const fix = `write ${(match ? [match] : alertKinds).map((one) => `\`${mark(one)}\``).join(', ')}`;
  const message = 'begins like an alert, but there is no such kind: the page shows a quotation';
  return [{ severity: 'warning', message, value: mark(kind), fix }];
}

/** Kinds that other tools know. */
const otherNames = new Map(
  Object.entries({ info: 'note', hint: 'tip', success: 'tip', danger: 'caution', error: 'caution', attention: 'warning' }),
);

function checkCard({ children }: Extract<MdastNode, { type: 'paragraph' }>): Note[] {
  const [link, ...rest] = children;
  if (link?.type !== 'link' || rest.length > 0) return [];
  const embed = readEmbed(link.url);
  const [words, ...others] = link.children;
  if (!embed || words?.type !== 'text' || others.length > 0 || !/^(?:https?:\/\/|www\.)\S+$/.test(words.value)) return [];
  const fix = 'write what it shows as the words of the link: `[…](…)`';
  const message = `shows a card that names only ${embed.service}`;
  return [{ severity: 'warning', message, value: escapeControlCharacters(link.url), fix }];
}

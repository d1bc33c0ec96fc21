import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

/** The largest text of a document, in bytes: what the check allows. */
const longestText = 2_000_000;

/** The largest picture, in bytes. */
export const largestPicture = 25_000_000;

/** JSON may need several bytes for one of a text. */
const longestJson = 3 * longestText;

/** Read the fields of a request: a JSON object. */
export async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  if (!/^application\/json(?:;|$)/i.test(request.headers['content-type'] ?? '')) throw new Refusal(415, 'The request is not JSON.');
  const text = (await readBytes(request, longestJson)).toString('utf8');
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Refused below.
  }
  throw new Refusal(400, 'The request is not a JSON object.');
}

/** Read the whole body of a request of at most `limit` bytes. */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = new Refusal(413, `The request is larger than ${limit / 1e6} MB.`, { fix: 'Make it smaller.' });
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Take a text from the fields of a request; refuses what no document can hold. */
export function textOf(fields: Record<string, unknown>, name: string): string {
  const text = fields[name];
  if (typeof text !== 'string') throw new Refusal(400, `The request has no \`${name}\`.`);
  if (Buffer.byteLength(text) > longestText)
    throw new Refusal(413, 'The text is larger than 2 MB.', { fix: 'Shorten it, or move large parts into files of their own.' });
  if (!text.isWellFormed()) throw new Refusal(400, 'The text has half a character, which no file can hold.', { fix: 'Delete it.' });
  return text;
}

/** Take a list of texts from the fields of a request. */
export function textsOf(fields: Record<string, unknown>, name: string): string[] {
  const value = fields[name];
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string'))
    throw new Refusal(400, `The request has no list \`${name}\`.`);
  return value;
}

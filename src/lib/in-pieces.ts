import { ReadableStream as Pieces } from 'node:stream/web';

/** Answer with a text that comes in pieces: of ten thousand case studies it is never in memory as objects, as text and as bytes at once. */
export function answerInPieces(pieces: AsyncIterable<string>, contentType: string): Response {
  return new Response(Pieces.from(inBytes(pieces)) as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers: { 'content-type': contentType },
  });
}

/** Write an object that ends in a long list, as `JSON.stringify` does, a piece for each of its items. */
export async function* jsonInPieces<T extends Record<K, unknown[]>, K extends string>(
  before: Omit<T, K>,
  list: K,
  items: AsyncIterable<T[K][number]> | Iterable<T[K][number]>,
): AsyncGenerator<string> {
  let begin = `${JSON.stringify(before).slice(0, -1)},${JSON.stringify(list)}:[`;
  for await (const item of items) {
    yield `${begin}${JSON.stringify(item)}`;
    begin = ',';
  }
  yield begin === ',' ? ']}' : `${begin}]}`;
}

async function* inBytes(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length < enough) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

/** A piece for each case study would be slower to hand on than to make; in characters. */
const enough = 1 << 18;

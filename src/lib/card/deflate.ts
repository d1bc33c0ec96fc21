/** What to pack: rows one after another, and between which bytes of each there is anything but zeros (`from` up to `to`). */
export interface Rows {
  bytes: Uint8Array;
  /** Bytes a row. */
  width: number;
  from: Uint16Array;
  to: Uint16Array;
}

/**
 * Pack rows as zlib does (RFC 1950, RFC 1951), for pictures that are blank for the most part: a stretch is like the byte before it,
 * like the row above, or written as it is, and blank ones are not looked at. One table of codes serves all cards, so that the bytes
 * are the same on every machine. Returns a view that holds until the next call.
 */
export function deflateRows({ bytes, width, from, to }: Rows): Uint8Array {
  begin();
  let done = 0;
  let [low, high] = [1, 0];
  for (let row = 0; row < from.length; row++) {
    const end = row * width + (to[row] as number);
    const start = row * width + (from[row] as number);
    if (end <= start) continue;
    putZeros(start - done);
    high = (high + low * (start - done)) % adler;
    for (let at = start; at < end; at++) high += low += bytes[at] as number;
    low %= adler;
    high %= adler;
    putStretch(bytes, start, end, width);
    done = end;
  }
  putZeros(bytes.length - done);
  high = (high + low * (bytes.length - done)) % adler;
  return finish(low, high);
}

const adler = 65_521;

/** Lengths of the codes for bytes, the end and lengths of stretches, a hexadecimal digit each: counted over cards of generated case studies. */
export const codeLengths =
  '367777867789aabf6899997fffffffff7999a97fffffffff7998997fffffffff7aa98a7fffffffff79a9a86fffffffff' +
  '8777763fffffffff6ffffff8997fffff7ffffff9897fffff7ffffff9986fffff8ffffff7764fffff9ffffffffffcccaf' +
  'affffffffffccdafaffffffffffcdc9fbffffffffffaa97ffffffffffffffffff6566677777787888889999aa99894';

/** Where a stretch is like: the byte before it has distance code 0, the row above, 513 to 768 bytes away, code 18 with eight bits more. */
const distances = { before: 0, above: 18, aboveFrom: 513 } as const;

/** The longest stretch that one code says. */
const longest = 258;

// A byte is written with fifteen bits at the most.
const out = new Uint8Array(1 << 20);
let [size, held, bits] = [0, 0, 0];

function put(value: number, count: number): void {
  held |= value << bits;
  bits += count;
  while (bits >= 8) {
    out[size++] = held;
    held >>>= 8;
    bits -= 8;
  }
}

/** Write the header and the table: no compression to speak of, one block, the last; the lengths of the codes are not packed. */
function begin(): void {
  [size, held, bits] = [0, 0, 0];
  put(0x0178, 16);
  put(0b101, 3);
  put(codeLengths.length - 257, 5);
  put(distances.above, 5);
  put(19 - 4, 4);
  // Of the codes for lengths, those that repeat are not used; each of the others has four bits, and is what it says, turned round.
  for (let index = 0; index < 19; index++) put(index < 3 ? 0 : 4, 3);
  for (const length of lengths) put(turned(length, 4), 4);
  for (let code = 0; code <= distances.above; code++) put(code === distances.before || code === distances.above ? turned(1, 4) : 0, 4);
}

function finish(low: number, high: number): Uint8Array {
  put(codes[256] as number, lengths[256] as number);
  if (bits > 0) put(0, 8 - bits);
  for (const sum of [high, low]) {
    out[size++] = sum >> 8;
    out[size++] = sum;
  }
  return out.subarray(0, size);
}

function putByte(byte: number): void {
  put(codes[byte] as number, lengths[byte] as number);
}

function putZeros(count: number): void {
  if (count === 0) return;
  putByte(0);
  let left = count - 1;
  for (; left >= 3; left -= Math.min(left, longest)) putLike(Math.min(left, longest), false);
  for (; left > 0; left--) putByte(0);
}

/** Write a stretch that is like the byte before it or like the row above, which is `above` bytes away. */
function putLike(length: number, above: boolean, width = 0): void {
  put(stretchCodes[length] as number, stretchBits[length] as number);
  if (above) put(1 | ((width - distances.aboveFrom) << 1), 9);
  else put(0, 1);
}

function putStretch(bytes: Uint8Array, start: number, end: number, width: number): void {
  for (let at = start; at < end;) {
    const most = Math.min(longest, end - at);
    const byte = bytes[at];
    const before = at > 0 ? bytes[at - 1] : -1;
    let run = 0;
    while (run < most && bytes[at + run] === before) run++;
    let like = 0;
    if (run < most && at >= width && byte === bytes[at - width]) {
      like = 1;
      while (like < most && bytes[at + like] === bytes[at - width + like]) like++;
    }
    if (run >= 3 && run >= like) putLike(run, false);
    // What is shorter takes no more bits as it is.
    else if (like >= 4) putLike(like, true, width);
    else if (run >= 3) putLike(run, false);
    else putByte(byte as number);
    at += run >= 3 && run >= like ? run : like >= 4 ? like : run >= 3 ? run : 1;
  }
}

function turned(code: number, length: number): number {
  let back = 0;
  for (let bit = 0; bit < length; bit++) back |= ((code >> bit) & 1) << (length - 1 - bit);
  return back;
}

const lengths = Uint8Array.from(codeLengths, (digit) => parseInt(digit, 16));

/** The codes in their order (RFC 1951, 3.2.2), each turned round, as they are written. */
const codes = new Uint16Array(lengths.length);
for (let length = 1, code = 0; length < 16; length++, code <<= 1) {
  for (const [symbol, own] of lengths.entries()) if (own === length) codes[symbol] = turned(code++, length);
}

/** For each length of a stretch its code with the bits that tell it from others of that code (RFC 1951, 3.2.5). */
const stretchCodes = new Uint32Array(longest + 1);
const stretchBits = new Uint8Array(longest + 1);
for (let length = 3; length <= longest; length++) {
  const more = length - 3;
  const extra = length === longest ? 0 : Math.max(0, 29 - Math.clz32(more));
  const symbol = length === longest ? 285 : 257 + 4 * extra + (more >> extra);
  stretchCodes[length] = (codes[symbol] as number) | ((extra === 0 ? 0 : more & ((1 << extra) - 1)) << (lengths[symbol] as number));
  stretchBits[length] = (lengths[symbol] as number) + extra;
}

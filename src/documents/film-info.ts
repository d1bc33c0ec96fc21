import { open } from 'node:fs/promises';
import { identifyPicture, type PictureError } from './image-format.ts';

/** What a film says about itself. */
export interface FilmInfo {
  /** With its codecs, as `<source>` takes it. */
  type: string;
  /** In pixels, as it is shown. */
  width: number;
  height: number;
  seconds: number;
  bytes: number;
  notes: FilmNote[];
}

/** What an author should know about a film; `src/checks/media/film-notes.ts` has the words. */
export type FilmNote = 'sound' | 'hevc' | 'index-last' | 'large' | 'location' | 'author';

/** Read the facts of an MP4 or WebM, without decoding it or reading it whole; never throws. */
export async function readFilmInfo(path: string): Promise<FilmInfo | PictureError> {
  try {
    const handle = await open(path);
    try {
      const { size } = await handle.stat();
      const head = Buffer.alloc(64);
      const { bytesRead } = await handle.read(head, 0, head.length, 0);
      const wrong = wrongKind(head.subarray(0, bytesRead));
      if (wrong) return wrong;
      return await readTracks(path, { bytes: size, indexLast: await isIndexLast(handle, size) });
    } finally {
      await handle.close();
    }
  } catch {
    return damaged;
  }
}

const damaged: PictureError = { message: 'is damaged: its tracks cannot be read', fix: 'export the film again' };

/** Larger films are slow to begin, and some hosts do not take them. */
const mostBytes = 20_000_000;

/** Say from the first 64 bytes of a file why it is no MP4 or WebM; undefined if it is one. */
export function wrongKind(head: Buffer): PictureError | undefined {
  const brand = head.toString('latin1', 4, 12);
  if (brand === 'ftypqt  ')
    return { message: 'is a QuickTime film, which few browsers play', fix: 'convert it: `ffmpeg -i film.mov -c copy film.mp4`' };
  if (/^ftyp(?!heic|heix|mif1|heim|avif|avis)/.test(brand) || head.toString('hex', 0, 4) === '1a45dfa3') return undefined;
  const found = identifyPicture(head);
  if (!('message' in found)) return { message: 'is a picture, not a film', fix: 'name it with `image`' };
  return { message: found.message.replaceAll('picture', 'film'), fix: 'use an MP4 or a WebM' };
}

async function readTracks(path: string, { bytes, indexLast }: { bytes: number; indexLast: boolean }): Promise<FilmInfo | PictureError> {
  const { FilePathSource, Input, MP4, WEBM } = await import('mediabunny');
  const source = new FilePathSource(path, { handleUnhandledError: () => undefined });
  const input = new Input({ formats: [MP4, WEBM], source });
  try {
    const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
    if (!video && !audio) return damaged;
    if (!video) return { message: 'has no pictures, only sound', fix: 'link to it instead' };
    const [width, height] = [await video.getDisplayWidth(), await video.getDisplayHeight()];
    const seconds = await input.computeDuration();
    if (!(width > 0 && height > 0 && seconds > 0 && Number.isFinite(seconds))) return damaged;
    const { artist, raw = {} } = await input.getMetadataTags();
    const says = (keys: RegExp) => Object.keys(raw).some((key) => keys.test(key));
    const notes: Record<FilmNote, boolean> = {
      sound: audio !== null,
      hevc: (await video.getCodec()) === 'hevc',
      'index-last': indexLast,
      large: bytes > mostBytes,
      location: says(/^(?:©xyz|loci)$|location|GPS/i),
      author: artist !== undefined || says(/^(?:©(?:aut|mak|mod)|auth)$|author|quicktime\.(?:make|model)/i),
    };
    return {
      ...{ type: await input.getMimeType(), width, height, seconds, bytes },
      notes: (Object.keys(notes) as FilmNote[]).filter((note) => notes[note]),
    };
  } finally {
    input.dispose();
  }
}

/** Report whether the index of an MP4 follows its pictures, so that a browser must fetch its end before it can play. */
async function isIndexLast(handle: Awaited<ReturnType<typeof open>>, size: number): Promise<boolean> {
  const head = Buffer.alloc(16);
  let media = false;
  for (let at = 0, boxes = 0; at + 8 <= size && boxes < 100; boxes++) {
    await handle.read(head, 0, 16, at);
    const name = head.toString('latin1', 4, 8);
    if (name === 'moov') return media;
    if (name === 'mdat') media = true;
    const short = head.readUInt32BE(0);
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short;
    if (length < 8) return false;
    at += length;
  }
  return false;
}

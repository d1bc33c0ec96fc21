import type { Note } from '../../documents/diagnostic.ts';
import type { FilmNote } from '../../documents/film-info.ts';
import type { ResolvedPicture } from '../../documents/images.ts';
import { pictureWarnings } from './picture-notes.ts';

/** List what an author should know about a film, by its path as written; messages are predicates. */
export function filmNotes(picture: ResolvedPicture, written: string): Note[] {
  const { film } = picture;
  if (!film) return [];
  const name = written.replace(/\.[^./]+$/, '');
  const found = new Set(film.files.flatMap(({ notes }) => notes));
  if (film.captions.length > 0) found.delete('sound');
  const words: Record<FilmNote, Note> = {
    sound: {
      severity: 'error',
      message: 'has sound and no captions: readers who cannot hear it miss what is said',
      fix: `write them to \`${name}.vtt\`, or remove the sound: \`ffmpeg -i in.mp4 -c copy -an out.mp4\``,
    },
    location: { severity: 'error', message: 'says in its metadata where it was taken', fix: stripMetadata },
    author: { severity: 'warning', message: 'says in its metadata who made it, or with which device', fix: stripMetadata },
    'index-last': {
      severity: 'warning',
      message: 'has its index at the end: browsers load all of it before they play it',
      fix: 'move the index: `ffmpeg -i in.mp4 -c copy -movflags +faststart out.mp4`',
    },
    hevc: {
      severity: 'warning',
      message: 'is in HEVC, which not all browsers play',
      fix: `add a WebM of the same name, or convert it: \`ffmpeg -i in.mp4 -c:v libx264 -c:a copy out.mp4\``,
    },
    large: {
      severity: 'warning',
      message: `has ${megabytes(film.files)} MB: it begins late, and some hosts take no file above 25 MB`,
      fix: 'shorten it, or encode it smaller: `ffmpeg -i in.mp4 -crf 28 -vf scale=-2:720 out.mp4`',
    },
  };
  const noPoster = { message: 'has no poster: readers, feeds and paper have an empty box', fix: `save a frame of it as \`${name}.jpg\`` };
  const ofPoster = pictureWarnings(picture).map(({ message, fix }) => ({ message: `has a poster that ${message}`, fix }));
  return [
    ...(picture.kind === 'blank' ? [noPoster] : ofPoster).map((warning): Note => ({ severity: 'warning', ...warning })),
    ...(Object.keys(words) as FilmNote[]).filter((note) => found.has(note)).map((note) => words[note]),
  ];
}

const stripMetadata = 'remove the metadata: `ffmpeg -i in.mp4 -map_metadata -1 -c copy out.mp4`';

function megabytes(files: { bytes: number }[]): number {
  return Math.round(Math.max(...files.map(({ bytes }) => bytes)) / 1e6);
}

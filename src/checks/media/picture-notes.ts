import type { PictureError, PictureNote } from '../../documents/image-format.ts';
import type { ResolvedPicture } from '../../documents/images.ts';

/** List what an author should know about a picture that is published all the same; messages are predicates. */
export function pictureWarnings(picture: ResolvedPicture): readonly Warning[] {
  if (picture.kind === 'remote' || picture.kind === 'blank') return [];
  const { kind, animated, notes = [] } = picture;
  return [...(kind === 'public' ? [animated ? movingUnchanged : unchanged] : []), ...notes.map((note) => words[note])];
}

type Warning = Required<PictureError>;

/** What is wrong with an SVG that contains code. */
export const scripted: Warning = {
  message: 'contains code, which runs when the picture is opened on its own',
  fix: 'remove scripts and event handlers from the SVG',
};

const words = {
  scripted,
  external: {
    message: 'refers to other files, which no browser loads within a picture',
    fix: 'embed pictures in the SVG, and turn texts in fonts of the web into paths',
  },
  private: { message: 'says in its source who made it or in which folder', fix: 'save it as plain or optimised SVG, without metadata' },
  embedded: {
    message: 'contains a picture whose metadata says where it was taken or who made it',
    fix: 'remove the metadata of the picture, and embed it again',
  },
  flawed: { message: 'may be damaged: its decoder found errors in it', fix: 'look at it, and export it again' },
  endless: {
    message: 'moves for more than five seconds, and readers cannot stop it',
    fix: 'make it a film, let it play once within five seconds, or show one frame',
  },
  still: {
    message: 'has an animation that cannot be published: readers see its first frame',
    fix: 'save it as WebP or GIF, or without the animation',
  },
} as const satisfies Record<PictureNote, Warning>;

const unchanged: Warning = {
  message: 'is served from `public/` unchanged, not optimised',
  fix: 'move it to `src/assets/images/` or beside the document',
};
const movingUnchanged: Warning = {
  message: 'is served from `public/` unchanged, and moves for readers who prefer reduced motion, too',
  fix: unchanged.fix,
};

/** What an author should know about a picture that can be published; `src/checks/media/picture-notes.ts` has the words. */
export type PictureNote = 'scripted' | 'external' | 'private' | 'embedded' | 'flawed' | 'endless' | 'still';

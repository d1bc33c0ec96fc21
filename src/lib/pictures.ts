/** A picture ready for a template; `S` is Astro's image metadata once the store has been read, the marked path before. */
export type StoredPicture<S> =
  | { kind: 'asset'; src: S; width: number; height: number; format: string }
  | { kind: 'public'; src: string; width?: number | undefined; height?: number | undefined }
  | { kind: 'remote'; src: string; width: number; height: number };

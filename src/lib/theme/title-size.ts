/** Return the class for a large title: a long one steps down, so that the figures stay on the first screen. `width` is that of `titleWidth`. */
export function titleSize(title: string, width: number): string | undefined {
  const length = title.length * width;
  if (length > 80) return 'title-longest';
  return length > 45 ? 'title-long' : undefined;
}

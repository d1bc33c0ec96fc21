/** Return the class for a large title: a long one steps down, so that the figures stay on the first screen. */
export function titleSize(title: string): string | undefined {
  if (title.length > 80) return 'title-longest';
  return title.length > 45 ? 'title-long' : undefined;
}

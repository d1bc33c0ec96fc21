/**
 * Write a pattern of addresses as a regular expression over the whole path: `/x/*` is a folder and all in it, `:name` is one segment.
 * An address that ends in a slash is also its `index.html`, by which some servers know it.
 */
export function patternExpression(path: string): string {
  const [whole, end] = path.endsWith('/*') ? [path.slice(0, -2), '(?:/.*)?'] : [path, path.endsWith('/') ? '(?:index\\.html)?' : ''];
  const segments = whole.split(/(:[a-z]+)/).map((part, index) => (index % 2 === 0 ? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : '[^/]+'));
  return `^${segments.join('')}${end}$`;
}

/** Say whether a pattern stands for more than one address. */
export function isPattern(path: string): boolean {
  return /\/\*$|:[a-z]/.test(path);
}

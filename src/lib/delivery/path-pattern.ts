/**
 * Convert a path pattern to a regular expression over the whole path: `/x/*` matches a folder and everything below it, `:name`
 * matches one segment. A path that ends in a slash also matches its `index.html`, which some servers see instead.
 */
export function patternExpression(path: string): string {
  const [whole, end] = path.endsWith('/*') ? [path.slice(0, -2), '(?:/.*)?'] : [path, path.endsWith('/') ? '(?:index\\.html)?' : ''];
  const segments = whole.split(/(:[a-z]+)/).map((part, index) => (index % 2 === 0 ? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : '[^/]+'));
  return `^${segments.join('')}${end}$`;
}

/** Check whether a path is a pattern that can match several paths. */
export function isPattern(path: string): boolean {
  return /\/\*$|:[a-z]/.test(path);
}

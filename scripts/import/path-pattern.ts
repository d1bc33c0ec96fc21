/** Match a path with a line of a `.gitignore`, of which `*` and `**` are known. */
export function matchesPattern(path: string, line: string): boolean {
  const pattern = line.replace(/^\.?\/|\/$/g, '');
  if (pattern === '' || pattern.startsWith('#') || pattern.startsWith('!')) return false;
  const wildcards: Record<string, string> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*' };
  const source = pattern.replace(/[^\w*/-]/g, '\\$&').replace(/\*\*\/|\*\*|\*/g, (stars) => wildcards[stars] ?? stars);
  return new RegExp(`${pattern.includes('/') ? '^' : '(?:^|/)'}${source}(?:/|$)`).test(path);
}

/** A rule of `_headers`: its path pattern, and its headers by lower-case name. */
export interface ReadRule {
  path: string;
  headers: Record<string, string>;
}

/** Parse a `_headers` file as hosts do. Throws on a line that is not a path, a header or blank. */
export function rulesOf(text: string): ReadRule[] {
  const rules: ReadRule[] = [];
  for (const line of text.split('\n')) {
    const [, name, value = ''] = /^\s+([\w-]+):\s*(\S.*)$/.exec(line) ?? [];
    const rule = rules.at(-1);
    if (name && rule) rule.headers[name.toLowerCase()] = value;
    else if (line.startsWith('/')) rules.push({ path: line, headers: {} });
    else if (line.trim() !== '') throw new Error(`_headers has a line that no host understands: ${line}`);
  }
  return rules;
}

/** Collect the headers of a path. Values from several rules are joined with commas, as hosts do. */
export function headersOf(rules: readonly ReadRule[], path: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const rule of rules.filter((candidate) => matches(candidate.path, path))) {
    for (const [name, value] of Object.entries(rule.headers)) headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  return headers;
}

function matches(pattern: string, path: string): boolean {
  if (pattern.endsWith('*')) return path.startsWith(pattern.slice(0, -1));
  const [wanted, found] = [pattern.split('/'), path.split('/')];
  return wanted.length === found.length && wanted.every((segment, index) => segment.startsWith(':') || segment === found[index]);
}

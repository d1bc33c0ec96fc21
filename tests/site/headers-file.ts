/** A rule of `_headers`: the addresses it is for, and its headers with their names in lower case. */
export interface ReadRule {
  path: string;
  headers: Record<string, string>;
}

/** Read a `_headers` file as hosts do; throws the line that is none of path, header, comment or blank. */
export function rulesOf(text: string): ReadRule[] {
  const rules: ReadRule[] = [];
  for (const line of text.split('\n')) {
    const [, name, value = ''] = /^\s+([\w-]+):\s*(\S.*)$/.exec(line) ?? [];
    const rule = rules.at(-1);
    if (name && rule) rule.headers[name.toLowerCase()] = value;
    else if (line.startsWith('/')) rules.push({ path: line, headers: {} });
    else if (line.trim() !== '') throw new Error(`_headers has a line that no host reads: ${line}`);
  }
  return rules;
}

/** What `_headers` gives an address; values of several rules are joined, as hosts do. */
export function headersOf(rules: readonly ReadRule[], path: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const rule of rules.filter((candidate) => covers(candidate.path, path))) {
    for (const [name, value] of Object.entries(rule.headers)) headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  return headers;
}

function covers(pattern: string, path: string): boolean {
  if (pattern.endsWith('*')) return path.startsWith(pattern.slice(0, -1));
  const [wanted, found] = [pattern.split('/'), path.split('/')];
  return wanted.length === found.length && wanted.every((segment, index) => segment.startsWith(':') || segment === found[index]);
}

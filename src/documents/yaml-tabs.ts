/** Find tabs between the parts of YAML, one a line; inside of `texts`, ranges in the order of the text, they are the author's. */
export function tabsBetween(yaml: string, texts: readonly (readonly [start: number, end: number])[]): number[] {
  const found: number[] = [];
  for (let at = yaml.indexOf('\t'); at !== -1; at = yaml.indexOf('\t', at + 1)) {
    const text = texts.find(([start, end]) => at >= start && at < end);
    const lineStart = yaml.lastIndexOf('\n', at) + 1;
    const lineEnd = yaml.indexOf('\n', at);
    const before = yaml.slice(lineStart, at);
    const after = yaml.slice(at, lineEnd === -1 ? undefined : lineEnd);
    if (!text && before.trim() && !/(?:^|\s)#/.test(before) && /\S/.test(after)) found.push(at);
    // One look at each text and each line is enough, however many tabs it has.
    at = text ? text[1] - 1 : lineEnd === -1 ? yaml.length : lineEnd;
  }
  return found;
}

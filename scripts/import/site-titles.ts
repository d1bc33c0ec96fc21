/** What the title of every document begins or ends with, such as `Case Study: ` and ` | Tern & Daughters`; empty if there is nothing. */
export interface TitleAffixes {
  prefix: string;
  suffix: string;
}

/** With fewer titles, an equal beginning may be chance. */
const fewestTitles = 3;

/** Find the words for the browser's tab that all titles have in common, with their separator. */
export function findTitleAffixes(titles: readonly string[]): TitleAffixes {
  const common = (pattern: RegExp): string => {
    const [first = '', ...others] = titles.map((title) => pattern.exec(title)?.[0] ?? '');
    return titles.length >= fewestTitles && others.every((other) => other === first) ? first : '';
  };
  return { prefix: common(/^[^:|–—]{2,40}?(?::|\s[|–—-])\s+(?=\S)/), suffix: common(/(?<=\S)\s+[|–—-]\s+[^|–—]{2,60}$/) };
}

/** Remove the words that all titles have in common. */
export function withoutAffixes(title: string, { prefix, suffix }: TitleAffixes): string {
  const start = title.startsWith(prefix) ? prefix.length : 0;
  const end = title.endsWith(suffix) ? title.length - suffix.length : title.length;
  return end > start ? title.slice(start, end) : title;
}

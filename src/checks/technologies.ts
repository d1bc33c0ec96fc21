import { technologySchema, type TechnologyData } from '../schemas/technology.ts';
import { technologyKey, technologySlug } from '../lib/technologies.ts';
import { readYaml, type Document } from '../documents/document.ts';
import { schemaFindings } from './zod-issues.ts';
import type { Finding } from '../documents/diagnostic.ts';
import { editDistance } from '../documents/closest-match.ts';

/** A technology as its file describes it. */
export interface ReadTechnology {
  id: string;
  data: TechnologyData;
}

/** Read a file of technologies: a list of `{name, aliases, description, url}`, or a map from names to the rest. */
export function readTechnologies(
  bytes: Uint8Array,
  path: string,
): { document: Document; technologies: ReadTechnology[]; findings: Finding[] } {
  const document = readYaml(bytes, path);
  const findings = [...document.findings];
  const technologies: ReadTechnology[] = [];
  const spellings = new Map<string, string>();
  for (const { at, value } of entriesOf(document.data)) {
    const parsed = technologySchema.safeParse(value);
    if (!parsed.success) {
      findings.push(...schemaFindings(parsed.error, { document, schema: technologySchema, path: at }));
      continue;
    }
    const { data } = parsed;
    const owner = [data.name, ...data.aliases].flatMap((name) => spellings.get(technologyKey(name)) ?? [])[0];
    if (owner !== undefined) {
      findings.push({
        severity: 'error',
        field: at,
        message: `says the same as \`${owner}\`: they share a spelling`,
        fix: 'keep each spelling in one entry',
      });
      continue;
    }
    for (const name of [data.name, ...data.aliases]) spellings.set(technologyKey(name), data.name);
    technologies.push({ id: technologySlug(data.name), data });
  }
  return { document, technologies, findings };
}

/** A technology as a case study names it. */
export interface Mention {
  name: string;
  path: string;
  index: number;
}

/** A name that another document, or the technologies' own file, spells otherwise. */
export interface SpellingDoubt {
  mention: Mention;
  message: string;
  fix: string;
  related: string[];
}

/** Compare how documents spell technologies; spellings the technologies' file lists are known. Mentions come in the order of their paths. */
export function doubtfulSpellings(mentions: readonly Mention[], known: readonly TechnologyData[]): SpellingDoubt[] {
  const listed = new Map(
    known.flatMap(({ name, aliases }) => [name, ...aliases].map((spelling) => [technologyKey(spelling), name] as const)),
  );
  const first = new Map<string, Mention>();
  const reported = new Set<string>();
  return mentions.flatMap((mention): SpellingDoubt[] => {
    const key = technologyKey(mention.name);
    if (listed.has(key) || reported.has(mention.name)) return [];
    const earlier = first.get(key);
    if (earlier && earlier.name !== mention.name && !isRepeat(earlier, mention)) {
      reported.add(mention.name);
      const related = earlier.path === mention.path ? [] : [earlier.path];
      return [
        {
          mention,
          message: `is spelt \`${earlier.name}\` in ${earlier.path}`,
          fix: 'spell it one way, or list the other as an alias in `src/content/technologies/`',
          related,
        },
      ];
    }
    if (earlier) return [];
    first.set(key, mention);
    const meant = [...listed].find(([spelling]) => isSlip(key, spelling))?.[1];
    return meant
      ? [
          {
            mention,
            message: `is not among the technologies of the site, but \`${meant}\` is`,
            fix: `did you mean \`${meant}\`?`,
            related: [],
          },
        ]
      : [];
  });
}

/** The schema has told of a name that stands twice in one list. */
function isRepeat(a: Mention, b: Mention): boolean {
  return a.path === b.path && a.name.toLowerCase() === b.name.toLowerCase();
}

/** A letter too many, too few or two swapped; another letter instead may well be another technology (Nest, Next). */
function isSlip(written: string, known: string): boolean {
  if (written.length < 6 || Math.abs(written.length - known.length) > 1 || editDistance(written, known) !== 1) return false;
  return written.length !== known.length || [...written].toSorted().join('') === [...known].toSorted().join('');
}

function entriesOf(data: Document['data']): { at: PropertyKey[]; value: unknown }[] {
  if (data === null) return [];
  if (Array.isArray(data)) return data.map((value, index) => ({ at: [index], value }));
  return Object.entries(data).map(([name, value]) => ({
    at: [name],
    value: typeof value === 'object' && value !== null ? { name, ...value } : { name },
  }));
}

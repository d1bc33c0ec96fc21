import type { TechnologyData } from '../../schemas/technology.ts';
import { technologyKey } from '../../lib/technologies.ts';
import { editDistance } from '../../schemas/closest-match.ts';
import type { FieldDiagnostic } from '../../documents/diagnostic.ts';

/** A technology as a case study spells it. */
interface Mention {
  name: string;
  path: string;
  /** Index in the document's list. */
  index: number;
}

/** A mention that another document, or the glossary, spells differently. */
interface SpellingDoubt extends Required<Pick<FieldDiagnostic, 'message' | 'related'>> {
  mention: Mention;
  fix: string;
}

/** Compare how documents spell technologies, in the order of the mentions; spellings in the glossary are accepted. */
export function doubtfulSpellings(mentions: readonly Mention[], glossary: readonly TechnologyData[]): SpellingDoubt[] {
  const known = new Map(
    glossary.flatMap(({ name, aliases }) => [name, ...aliases].map((spelling) => [technologyKey(spelling), name] as const)),
  );
  const first = new Map<string, Mention>();
  const reported = new Set<string>();
  return mentions.flatMap((mention): SpellingDoubt[] => {
    const { name, path } = mention;
    const key = technologyKey(name);
    if (known.has(key) || reported.has(name)) return [];
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, mention);
      return misspelling(mention, known);
    }
    if (earlier.name === name || isDuplicate(earlier, mention)) return [];
    reported.add(name);
    const fix = 'spell it one way, or list the other as an alias in `src/content/technologies/`';
    const related = earlier.path === path ? [] : [earlier.path];
    return [{ mention, message: `is spelt \`${earlier.name}\` in ${earlier.path}`, fix, related }];
  });
}

function misspelling(mention: Mention, known: ReadonlyMap<string, string>): SpellingDoubt[] {
  const meant = [...known].find(([spelling]) => isTypo(technologyKey(mention.name), spelling))?.[1];
  if (!meant) return [];
  const message = `is not in the glossary of technologies, but \`${meant}\` is`;
  return [{ mention, message, fix: `did you mean \`${meant}\`?`, related: [] }];
}

/** The schema reports duplicates within one list. */
function isDuplicate(a: Mention, b: Mention): boolean {
  return a.path === b.path && a.name.toLowerCase() === b.name.toLowerCase();
}

/** One letter too many or too few, or two transposed; a substituted letter may mean another technology (Nest, Next). */
function isTypo(written: string, known: string): boolean {
  if (written.length < 6 || Math.abs(written.length - known.length) > 1 || editDistance(written, known) !== 1) return false;
  return written.length !== known.length || [...written].toSorted().join('') === [...known].toSorted().join('');
}

import type { TechnologyData } from '../../schemas/technology.ts';
import { technologyKey } from '../../lib/technologies.ts';
import { editDistance } from '../../schemas/closest-match.ts';
import { warningIn } from '../../documents/diagnostic.ts';
import type { CheckedFile } from '../document.ts';
import type { CrossDocumentDiagnostic } from './cross-document.ts';

/** Find technologies that documents spell in two ways; spellings in the glossary are accepted. */
export function checkTechnologySpellings(files: readonly CheckedFile[], glossary: readonly TechnologyData[]): CrossDocumentDiagnostic[] {
  const known = new Map(
    glossary.flatMap(({ name, aliases }) => [name, ...aliases].map((spelling) => [technologyKey(spelling), name] as const)),
  );
  const first = new Map<string, Mention>();
  const reported = new Set<string>();
  const mentions = files.flatMap(({ path, lists }) => lists.technologies.map((mention) => ({ ...mention, path })));
  return mentions.flatMap((mention): CrossDocumentDiagnostic[] => {
    const { name, path, index } = mention;
    const key = technologyKey(name);
    if (known.has(key) || reported.has(name)) return [];
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, mention);
      const meant = [...known].find(([spelling]) => isTypo(key, spelling))?.[1];
      const message = `is not in the glossary of technologies, but \`${meant}\` is`;
      return meant ? [{ path, ...warningIn(['technologies', index], message, `did you mean \`${meant}\`?`, { value: name }) }] : [];
    }
    if (earlier.name === name || isDuplicate(earlier, mention)) return [];
    reported.add(name);
    const fix = 'spell it one way, or list the other as an alias in `src/content/technologies/`';
    const more = { value: name, related: earlier.path === path ? [] : [earlier.path] };
    return [{ path, ...warningIn(['technologies', index], `is spelt \`${earlier.name}\` in ${earlier.path}`, fix, more) }];
  });
}

/** A technology as a case study spells it. */
interface Mention {
  name: string;
  path: string;
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

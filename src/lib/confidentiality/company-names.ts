import { readFileSync } from 'node:fs';
import { fold } from './folded-text.ts';

/** A company's name in folded words. */
interface CompanyName {
  /** The words that make the name; the legal form is left out where the rest is a name of its own. */
  words: string[];
  /** The words of the legal form, joined. */
  legalForm: string;
  /** Whether the name without its legal form is too ordinary to be searched for. */
  ordinary: boolean;
}

/** Take a name apart: `Zylo & Co. KG` is `zylo` with a legal form. */
export function companyName(name: string): CompanyName {
  const unmarked = name.normalize('NFKC').trim().replace(asianForms, '');
  const folded = fold({ text: unmarked || name })
    .text.trim()
    .split(' ');
  const first = folded.length > 1 && leading.has(folded[0] ?? '') ? 1 : 0;
  let end = folded.length;
  for (let form = formBefore(folded, first, end); form; form = formBefore(folded, first, end)) end -= form.length;
  const words = folded.slice(first, end);
  if (words.length > 1 || words.length === folded.length || !isOrdinary(words[0] ?? '')) {
    return { words: words.filter((word) => word !== ''), legalForm: folded.slice(end).join('').replaceAll('&', ''), ordinary: false };
  }
  return { words: folded, legalForm: '', ordinary: true };
}

/** Say whether a folded word is too short or too common to point to a company. */
export function isOrdinary(word: string): boolean {
  return /^[\p{sc=Latn}\p{N}&]{0,2}$/u.test(word) || ordinaryWords.has(word) || ordinaryWords.has(word.replace(/s$/, ''));
}

/** Say the same of a word in the plural or another case. */
export function looksOrdinary(word: string): boolean {
  return (
    isOrdinary(word) || ordinaryWords.has(word.replace(/ies$/, 'y')) || ordinaryWords.has(word.replace(/(?:e|n|en|es|er|ern|ens)$/, ''))
  );
}

function formBefore(words: readonly string[], first: number, end: number): readonly string[] | undefined {
  if (end - first < 2) return undefined;
  if (conjunctions.has(words[end - 1] ?? '')) return words.slice(end - 1, end);
  return legalForms.find((form) => end - form.length > first && form.every((word, index) => words[end - form.length + index] === word));
}

/** Words for “and” between the words of a name. */
export const conjunctions: ReadonlySet<string> = new Set('& and und et y e og och en ja i'.split(' '));

/** Words before the name that are left out. */
const leading: ReadonlySet<string> = new Set('the ab oy uab sia pt cv ооо ао пао зао оао тов'.split(' '));

/** Legal forms in scripts without spaces, before or after the name. */
const asianForms =
  /^(?:株式会社|有限会社|合同会社|주식회사|유한회사|\((?:株|有|同|주|유)\)|บริษัท)\s*|\s*(?:株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限公司|주식회사|유한회사|\((?:株|有|同|주|유)\)|จำกัด(?:\s*\(มหาชน\))?)$/gu;

/** Legal forms after the name, endings of domains, and words for a group; those of several words are here as dots and slashes part them. The longest are first. */
const legalForms: readonly (readonly string[])[] = [
  'gmbh mbh ag kg kgaa ohg og gbr ug eg ek eu ev se co cie compagnie gesmbh haftungsbeschränkt aktiengesellschaft partg partgmbb mbb vvag aör adör kdör',
  'ltd limited inc incorporated corp corporation company llc llp lp plc pllc pc pty pte pvt private proprietary unlimited cic cio dac clg ulc teoranta',
  'sa sas sasu sarl eurl snc sca scs spa srl srls sl slu slp sau ltda lda eireli sapi sab sabcv sadecv selarl scop gie sagl scarl unipessoal eirl',
  'bv nv vof cv bvba vzw asbl ab hb kb publ as asa aps ivs ans ks hf ehf oy oyj abp ky kk gk uab sia ou oü',
  'doo dd ad ood eood sro spol zrt kft nyrt bt spzoo kd ooo zao oao pao bhd tbk fze fzco fzllc jsc ojsc pjsc cjsc ctcp tnhh kabushiki gaisha kaisha',
  'com net org io ai app dev group groupe gruppe grupo gruppo holding holdings',
  'ооо ао пао зао оао тов пат ип еоод оод ад αε επε ικε',
]
  .flatMap((row) => row.split(' ').map((word) => [word]))
  .concat(
    'a g|g m b h|ges m b h|gesellschaft mit beschränkter haftung|part g|part g mbb|partg mbb|e k|e u|k d ö r|a d ö r|k g|e v|e g|s e|s a|s a s|s a r l|s p a|s r l|s l|s l u|s a u|s a de c v|b v|n v|v o f|a b|a s|oy j|k k|g k|d o o|d d|s r o|a d|sp z o o|sp z oo|spolka z o o|l l c|l l p|l p|p l c|p c|e u r l|sdn bhd|p j s c|ltd sti|limited sirketi|limited liability company|public limited company|ltda me|ltda epp|s r l s|s n c|s a g l|s a r l|s c o p|s coop|soc coop|sp j|sp k|v o s|z s|i s|p s|k s|u a|p c|n a|o g|о о о|а о|д о о|е о о д|о о д|α ε|ε π ε|בע מ|ذ م م|ش م م|ش م ل|de c v|co op'
      .split('|')
      .map((form) => form.split(' ')),
  )
  .toSorted((a, b) => b.length - a.length);

/** Common words of companies' names, in the singular: alone, they name nobody. */
const ordinaryWords: ReadonlySet<string> = new Set(
  fold({ text: readFileSync(new URL('ordinary-words.txt', import.meta.url), 'utf8') })
    .text.trim()
    .split(' '),
);

import type { Direction } from '../model/types.ts';
import { numberWord } from './numerals.ts';
import { wordTable } from './word-table.ts';

/** Return the direction that a verb, in any of its forms, moves its object or subject. */
export const verbDirection = (word: string): Direction | undefined => verbs.get(word);

/** Return the direction of a noun of change: `reduction`, `growth`. */
export const nounDirection = (word: string): Direction | undefined => nouns.get(word) ?? nouns.get(word.slice(word.lastIndexOf('-') + 1));

/** Return the direction of a comparative: `faster`, `fewer`. */
export const comparativeDirection = (word: string): Direction | undefined => comparatives.get(word);

/** Return the value and the direction of a factor word: 2 and down for `halved`. */
export const factorWord = (word: string): FactorWord | undefined => factors.get(word) ?? foldWord(word);

/** Return the direction that a verb, a noun or a comparative states. */
export const movementOf = (word: string): Direction | undefined => verbDirection(word) ?? nounDirection(word) ?? comparativeDirection(word);

/** Whether a word is a noun of change or a comparative, which make an amount before them a change. */
export const namesChange = (word: string): boolean => (nounDirection(word) ?? comparativeDirection(word)) !== undefined;

/** Whether a word names nothing: a preposition, a conjunction, an auxiliary or an article. */
export const isFunctionWord = (word: string): boolean => [prepositions, conjunctions, auxiliaries, articles].some((set) => set.has(word));

export const isPreposition = (word: string): boolean => prepositions.has(word);
export const isConjunction = (word: string): boolean => conjunctions.has(word);
export const isArticle = (word: string): boolean => articles.has(word);
export const isAuxiliary = (word: string): boolean => auxiliaries.has(word);
/** Whether a word between a preposition and its number changes neither: `just`, `average`. */
export const isFiller = (word: string): boolean => fillers.has(word);

/** Whether a word begins a condition: `when`, `if`. */
export const isConditional = (word: string): boolean => conditionals.has(word);

interface FactorWord {
  value: number;
  direction: Direction;
}

/** Inflect regular verbs: reduce, reduces, reduced, reducing; `drop+p` doubles its last letter. */
function inflect(verbs: string): string {
  const forms = verbs.split(' ').flatMap((verb) => {
    const [stem = verb, doubled] = verb.split('+');
    if (doubled) return [stem, `${stem}s`, `${stem}${doubled}ed`, `${stem}${doubled}ing`];
    if (stem.endsWith('e')) return [stem, `${stem}s`, `${stem}d`, `${stem.slice(0, -1)}ing`];
    if (/[^aeo]y$/.test(stem)) return [stem, `${stem.slice(0, -1)}ies`, `${stem.slice(0, -1)}ied`, `${stem}ing`];
    return [stem, `${stem}${/(?:s|sh|ch|x)$/.test(stem) ? 'es' : 's'}`, `${stem}ed`, `${stem}ing`];
  });
  return forms.join(' ');
}

const verbs = wordTable<Direction>([
  [
    'up',
    [
      inflect(
        'increase improve boost raise gain lift accelerate expand enhance climb jump surge soar skyrocket spike scale elevate uplift maximize maximise ' +
          'strengthen amplify multiply outperform rocket escalate double triple quadruple',
      ),
      'grow grows grew grown growing rise rises rose risen rising sped speeding',
      'steigern steigert gesteigert erhöht erhöhen erhöhte steigt gestiegen stieg verbessert verbesserte gewachsen wuchs beschleunigt',
      'augmenté augmentée augmente augmenter amélioré améliorée améliorer accéléré accru',
      'aumentó aumentado aumentar aumenta incrementó incrementado incrementar mejoró mejorado mejorar creció crecido aceleró',
      'aumentou aumentando aumentamos melhorou melhorado cresceu crescido acelerou',
    ].join(' '),
  ],
  [
    'down',
    [
      inflect(
        'reduce decrease lower drop+p decline slash shorten minimize minimise trim+m diminish lessen save eliminate compress shave curb remove plummet ' +
          'downsize condense avoid shed+d ease discard',
      ),
      'cut cuts cutting free frees freed freeing shrink shrinks shrank shrunk shrinking fall falls fell fallen falling plunge plunged plunges',
      'reduziert reduzieren reduzierte gesenkt senken senkte sank verringert verkürzt verkürzte gespart eingespart gesunken',
      'réduit réduite réduire diminué diminuée diminuer baissé économisé raccourci',
      'reducido redujo reducir reduce reducida disminuyó disminuido ahorró ahorrado bajó acortó',
      'reduziu reduzido reduzida reduzir reduzimos diminuiu economizou caiu baixou',
    ].join(' '),
  ],
]);

const nouns = wordTable<Direction>([
  [
    'up',
    'increase increases improvement improvements growth boost rise gain gains uplift lift jump surge spike raise acceleration enhancement expansion hike ' +
      'bump uptick upswing speedup speedups speed-up increment upturn growths ' +
      'steigerung erhöhung wachstum anstieg zuwachs verbesserung plus zunahme beschleunigung ' +
      'augmentation hausse croissance amélioration progression accélération ' +
      'aumento incremento crecimiento mejora subida crescimento melhoria melhora 향상 증가 개선 상승 성장',
  ],
  [
    'down',
    'reduction reductions decrease decreases drop drops decline declines cut cuts saving savings fall dip shrinkage cutback elimination decrement ' +
      'senkung reduktion reduzierung rückgang verringerung verkürzung einsparung einsparungen ersparnis minus abnahme ' +
      'réduction baisse diminution économie économies chute ' +
      'reducción disminución ahorro caída bajada descenso redução diminuição economia queda 절감 감소 단축 축소',
  ],
]);

const comparatives = wordTable<Direction>([
  [
    'up',
    'more higher faster quicker better greater larger bigger stronger longer additional extra above later speedier easier cleaner clearer sharper smarter ' +
      'warmer hotter taller wider deeper heavier louder brighter wärmer lauter breiter schwerer länger längere ' +
      'mehr höher höhere höheren schneller schnellere besser bessere größer größere más mayor mejor rápido mais maior melhor',
  ],
  [
    'down',
    'less fewer lower smaller shorter slower cheaper lighter below leaner lesser thinner weaker worse off sooner earlier ' +
      'quieter cooler colder narrower leiser kühler kälter leichter schmaler ' +
      'weniger geringer geringere niedriger niedrigere kürzer kürzere kleiner kleinere günstiger langsamer moins inférieur menos menor',
  ],
]);

const factors = new Map<string, FactorWord>(
  (
    [
      [
        2,
        'up',
        'twice double doubled doubles doubling verdoppelt verdoppelte verdopplung verdoppelung doppelt doublé doublée duplicó duplicado duplicar dobrou dobrar duplicou doble dobro',
      ],
      [3, 'up', 'triple tripled triples tripling thrice verdreifacht verdreifachung triplé triplicó triplicado triplicou'],
      [4, 'up', 'quadruple quadrupled quadruples quadrupling vervierfacht quadruplé cuadruplicó'],
      [5, 'up', 'quintupled verfünffacht'],
      [10, 'up', 'verzehnfacht'],
      [2, 'down', 'halve halved halves halving halbiert halbierte halbierung'],
    ] as const
  ).flatMap(([value, direction, words]) => words.split(' ').map((word) => [word, { value, direction }] as const)),
);

/** Return the factor of `fivefold`, `five-fold`. */
function foldWord(word: string): FactorWord | undefined {
  const value = word.endsWith('fold') ? numberWord(word.slice(0, -4).replace(/-$/, '')) : undefined;
  return value === undefined ? undefined : { value, direction: 'up' };
}

const words = (list: string) => new Set(list.split(' '));

const prepositions = words(
  'in on at by of to for from with within over under during across per through throughout among amongst between via into onto using after before since until till than as ' +
    'without including against toward towards around inside outside behind beyond following based despite regarding due thanks versus vs compared ' +
    'um von auf bei mit für im am zu nach über gegenüber innerhalb durch pro vom zum zur ' +
    'de du des en dans pour sur avec par à au aux chez del al con para por sobre desde hasta entre em no na nos nas ao do da dos das com até',
);
const conjunctions = words('and & und et y e plus while whereas but also as-well-as sowie ainsi');
const articles = words(
  'the a an its our their his her this that these those der die das den dem ein eine le la les l un une el los las o os uma',
);
const auxiliaries = words(
  'is are was were be been being has have had will would can could now is now also already then currently it they we that which who by to ist sind war waren wurde wurden hat est sont été es son fue foi',
);
const conditionals = words('if when whenever unless once until wenn falls sobald bis quand lorsque si cuando quando se');
const fillers = words(
  'just only merely mere average avg mean median total overall now even already typically usually currently still approx. estimated impressive whopping massive full further ' +
    'combined cumulative all both entire nur rund knapp solo sólo seulement apenas the a an our its their',
);

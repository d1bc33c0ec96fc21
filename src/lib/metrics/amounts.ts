import { boundAfter, takeBound } from './bounds.ts';
import { type AmountItem, isAmount, isSign, type Item, wordOf } from './items.ts';
import { comparativeDirection, factorWord, isPreposition, nounDirection } from './lexicon.ts';
import { isName } from './names.ts';
import { readAtom } from './atoms.ts';
import { numberWord, vagueMagnitude } from './numerals.ts';
import type { Atom } from './suffixes.ts';
import { type Token, tokenize } from './tokens.ts';
import { pluralTime, singularTime } from './units.ts';

/** Read a text as words, signs and amounts; `lang` decides what a lone dot or comma in a number is. */
export function readItems(text: string, lang?: string): Item[] {
  const tokens = tokenize(text);
  const items: Item[] = [];
  let index = 0;
  let amounts = 0;
  while (index < tokens.length && amounts < mostAmounts) {
    if (tokens[index]?.text === '±' && isAmount(items.at(-1))) {
      // 12% ± 3%: a tolerance is no number of its own.
      index = readAtom(tokens, index + 1, lang, { named: () => false, article: false })?.next ?? index + 1;
      continue;
    }
    const read = readFactor(tokens, index, items) ?? readAmount(tokens, index, items, lang) ?? readVague(tokens, index, items);
    if (read) {
      items.push(read.item);
      if (read.item.type === 'amount') amounts += 1;
      index = read.next;
      continue;
    }
    const token = tokens[index];
    // Markdown's signs of emphasis and code say nothing here.
    if (token && !/^[*_`]$/.test(token.text)) items.push(plainItem(token, tokens[index + 1]));
    index += 1;
  }
  return items;
}

/** Most numbers that are read of one text: no sentence has as many, and hostile text stays cheap. */
const mostAmounts = 150;

interface Read {
  item: Item;
  next: number;
}

function plainItem(token: Token, next: Token | undefined): Item {
  const { start, end, text } = token;
  if (token.kind === 'sign') return { type: 'sign', text, open: !token.glued && !next?.glued, start, end };
  return { type: 'word', text, lower: token.lower, start, end };
}

/** A number with its currency, scale, unit and bound, or a range of two. */
function readAmount(tokens: readonly Token[], index: number, items: Item[], lang: string | undefined): Read | null {
  const named = (at: number) => isName(tokens, at, items);
  const first = readAtom(tokens, index, lang, { named, article: mayHaveArticle(items) });
  if (!first) return null;
  // "one platform" counts nothing; "one hour" and "from five to one" do.
  if (
    first.spelled &&
    first.value === 1 &&
    !first.unit &&
    !first.scaled &&
    first.whole === null &&
    !/^(?:to|from|of)$/.test(wordOf(items.at(-1)))
  )
    return null;
  const crossed = isCross(items.at(-1), first.start);
  if (crossed) items.pop();
  const byFactor = (crossed || isFactorOf(items)) && !first.unit && !first.currency;
  // The factor's own words are read; what is left is "by 4x".
  if (byFactor && !crossed && wordOf(items.at(-1)) !== 'by') items.splice(wordOf(items.at(-1)) === 'faktor' ? -1 : -2);
  const second = readUpper(tokens, first, items, lang);
  const last = second ?? first;
  if (second) items.splice(items.length - rangeLead(items));
  const taken = takeBound(items);
  const sign = takeSign(items, first);
  const plus = first.plus || (second?.plus ?? false);
  const tail = boundAfter(tokens[last.next]?.lower ?? '', tokens[last.next + 1]?.lower ?? '');
  const scale =
    second && first.magnitude === 1 && second.magnitude > 1 && first.value < second.value / second.magnitude ? second.magnitude : 1;
  const unit = byFactor ? 'ratio' : (second?.unit ?? first.unit);
  const currency = first.currency ?? second?.currency ?? null;
  const item: AmountItem = {
    type: 'amount',
    value: first.value * scale,
    upper: second ? second.value : null,
    unit: currency ? 'money' : unit,
    currency,
    bound: tail?.bound ?? (plus ? 'at_least' : (taken?.bound ?? 'exact')),
    sign,
    lead: taken?.lead ?? null,
    factor: last.factor || byFactor,
    adjective: last.adjective,
    spelled: first.spelled,
    magnitude: last.magnitude,
    outOf: first.whole,
    told: null,
    start: taken?.start ?? first.start,
    end: last.end,
  };
  return { item, next: last.next + (tail?.length ?? 0) };
}

/** The upper end of a range: 20–25 %, 3 to 4 hours, between 10 and 20. */
function readUpper(tokens: readonly Token[], first: Atom, items: readonly Item[], lang: string | undefined): Atom | null {
  const [link, after] = [tokens[first.next], tokens[first.next + 1]];
  if (!link || !after || first.adjective) return null;
  const lead = wordOf(items.at(-1));
  const dash = /^[-–—‑~]$/.test(link.text) && (link.glued === after.glued || link.text === '-');
  const spaced = dash && !after.glued;
  const between = /^(?:between|zwischen|entre)$/.test(lead) && /^(?:and|und|et|y|e)$/.test(link.lower);
  const joined = /^(?:to|bis|or|à|a)$/.test(link.lower) && !/^(?:from|von|de|desde)$/.test(lead);
  const listed = link.lower === 'to' && rangeLead(items) > 0;
  if (!dash && !between && !joined && !listed) return null;
  const second = readAtom(tokens, first.next + 1, lang, { named: () => false, article: false });
  if (!second || second.sign === 'down' || (first.spelled !== second.spelled && !second.unit)) return null;
  const [a, b] = [first.unit ?? first.currency, second.unit ?? second.currency];
  if (a && b && a !== b) return null;
  if (a && !b && !(first.currency || first.unit === 'percent')) return null;
  const low =
    first.magnitude === 1 && second.magnitude > 1 && first.value < second.value / second.magnitude
      ? first.value * second.magnitude
      : first.value;
  if (low >= second.value) return null;
  // "2% to 5%" is a range before what it measures or after what it belongs to, else a move.
  if (joined && a && b && !listed) {
    const ahead = tokens.slice(second.next, second.next + 5);
    const claims = ahead.some(({ lower }) => nounDirection(lower) !== undefined || comparativeDirection(lower) !== undefined);
    if (!claims && !/^(?:by|of|a|an|at|um|within|in|save|saved|saves|saving)$/.test(lead)) return null;
  }
  if (link.lower === 'or' && a && b) return null;
  if (spaced && a && b && first.unit !== 'percent' && !first.currency) return null;
  return second;
}

/** Count the items at the end that announce a range: ranging from, range:, range: from. */
function rangeLead(items: readonly Item[]): number {
  let at = items.length - 1;
  if (wordOf(items[at]) === 'from') at -= 1;
  if (isSign(items[at], ':')) at -= 1;
  return /^(?:ranging|range|ranges|ranged)$/.test(wordOf(items[at])) && at < items.length - 1 ? items.length - at : 0;
}

/** The cross before a factor: x10. */
function isCross(item: Item | undefined, start: number): boolean {
  return item?.end === start && (wordOf(item) === 'x' || isSign(item, '×'));
}

/** by a factor of 3, multiplied by 3. */
function isFactorOf(items: readonly Item[]): boolean {
  const [before, last] = [wordOf(items.at(-2)), wordOf(items.at(-1))];
  return /^(?:factor|facteur)$/.test(before)
    ? /^(?:of|de)$/.test(last)
    : last === 'faktor' || (/^multipl/.test(before) && /^(?:by|par|por)$/.test(last));
}

/** Whether `a week` may be an amount here: after a preposition or a verb of taking, not after "times" or a rate. */
function mayHaveArticle(items: readonly Item[]): boolean {
  const last = wordOf(items.at(-1));
  return /^(?:from|to|in|within|under|over|than|about|around|nearly|almost|takes?|took|taking|just|only|of|every|instead|vs|versus|less|and)$/.test(
    last,
  );
}

/** Take a plus, a minus or an arrow that stands right before a number and is no joint of two words. */
function takeSign(items: Item[], first: Atom): 'up' | 'down' | null {
  if (first.sign) return first.sign;
  const last = items.at(-1);
  if (!isSign(last) || last.end > first.start) return null;
  const way = arrows[last.text] ?? (last.end === first.start ? signs[last.text] : undefined);
  if (!way) return null;
  const before = items.at(-2);
  const joint = (last.text === '+' || last.text === '-' || last.text === '–') && before && before.end === last.start && !isSign(before);
  if (joint) return null;
  items.pop();
  return way;
}

const arrows: Record<string, 'up' | 'down'> = {
  '↑': 'up',
  '↓': 'down',
  '▲': 'up',
  '▼': 'down',
  '⬆': 'up',
  '⬇': 'down',
  '📈': 'up',
  '📉': 'down',
  '↗': 'up',
  '↘': 'down',
};
const signs: Record<string, 'up' | 'down'> = { '+': 'up', '-': 'down', '−': 'down', '–': 'down' };

/** Factors told by a word: doubled, halved, tenfold, by half, half the time. */
function readFactor(tokens: readonly Token[], index: number, items: Item[]): Read | null {
  const token = tokens[index];
  if (token?.kind !== 'word') return null;
  const next = tokens[index + 1];
  const often = frequencies[token.lower];
  if (often !== undefined && /^(?:a|an|per|every|each)$/.test(next?.lower ?? '') && periodNouns.test(tokens[index + 2]?.lower ?? '')) {
    return { item: { ...wordAmount(token, often), start: token.start }, next: index + 1 };
  }
  const told = factorWord(token.lower) ?? foldFactor(token.lower) ?? halfAsFactor(tokens, index, items);
  if (!told) return null;
  // Double-digit growth and a triple play are no factors; "twice a day" is a frequency.
  if (
    /^(?:a|an|per|daily|weekly|monthly|yearly|annually|opt-in|blind|digit|digits|check|click|play|bottom|entry)$/.test(next?.lower ?? '') ||
    next?.text === '-'
  )
    return null;
  if (token.lower === 'double' && /^(?:a|the|an)$/.test(wordOf(items.at(-1))) && next?.kind !== 'word') return null;
  const taken = takeBound(items);
  const item: AmountItem = {
    ...wordAmount(token, told.value),
    unit: 'ratio',
    bound: taken?.bound ?? 'exact',
    lead: taken?.lead ?? null,
    factor: true,
    told: told.direction,
    start: taken?.start ?? token.start,
  };
  return { item, next: index + 1 };
}

/** five-fold */
function foldFactor(word: string): { value: number; direction: 'up' } | undefined {
  const value = word.endsWith('-fold') ? numberWord(word.slice(0, -5)) : undefined;
  return value === undefined ? undefined : { value, direction: 'up' };
}

const periodNouns = /^(?:day|night|week|fortnight|month|quarter|year|sprint|hour|minute|season)$/;

const frequencies: Partial<Record<string, number>> = { once: 1, twice: 2, thrice: 3 };

/** A number told by one word. */
function wordAmount({ start, end }: Token, value: number): AmountItem {
  return {
    type: 'amount',
    value,
    upper: null,
    unit: null,
    currency: null,
    bound: 'exact',
    sign: null,
    lead: null,
    factor: false,
    adjective: false,
    spelled: true,
    magnitude: 1,
    outOf: null,
    told: null,
    start,
    end,
  };
}

function halfAsFactor(tokens: readonly Token[], index: number, items: readonly Item[]) {
  if (tokens[index]?.lower !== 'half') return null;
  const last = wordOf(items.at(-1));
  const next = tokens[index + 1]?.lower ?? '';
  const byHalf = /^(?:by|in|almost|nearly|than|to|about)$/.test(last) && !singularTime(next) && !/^(?:a|an|of|million|billion)$/.test(next);
  const atHalf = next === 'the' && /^(?:at|for|with|in)$/.test(last);
  const halfThe =
    /^(?:the|as)$/.test(next) && /^(?:time|cost|price|effort|size|weight|long|much|many)$/.test(tokens[index + 2]?.lower ?? '');
  return byHalf || halfThe || atHalf ? ({ value: 2, direction: 'down' } as const) : null;
}

/** A unit of time without a number (`weeks`), or hundreds and thousands of something. */
function readVague(tokens: readonly Token[], index: number, items: Item[]): Read | null {
  const token = tokens[index];
  if (token?.kind !== 'word') return null;
  const unit = pluralTime(token.lower);
  if (unit && !isAmount(items.at(-1))) return { item: { type: 'vague', unit, start: token.start, end: token.end }, next: index + 1 };
  const size = vagueMagnitude(token.lower);
  const next = tokens[index + 1];
  if (size === undefined || !/^(?:of|von|de)$/.test(next?.lower ?? '') || isPreposition(wordOf(items.at(-1)))) return null;
  return null;
}

import { readAtom } from './atoms.ts';
import { boundAfter, takeBound } from './bounds.ts';
import { type ReadAmount, readFactor, takeFactorWords } from './factors.ts';
import { type AmountItem, isAmount, isSign, type Item, wordOf } from './items.ts';
import { isName } from './labels.ts';
import { rangeLead, readUpper, sharedScale } from './ranges.ts';
import type { Atom } from './suffixes.ts';
import { type Token, tokenize } from './tokens.ts';
import { pluralTime } from './units.ts';

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
const mostAmounts = 60;

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
function readAmount(tokens: readonly Token[], index: number, items: Item[], lang: string | undefined): ReadAmount | null {
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
  const byFactor = !first.unit && !first.currency && takeFactorWords(items, first.start);
  const second = readUpper(tokens, first, items, lang);
  const last = second ?? first;
  if (second) items.splice(items.length - rangeLead(items));
  const taken = takeBound(items);
  const sign = takeSign(items, first);
  const plus = first.plus || (second?.plus ?? false);
  const tail = boundAfter(tokens[last.next]?.lower ?? '', tokens[last.next + 1]?.lower ?? '');
  const unit = byFactor ? 'ratio' : (second?.unit ?? first.unit);
  const currency = first.currency ?? second?.currency ?? null;
  const item: AmountItem = {
    type: 'amount',
    value: second ? first.value * sharedScale(first, second) : first.value,
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

/** A unit of time without a number: weeks. */
function readVague(tokens: readonly Token[], index: number, items: readonly Item[]): Read | null {
  const token = tokens[index];
  const unit = token?.kind === 'word' ? pluralTime(token.lower) : undefined;
  if (!token || !unit || isAmount(items.at(-1))) return null;
  return { item: { type: 'vague', unit, start: token.start, end: token.end }, next: index + 1 };
}

import { isSymbol, isWord, type Item, wordOf } from './items.ts';
import { magnitudeOf } from './numerals.ts';
import { physicalUnit } from '../../schemas/units.ts';
import type { Token } from './tokens.ts';
import { currencyName, unitOf } from './units.ts';

/**
 * Whether the number token at `index` is a label, not an amount: part of a name (HL7, COVID-19, WCAG 2.0), an ordinal, a list number, a year,
 * a ranking or a fixed expression (24/7). `before` holds the items read so far.
 */
export function isLabel(tokens: readonly Token[], index: number, before: readonly Item[]): boolean {
  const number = tokens[index];
  const rules = [isPartOfName, isFixedExpression, isListNumber, isRanking, isYear, isVersion];
  return number !== undefined && rules.some((rule) => rule(number, tokens, index, before));
}

type Rule = (number: Token, tokens: readonly Token[], index: number, before: readonly Item[]) => boolean;

/** Letters directly before the number (HL7, S3) or joined to it (COVID-19, N+1), or letters directly after it that are no unit (5G, 3D, 1st). */
const isPartOfName: Rule = (number, tokens, index) => {
  const [previous, earlier, next, after] = [tokens[index - 1], tokens[index - 2], tokens[index + 1], tokens[index + 2]];
  if (number.adjacent && previous) {
    if (previous.kind === 'word' && !amountPrefix.test(previous.text)) return true;
    const isJoined = previous.adjacent && earlier?.kind === 'word' && /^[-\u2011+/.&_]$/.test(previous.text);
    if (isJoined && !/^(?:sub|pre|post|mid|to|from|a)$/.test(earlier.lower))
      return /^\p{Lu}/u.test(earlier.text) && currencyName(earlier.text) === undefined;
    if (/^['’#]$/.test(previous.text)) return true;
    // "0-to-1", "ages 5-12".
    const isRange = previous.text === '-' && (previous.adjacent || earlier?.kind === 'number');
    const opening = earlier?.kind === 'number' ? tokens[index - 3] : earlier;
    if (isRange && /^(?:to|ages?|aged|grades?)$/.test(opening?.lower ?? '')) return true;
  }
  // "4K video".
  if (/^[48]$/.test(number.text) && next?.text === 'K' && screens.test(after?.lower ?? '')) return true;
  if (!next?.adjacent) return false;
  // "0-to-1", "401(k)".
  if (next.text === '-' && after?.lower === 'to' && after.adjacent && tokens[index + 3]?.text === '-') return true;
  if (next.text === '(' && after?.kind === 'word' && after.text.length === 1) return true;
  // "5g", "Oracle 11g": a generation or a version, but 900g is a weight.
  if (next.text === 'g' && (/^[2-6]$/.test(number.text) || /^\p{Lu}/u.test(previous?.text ?? ''))) return true;
  return next.kind === 'word' && labelSuffix.test(next.text) && !isMeasure(next.text);
};

/** 24/7, 360°, 1:1, 80/20, 10:30, 4 x 4 m. */
const isFixedExpression: Rule = (number, tokens, index) => {
  const [previous, earlier, next, after] = [tokens[index - 1], tokens[index - 2], tokens[index + 1], tokens[index + 2]];
  const isTemperature = after?.adjacent && /^[CF]$/.test(after.text);
  if (next?.adjacent && next.text === '°' && !isTemperature) return true;
  if (next?.adjacent && next.text === ':' && after?.adjacent && after.kind === 'number') return true;
  if (number.adjacent && previous?.adjacent && previous.text === ':' && earlier?.kind === 'number') return true;
  const [left, right] = next?.text === '/' ? [number, after] : previous?.text === '/' ? [earlier, number] : [];
  if (left && right && /^(?:24\/7|80\/20|50\/50)$/.test(`${left.text}/${right.text}`)) return true;
  const crosses = (token: Token | undefined) => /^[x×]$/i.test(token?.text ?? '');
  return (crosses(next) && after?.kind === 'number') || (crosses(previous) && earlier?.kind === 'number');
};

/** The number of a list item: "1. ", "2) ". */
const isListNumber: Rule = (number, tokens, index, before) => {
  const [next, after] = [tokens[index + 1], tokens[index + 2]];
  const opens = before.length === 0 || isSymbol(before.at(-1), '\n');
  const isMarked = next?.adjacent === true && /^[.)]$/.test(next.text) && after?.adjacent === false;
  return opens && isMarked && number.text.length <= 2;
};

/** #1, No. 1, top 10, ranked 3, Fortune 500, one of 25 apps. */
const isRanking: Rule = (_number, _tokens, _index, before) => {
  const [earlier, last] = [before.at(-2), before.at(-1)];
  if (isSymbol(last, '#', '№')) return true;
  if (isSymbol(last, '.') && /^(?:no|nr)$/.test(wordOf(earlier))) return true;
  // "Each year 4,000 students" counts students.
  if (ranked.test(wordOf(last)) && !/^(?:each|every|per)$/.test(wordOf(earlier))) return true;
  // "one of the 25 …" is a pick from a list.
  const words = before.slice(-5).map((item) => (isWord(item) ? item.lower : item.type === 'amount' ? '' : '-'));
  const of = words.lastIndexOf('of');
  return of > 0 && words[of - 1] === 'one' && !words.slice(of).includes('');
};

/** A four-digit year, a school year (2017/18, 2017-18), a day next to a month; "2000 users" and "over 2000" are amounts. */
const isYear: Rule = ({ text }, tokens, index, before) => {
  const [previous, earlier, next, after] = [tokens[index - 1], tokens[index - 2], tokens[index + 1], tokens[index + 2]];
  const isMonth = (token: Token | undefined) => months.test(token?.lower ?? '');
  if (/^\d{2}(?:\d{2})?$/.test(text) && previous?.adjacent && /^[/\-–]$/.test(previous.text) && year.test(earlier?.text ?? '')) return true;
  if (/^\d{1,2}$/.test(text) && (isMonth(previous) || (isMonth(next) && year.test(after?.text ?? '')))) return true;
  if (!year.test(text) || (next?.adjacent && /^[+%kKMx×]$/.test(next.text))) return false;
  const last = before.at(-1);
  if (isSymbol(last) && /^[$€£₹~<>≈≤≥]$/.test(last.text)) return false;
  if (/^(?:over|than|least|about|around|nearly|almost|approximately|roughly)$/.test(wordOf(last))) return false;
  const noun = next?.kind === 'word' ? next : undefined;
  if (datePrepositions.test(wordOf(last)) || months.test(wordOf(last)))
    return !/^(?:users|customers|clients|people|students|employees|orders|ms|requests|hours)$/.test(noun?.lower ?? '');
  const isPlural = (token: Token | undefined) => /^\p{Ll}{3,}s$/u.test(token?.text ?? '');
  const isCounted = isPlural(noun) || /^(?:ms|people)$/.test(noun?.text ?? '');
  return !isCounted && !(/^\p{Ll}/u.test(noun?.text ?? '') && isPlural(after) && text.endsWith('00'));
};

/** A bare number after a capitalised word is a version (WCAG 2.0, Angular 2), unless the word opens the clause or names a measure. */
const isVersion: Rule = ({ text, adjacent }, tokens, index, before) => {
  const [previous, next] = [tokens[index - 1], tokens[index + 1]];
  if (/\..*\./.test(text) && !/^\d{1,3}(?:\.\d{3})+$/.test(text)) return true;
  if (previous?.kind !== 'word' || adjacent) return false;
  if (products.test(previous.lower) && /^\p{Lu}|^\.?js$|^i[A-Z]/u.test(previous.text)) return true;
  const isBare =
    !next || (next.kind === 'symbol' ? !/^[%+$€£₹]$/.test(next.text) : next.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(next.text));
  // "Care 4 Kids": a small number between two capitalised words.
  const isSmall = text.length < 3 || text.includes('.');
  const opensClause = before.length < 2 || isSymbol(before.at(-2), '.', ':', '-', '–', '—', '\n', ',', '(', '•', '|');
  return isBare && isSmall && !opensClause && /^\p{Lu}\p{Ll}/u.test(previous.text) && !measureNames.test(previous.lower);
};

const isMeasure = (word: string) =>
  unitOf(word) !== undefined || physicalUnit(word) !== null || magnitudeOf(word) !== undefined || currencyName(word) !== undefined;

const amountPrefix = /^(?:x|[A-Z]{3}|US|A|C|R|Rs|S|NZ|HK|u?pto|~)$/;
const labelSuffix = /^(?:st|nd|rd|th|er|ème|ª|º|[A-Z]{2,}|[DGPRVWZ]|am|pm|px|bit|de|fps|[aceg]|th)$/;
const months =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|winter|fall)$/;
const measureNames =
  /^(?:score|nps|roas|csat|ctr|lighthouse|rating|performance|seo|accessibility|revenue|users?|reach|uptime|from|to|saved|over)$/;
const screens = /^(?:video|videos|resolution|tv|display|displays|streaming|footage|content|uhd)$/;
const ranked =
  /^(?:top|ranked|rank|fortune|number|forbes|ftse|phase|tier|level|step|stage|part|chapter|version|release|series|type|class|section|article|grade|round|day|year|month|week|sprint|quarter|page|room|form|title|route|age|ages|aged|grades|gen|iphone|ipad|q)$/;
const year = /^(?:19|20)\d\d$/;
const datePrepositions = /^(?:in|since|by|until|till|during|of|for|from|year|early|late|mid|between|fy|ab|seit|bis|en|desde|em|im)$/;
const products =
  /^(?:wcag|iso|soc|pci|html|css|http|php|ios|android|windows|java|node|angular|react|vue|drupal|magento|rails|python|ssl|tls|oauth|fhir|web|industry|covid|agenda|gpt|ubuntu|postgres|mysql|section|en|din|hl)$/;

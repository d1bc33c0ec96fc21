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
  return [isPartOfName, isFixedExpression, isListNumber, isRanking, isYear, isVersion].some((rule) => rule(tokens, index, before));
}

type Rule = (tokens: readonly Token[], index: number, before: readonly Item[]) => boolean;

/** Letters directly before the number (HL7, S3) or joined to it (COVID-19, N+1), or letters directly after it that are no unit (5G, 3D, 1st). */
const isPartOfName: Rule = (tokens, index) => {
  const [number, previous, earlier, next] = [tokens[index], tokens[index - 1], tokens[index - 2], tokens[index + 1]];
  if (number?.adjacent && previous?.kind === 'word' && !amountPrefix.test(previous.text)) return true;
  if (
    number?.adjacent &&
    previous?.adjacent &&
    earlier?.kind === 'word' &&
    /^[-\u2011+/.&_]$/.test(previous.text) &&
    !/^(?:sub|pre|post|mid|to|from|a)$/.test(earlier.lower)
  ) {
    return /^\p{Lu}/u.test(earlier.text) && currencyName(earlier.text) === undefined;
  }
  if (number?.adjacent && /^['’#]$/.test(previous?.text ?? '')) return true;
  const after = tokens[index + 2];
  // "0-to-1", "ages 5-12", "401(k)", "4K video".
  if (
    number?.adjacent &&
    previous?.text === '-' &&
    (previous.adjacent || earlier?.kind === 'number') &&
    /^(?:to|ages?|aged|grades?)$/.test((earlier?.kind === 'number' ? tokens[index - 3] : earlier)?.lower ?? '')
  )
    return true;
  if (next?.text === '-' && next.adjacent && after?.lower === 'to' && after.adjacent && tokens[index + 3]?.text === '-') return true;
  if (next?.text === '(' && next.adjacent && after?.kind === 'word' && after.text.length === 1) return true;
  if (
    /^[48]$/.test(number?.text ?? '') &&
    next?.text === 'K' &&
    /^(?:video|videos|resolution|tv|display|displays|streaming|footage|content|uhd)$/.test(after?.lower ?? '')
  )
    return true;
  // "5g", "Oracle 11g": a generation or a version, but 900g is a weight.
  if (next?.text === 'g' && next.adjacent && (/^[2-6]$/.test(number?.text ?? '') || /^\p{Lu}/u.test(previous?.text ?? ''))) return true;
  return next?.kind === 'word' && next.adjacent && labelSuffix.test(next.text) && !isMeasure(next.text);
};

/** 24/7, 360°, 1:1, 80/20, 10:30. */
const isFixedExpression: Rule = (tokens, index) => {
  const [previous, number, next, after] = [tokens[index - 1], tokens[index], tokens[index + 1], tokens[index + 2]];
  const isTemperature = after?.adjacent && /^[CF]$/.test(after.text);
  if (next?.adjacent && ((next.text === '°' && !isTemperature) || (next.text === ':' && after?.kind === 'number' && after.adjacent)))
    return true;
  if (number?.adjacent && previous?.text === ':' && tokens[index - 2]?.kind === 'number' && previous.adjacent) return true;
  const [left, right] = next?.text === '/' ? [number, after] : previous?.text === '/' ? [tokens[index - 2], number] : [];
  if (left && right && /^(?:24\/7|80\/20|50\/50|365)$/.test(`${left.text}/${right.text}`)) return true;
  // "4 x 4 m": the sides of a thing.
  const crosses = (token: Token | undefined) => /^[x×]$/i.test(token?.text ?? '');
  if ((crosses(next) && after?.kind === 'number') || (crosses(previous) && tokens[index - 2]?.kind === 'number')) return true;
  if (number?.text === '7' && previous?.lower === 'x' && tokens[index - 2]?.text === '24') return true;
  return number?.text === '24' && next?.lower === 'x' && after?.text === '7';
};

/** The number of a list item: "1. ", "2) ". */
const isListNumber: Rule = (tokens, index, before) => {
  const [next, after] = [tokens[index + 1], tokens[index + 2]];
  const opens = before.length === 0 || isSymbol(before.at(-1), '\n');
  return (
    opens &&
    next !== undefined &&
    next.adjacent &&
    /^[.)]$/.test(next.text) &&
    after !== undefined &&
    !after.adjacent &&
    (tokens[index]?.text.length ?? 0) <= 2
  );
};

/** #1, No. 1, top 10, ranked 3, Fortune 500, one of 25 apps. */
const isRanking: Rule = (_tokens, _index, before) => {
  const last = before.at(-1);
  if (isSymbol(last, '#', '№')) return true;
  if (isSymbol(last, '.') && /^(?:no|nr)$/.test(wordOf(before.at(-2)))) return true;
  if (
    /^(?:top|ranked|rank|fortune|number|forbes|ftse|phase|tier|level|step|stage|part|chapter|version|release|series|type|class|section|article|grade|round|day|year|month|week|sprint|quarter|page|room|form|title|route|age|ages|aged|grade|grades|gen|iphone|ipad|q)$/.test(
      wordOf(last),
    ) &&
    // "Each year 4,000 students" counts students.
    !/^(?:each|every|per)$/.test(wordOf(before.at(-2)))
  ) {
    return true;
  }
  // "one of the 25 …" is a pick from a list.
  const words = before.slice(-5).map((item) => (isWord(item) ? item.lower : item.type === 'amount' ? '' : '-'));
  const of = words.lastIndexOf('of');
  return of > 0 && words[of - 1] === 'one' && !words.slice(of).includes('');
};

/** A four-digit year, a school year (2017/18, 2017-18), a day next to a month; "2000 users" and "over 2000" are amounts. */
const isYear: Rule = (tokens, index, before) => {
  const [number, next, after] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  const raw = number?.text ?? '';
  const [previous, earlier] = [tokens[index - 1], tokens[index - 2]];
  if (/^\d{2}(?:\d{2})?$/.test(raw) && previous?.adjacent && /^[/\-–]$/.test(previous.text) && /^(?:19|20)\d\d$/.test(earlier?.text ?? ''))
    return true;
  if (
    /^\d{1,2}$/.test(raw) &&
    (months.test(previous?.lower ?? '') || (months.test(next?.lower ?? '') && /^(?:19|20)\d\d$/.test(after?.text ?? '')))
  )
    return true;
  if (!/^(?:19|20)\d\d$/.test(raw)) return false;
  if (next?.adjacent && /^[+%kKMx×]$/.test(next.text)) return false;
  const last = before.at(-1);
  if (isSymbol(last) && /^[$€£₹~<>≈≤≥]$/.test(last.text)) return false;
  if (/^(?:over|than|least|about|around|nearly|almost|approximately|roughly)$/.test(wordOf(last))) return false;
  if (
    /^(?:in|since|by|until|till|during|of|for|from|year|early|late|mid|between|fy|ab|seit|bis|en|desde|em|im)$/.test(wordOf(last)) ||
    months.test(wordOf(last))
  ) {
    return !(next?.kind === 'word' && /^(?:users|customers|clients|people|students|employees|orders|ms|requests|hours)$/.test(next.lower));
  }
  return !(
    next?.kind === 'word' &&
    (/^\p{Ll}{3,}s$/u.test(next.text) ||
      /^(?:ms|people)$/.test(next.text) ||
      (/^\p{Ll}/u.test(next.text) && /^\p{Ll}{3,}s$/u.test(after?.text ?? '') && raw.endsWith('00')))
  );
};

/** A bare number after a capitalised word is a version (WCAG 2.0, Angular 2), unless the word opens the clause or names a measure. */
const isVersion: Rule = (tokens, index, before) => {
  const [number, previous, next] = [tokens[index], tokens[index - 1], tokens[index + 1]];
  if ((number?.text.match(/\./g) ?? []).length > 1 && !/^\d{1,3}(?:\.\d{3})+$/.test(number?.text ?? '')) return true;
  if (!previous || previous.kind !== 'word' || number?.adjacent) return false;
  if (
    /^(?:wcag|iso|soc|pci|html|css|http|php|ios|android|windows|java|node|angular|react|vue|drupal|magento|rails|python|ssl|tls|oauth|fhir|web|industry|covid|agenda|gpt|ubuntu|postgres|mysql|section|en|din|hl)$/.test(
      previous.lower,
    ) &&
    /^\p{Lu}|^\.?js$|^i[A-Z]/u.test(previous.text)
  ) {
    return true;
  }
  const bare =
    !next || (next.kind === 'symbol' && !/^[%+$€£₹]$/.test(next.text)) || (next.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(next.text));
  // "Care 4 Kids": a small number between two capitalised words.
  const opensClause = before.length < 2 || isSymbol(before.at(-2), '.', ':', '-', '–', '—', '\n', ',', '(', '•', '|');
  return (
    bare &&
    !opensClause &&
    /^\p{Lu}\p{Ll}/u.test(previous.text) &&
    ((number?.text.length ?? 0) < 3 || /\./.test(number?.text ?? '')) &&
    !measureNames.test(previous.lower)
  );
};

const isMeasure = (word: string) =>
  unitOf(word) !== undefined || physicalUnit(word) !== null || magnitudeOf(word) !== undefined || currencyName(word) !== undefined;

const amountPrefix = /^(?:x|[A-Z]{3}|US|A|C|R|Rs|S|NZ|HK|u?pto|~)$/;
const labelSuffix = /^(?:st|nd|rd|th|er|ème|ª|º|[A-Z]{2,}|[DGPRVWZ]|am|pm|px|bit|de|fps|[aceg]|th)$/;
const months =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|winter|fall)$/;
const measureNames =
  /^(?:score|nps|roas|csat|ctr|lighthouse|rating|performance|seo|accessibility|revenue|users?|reach|uptime|from|to|saved|over)$/;

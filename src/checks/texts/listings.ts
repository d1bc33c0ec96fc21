import { escapeControlCharacters } from '../../documents/diagnostic.ts';
import { codeLanguageNames, findCodeLanguage, isPlainText } from '../../lib/markdown/code-languages.ts';
import { parseMeta } from '../../lib/markdown/code-meta.ts';
import { diagramEngine } from '../../lib/charts/diagrams.ts';
import { lineElements, listingWords } from '../../lib/markdown/listing.ts';
import { closestMatch } from '../../schemas/closest-match.ts';
import type { CodeNote, CodeRule } from './code-blocks.ts';

/** Check the fence of a listing: its language, its words and its line numbers. */
export const checkListing: CodeRule = ({ language, meta, code }) => {
  if (language === undefined || isDrawn(language, meta)) return [];
  return [...checkLanguage(language), ...checkWords(language, meta), ...checkLines(meta, code)];
};

/** How many characters of code in colours a document may have: dense JavaScript takes up to 20 s of CPU for a million. */
const mostColoured = 200_000;

/** Find the block with which a document has too much code in colours, and say what is wrong. */
export function findExcess<B extends { language: string | undefined; code: string }>(blocks: readonly B[]) {
  let total = 0;
  const block = blocks.find(({ language, code }) => language && findCodeLanguage(language) && (total += code.length) > mostColoured);
  const fix = 'write `text` as the language of some, or move parts of them into files of their own';
  return block && { block, message: `has more than ${mostColoured} characters of code in colours`, fix };
}

/** Report whether a block is shown as a drawing. */
function isDrawn(language: string, meta: string): boolean {
  return diagramEngine(language) !== undefined || (language === 'csv' && parseMeta(meta).words.includes('chart'));
}

function checkLanguage(language: string): CodeNote[] {
  const [word = ''] = language.split(/[:{,]/);
  if (isPlainText(language) || findCodeLanguage(language)) return [];
  const match = findCodeLanguage(word) ? word : closestMatch(word, codeLanguageNames());
  const plain = '`text` for code without colours';
  const fix = match === null ? `write ${plain}` : word === match ? `write \`${match}\`, then a space` : `write \`${match}\`, or ${plain}`;
  return [warning('has code in an unknown language', language, fix)];
}

function checkWords(language: string, meta: string): CodeNote[] {
  const { words, values, lines } = parseMeta(meta);
  const unknown = [
    ...[...words, ...Object.keys(values)].filter((word) => !(listingWords as readonly string[]).includes(word)),
    ...Object.keys(lines).filter((name) => !Object.hasOwn(lineElements, name)),
  ];
  const known = [...listingWords, ...(language === 'csv' ? ['chart'] : []), ...Object.keys(lineElements).filter(Boolean)];
  return unknown.map((word) => {
    const match = closestMatch(word, known);
    return warning(
      'has code with a word after its language that means nothing',
      word,
      match ? `write \`${match}\`, or delete it` : 'delete it',
    );
  });
}

function checkLines(meta: string, code: string): CodeNote[] {
  const count = code.split('\n').length;
  return Object.entries(parseMeta(meta).lines).flatMap(([name, numbers]) => {
    const wrong = numbers.find((line) => !Number.isInteger(line) || line < 1 || line > count);
    if (numbers.length > 0 && wrong === undefined) return [];
    const fix = `write numbers from 1 to ${count}, like \`{1}\``;
    return [warning('has code whose marked lines do not exist', `${name && `${name}=`}{${wrong ?? ''}}`, fix)];
  });
}

function warning(message: string, value: string, fix: string): CodeNote {
  return { severity: 'warning', line: 0, message, value: escapeControlCharacters(value), fix };
}

import type { Draft } from '../draft.ts';
import { collectTexts } from '../missing-words.ts';
import { hasProseOrPicture, writeData } from '../text/nested-data.ts';

/**
 * Move prose and pictures that no field holds from `extra` to the start of the body, in the order of the front matter. What the page shows
 * already is not repeated. `markdown` converts a text of the old system.
 */
export function moveStoryToBody(draft: Draft, markdown: (text: string, part: string) => string): void {
  const { extra, log } = draft;
  dropRepeatedSections(draft);
  const shown = new Shown([draft.body, ...collectTexts(draft.fields)]);
  const story: string[] = [];
  for (const [key, value] of Object.entries(extra)) {
    if (!hasProseOrPicture(key, value)) continue;
    const { blocks, omitted } = writeData(key, value);
    const converted = blocks.map((block) => markdown(block, key)).filter((block) => shown.add(block));
    story.push(...withoutEmptyHeadings(converted));
    delete extra[key];
    log.entries.splice(0, Infinity, ...log.entries.filter((entry) => entry.kind !== 'extra' || entry.field !== key));
    log.add('mapped', key, 'the text');
    if (omitted.length > 0) log.add('dropped', key, `for the old layout: ${[...new Set(omitted)].join(', ')}`);
  }
  draft.body = [...story, draft.body].filter(Boolean).join('\n\n');
}

/** The fields of sections, which come before the body on the page. */
const sectionFields = [
  'executive_summary',
  'business_context',
  'technical_challenges',
  'solutions',
  'solution_architecture',
  'implementation_details',
  'results_metrics',
  'team_leadership',
  'key_learnings',
];

/** A template may show a field in the body, where it keeps its place. */
function dropRepeatedSections({ fields, body }: Draft): void {
  const shown = new Shown([body]);
  for (const field of sectionFields) if (typeof fields[field] === 'string' && shown.has(fields[field])) delete fields[field];
}

/** What a page shows, for comparison by words and by names of pictures. */
class Shown {
  #texts: string;
  #words: string;

  constructor(texts: readonly string[]) {
    this.#texts = texts.join('\n');
    this.#words = texts.map(reduceToWords).join(' ');
  }

  has(text: string): boolean {
    const picture = /^!\[[^\]]*\]\(<?(\.\/[^)>]*)>?\)/.exec(text)?.[1];
    if (picture !== undefined) return this.#texts.includes(picture);
    const words = reduceToWords(text);
    return words.length > 20 && this.#words.includes(words);
  }

  /** Add a block; false if the page shows it already. */
  add(block: string): boolean {
    if (block === '' || this.has(block)) return false;
    this.#texts += `\n${block}`;
    this.#words += ` ${reduceToWords(block)}`;
    return true;
  }
}

function reduceToWords(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu);
  return words?.join(' ') ?? '';
}

/** A heading whose section the page shows already goes with it. */
function withoutEmptyHeadings(blocks: readonly string[]): string[] {
  const levelOf = (block: string | undefined): number => /^(#+) [^\n]*$/.exec(block ?? '')?.[1]?.length ?? 7;
  return blocks.filter((block, index) => levelOf(block) === 7 || (index + 1 < blocks.length && levelOf(blocks[index + 1]) > levelOf(block)));
}

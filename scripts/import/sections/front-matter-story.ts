import { sectionFields } from '../../../src/schemas/sections.ts';
import type { Draft } from '../draft.ts';
import { asText, isRecord, normalizeKey } from '../front-matter/values.ts';
import { collectTexts } from '../missing-words.ts';
import { isPicture } from '../text/kinds-of-text.ts';
import { hasProseOrPicture, writeData } from '../text/nested-data.ts';

/**
 * Move prose and pictures that no field holds from `extra` to the body, before its text and in the order of the front matter. What the page shows
 * already is not repeated; these texts, and values for the old layout, are returned.
 */
export function moveStoryToBody(draft: Draft, { markdown, repeatedKeys }: StoryContext): string[] {
  const { extra, log } = draft;
  const repeated = dropRepeatedSections(draft);
  const shown = new Shown([draft.body, ...collectTexts(draft.fields)]);
  const story: string[] = [];
  const marks: string[] = [];
  const moved = new Set<string>();
  for (const [key, value] of Object.entries(extra)) {
    if (!hasProseOrPicture(key, value) || repeatedKeys.has(key)) continue;
    const { blocks, omitted } = writeData(key, withSource(key, value, draft));
    const converted = blocks.map((block) => markdown(block, key));
    // A picture that cannot be copied becomes a comment, and its path stays where it is.
    if (converted.every((block) => /^<!--[^]*-->$/.test(block))) continue;
    const added = withoutEmptyHeadings(converted.filter((block) => shown.add(block)));
    repeated.push(...converted.filter((block) => !added.includes(block)), ...omitted);
    // A logo or portrait alone is no beginning of a story.
    const isMark = mark.test(normalizeKey(key)) && added.every((block) => block.startsWith('![')) && !story.at(-1)?.startsWith('>');
    (isMark ? marks : story).push(...added);
    moved.add(key);
    log.entries.splice(0, Infinity, ...log.entries.filter((entry) => entry.kind !== 'extra' || entry.field !== key));
    if (added.length > 0) log.add('mapped', key, 'the text');
    else log.add('dropped', key, 'the page shows it already');
    const headings = converted.filter((block) => /^#+ /.test(block) && !added.includes(block));
    if (headings.length > 0) log.add('dropped', key, `headings of texts that the page shows already: ${headings.join(', ')}`);
    const layout = omitted.filter((text) => !text.startsWith('data:'));
    if (layout.length > 0) log.add('dropped', key, `for the old layout: ${layout.join(', ')}`);
  }
  draft.extra = omit(extra, moved);
  draft.body = [...story, draft.body, ...marks].filter(Boolean).join('\n\n');
  return repeated;
}

const mark = /(?:^|_)(?:logo|icon|avatar|portrait)(?:_|$)/;

interface StoryContext {
  /** Convert a text of the old system. */
  markdown: (text: string, part: string) => string;
  /** Keys whose value is the same in most documents, and no part of this story. */
  repeatedKeys: ReadonlySet<string>;
}

/** Join a quotation, or the portrait of its author, with that author, such as `testimonial_author`. */
function withSource(key: string, value: unknown, { extra, fields }: Pick<Draft, 'extra' | 'fields'>): unknown {
  const base = /^(quote|testimonial)/.exec(normalizeKey(key))?.[1];
  const text = asText(value);
  if (base === undefined || text === undefined) return value;
  if (isPicture(text)) {
    const { author, company } = isRecord(fields['testimonial']) ? fields['testimonial'] : {};
    return { image: value, alt: /logo/i.test(text) ? (company ?? author) : author };
  }
  const [, author] = Object.entries(extra).find(([other]) => normalizeKey(other) === `${base}_author`) ?? [];
  return { quote: value, ...(author !== undefined && { author }) };
}

/** A template may show a field in the body, where it keeps its place. */
function dropRepeatedSections(draft: Draft): string[] {
  const shown = new Shown([draft.body]);
  const texts = sectionFields
    .flatMap((field) => ({ field, text: asText(draft.fields[field]) ?? '' }))
    .filter(({ text }) => shown.has(text));
  draft.fields = omit(draft.fields, new Set(texts.map(({ field }) => field)));
  return texts.map(({ text }) => text);
}

function omit(map: Readonly<Record<string, unknown>>, keys: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !keys.has(key)));
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
    // A fact such as `**Client:** Acme` may be a field.
    const fact = /^\*\*[^*\n]+:\*\* (.+)$/.exec(text)?.[1];
    if (fact !== undefined && this.#texts.split('\n').includes(fact)) return true;
    // A heading goes only with its section.
    if (/^#+ [^\n]*$/.test(text)) return false;
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
  return blocks.filter(
    (block, index) => levelOf(block) === 7 || (index + 1 < blocks.length && levelOf(blocks[index + 1]) > levelOf(block)),
  );
}

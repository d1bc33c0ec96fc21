import { put } from './canvas.ts';
import type { Letter, Letters } from './letters.ts';
import { breakBetween, type Break, type SignKind } from './sign-kinds.ts';

/** A text in its letters, all in one line; places are in pixels from where it begins. */
export interface Run {
  letters: Letters;
  row: Letter[];
  /** Where each letter is put. */
  begins: number[];
  /** Where the next one may begin. */
  ends: number[];
  /** What may follow each letter. */
  breaks: Break[];
}

/** The letters of a run from `start` up to `end`, with what is added to them. */
export interface Line {
  start: number;
  end: number;
  tail: '' | '-' | '…';
  /** Whether it ends within a word that is longer than a line. */
  torn: boolean;
}

/** Set a text in its letters; signs that no face has are left out. */
export function shape(text: string, letters: Letters): Run {
  const run: Run = { letters, row: [], begins: [], ends: [], breaks: [] };
  let end = 0;
  for (const sign of text) {
    const at = run.row.length - 1;
    const letter = letters.find(sign);
    if (at >= 0 && (sign === '\u00ad' || sign === '\u200b')) run.breaks[at] = sign === '\u00ad' ? 'hyphen' : 'here';
    if (!letter) continue;
    const left = run.row[at];
    if (left) {
      if (run.breaks[at] === 'none') run.breaks[at] = breakBetween(run.row[at - 1]?.kind, left.kind, letter.kind);
      end += letters.kern(left, letter);
    }
    // A mark has no width of its own: it stands in the middle of the letter before it.
    run.begins.push(left && letter.kind === 'mark' ? (run.begins[at] as number) + left.middle - letter.middle : end);
    end += letter.advance;
    run.row.push(letter);
    run.ends.push(end);
    run.breaks.push('none');
  }
  return run;
}

/** Break a run into lines no wider than `width` pixels, as wide as they go. */
export function wrap(run: Run, width: number): Line[] {
  const { row, breaks } = run;
  const lines: Line[] = [];
  let start = 0;
  let best = 0;
  for (let at = 0; at < row.length; at++) {
    if (breaks[at] === 'space') best = at + 1;
    else if (at > start && row[at]?.kind !== 'mark' && widthBetween(run, start, at + 1) > width) {
      const torn = best <= start;
      const next = torn ? at : best;
      let end = next;
      const tail = breaks[end - 1] === 'hyphen' ? '-' : '';
      while (breaks[end - 1] === 'space' && end > start) end--;
      lines.push({ start, end, tail, torn });
      start = next;
      at = start;
    }
    const room = width - (breaks[at] === 'hyphen' ? widthWith('-', run, at) : 0);
    if (breaks[at] !== 'none' && widthBetween(run, start, at + 1) <= room) best = at + 1;
  }
  if (start < row.length) lines.push({ start, end: row.length, tail: '', torn: false });
  return lines;
}

/** Break a run into as few lines as `width` pixels allow, and these as even as can be; what is beyond `most` lines is cut. */
export function balance(run: Run, width: number, most: number): Line[] {
  let lines = wrap(run, width);
  if (lines.length > most) return clamp(run, lines, width, most);
  const torn = isTorn(lines);
  let low = (run.ends.at(-1) ?? 0) / lines.length / 2;
  let high = width;
  while (lines.length > 1 && high - low > 1) {
    const middle = (low + high) / 2;
    const narrower = wrap(run, middle);
    if (narrower.length > lines.length || (isTorn(narrower) && !torn)) low = middle;
    else {
      high = middle;
      lines = narrower;
    }
  }
  return lines;
}

/** Keep so many lines, and end the last of them with an ellipsis if there were more. */
export function clamp(run: Run, lines: readonly Line[], width: number, most: number): Line[] {
  const last = lines[most - 1];
  if (!last || lines.length <= most) return [...lines];
  let end = last.end;
  while (end > last.start + 1 && widthBetween(run, last.start, end) + widthWith('…', run, end - 1) > width) end--;
  // The last word goes whole, unless it is all there is in the line.
  let word = end;
  while (word > last.start && run.breaks[word] !== 'space' && run.breaks[word - 1] !== 'space') word--;
  if (end < last.end && word > last.start) end = word;
  while (end > last.start + 1 && loose.has(run.row[end - 1]?.kind)) end--;
  return [...lines.slice(0, most - 1), { ...last, end, tail: '…' }];
}

/** Tell whether a word is broken where it has no place for that. */
export function isTorn(lines: readonly Line[]): boolean {
  return lines.some(({ torn }) => torn);
}

/** Draw a line with its left end and its base line at these pixels. */
export function drawLine(run: Run, { start, end, tail }: Line, left: number, base: number): void {
  const { row, begins, ends, letters } = run;
  const shift = left - (begins[start] ?? 0);
  for (let at = start; at < end; at++) drawLetter(letters, row[at] as Letter, shift + (begins[at] as number), base);
  const letter = tail && letters.find(tail);
  const last = row[end - 1];
  if (letter && last) drawLetter(letters, letter, shift + (ends[end - 1] as number) + letters.kern(last, letter), base);
}

function drawLetter(letters: Letters, letter: Letter, left: number, base: number): void {
  const quarters = Math.round(left * 4);
  put(letters.mask(letter, quarters & 7), quarters >> 3, base);
}

/** How much wider a line is with a sign after the letter it ends with. */
function widthWith(sign: string, { row, letters }: Run, at: number): number {
  const letter = letters.find(sign);
  const last = row[at];
  return letter && last ? letter.advance + letters.kern(last, letter) : 0;
}

function widthBetween(run: Run, start: number, end: number): number {
  return (run.ends[end - 1] ?? 0) - (run.begins[start] ?? 0);
}

/** What stands between words, and not before an ellipsis. */
const loose = new Set<SignKind | undefined>(['space', 'between', 'dash']);

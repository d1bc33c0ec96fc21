import { parseMetrics } from '../metrics/parse.ts';
import { maskCode } from './masked.ts';

/** Parts of a text that have a field of their own here, and what is left of it. */
export interface CutText {
  /** In the order of the text; the heading is not in the text any more. */
  sections: { field: SectionTarget; heading: string; level: number; text: string }[];
  /** Text before the first heading. */
  intro: string;
  rest: string;
  /** A first heading that repeats the title, which was taken out. */
  title: string | null;
}

/** What the headings of case studies are called, without articles, numbers and signs, by the field they belong in. */
export const sectionHeadings = {
  executive_summary: ['summary', 'executive summary', 'tl dr', 'tldr', 'at a glance', 'in brief', 'in short', 'synopsis'],
  business_context: [
    'context',
    'business context',
    'background',
    'overview',
    'project overview',
    'about',
    'about project',
    'about client',
    'client',
    'about company',
    'introduction',
    'intro',
    'situation',
    'brief',
    'project',
    'description',
    'project description',
    'motivation',
    'company',
    'customer',
    'client background',
    'objective',
    'objectives',
    'goal',
    'goals',
    'project goal',
    'project goals',
    'opportunity',
    'why',
    'purpose',
    'mission',
    'customer profile',
    'client overview',
    'contexte',
    'kontext',
  ],
  technical_challenges: [
    'challenge',
    'challenges',
    'problem',
    'problems',
    'problem statement',
    'problem space',
    'pain points',
    'technical challenges',
    'technical challenge',
    'key challenges',
    'challenges faced',
    'business challenge',
    'business problem',
    'project requirements',
    'requirements',
    'constraints',
    'issue',
    'issues',
    'problem to solve',
    'herausforderung',
  ],
  solutions: [
    'solution',
    'solutions',
    'approach',
    'solution overview',
    'what we did',
    'what i did',
    'what i built',
    'what we built',
    'how we helped',
    'how i helped',
    'strategy',
    'proposed solution',
    'solution and approach',
    'approach and solution',
    'final solution',
    'final design',
    'contribution',
    'contributions',
    'work',
    'lösung',
    'project details',
  ],
  solution_architecture: [
    'architecture',
    'system architecture',
    'solution architecture',
    'technical architecture',
    'system overview',
    'system design',
    'how it works',
    'architecture overview',
    'design and architecture',
  ],
  implementation_details: [
    'implementation',
    'implementation details',
    'solution implementation',
    'technical implementation',
    'technical details',
    'technical deep dive',
    'development',
    'process',
    'design process',
    'execution',
    'build',
    'building it',
    'how it was built',
    'methodology',
    'method',
    'methods',
    'key features',
    'features',
    'main features',
    'umsetzung',
  ],
  results_metrics: [
    'result',
    'results',
    'outcome',
    'outcomes',
    'impact',
    'results and impact',
    'impact and results',
    'results and outcomes',
    'key results',
    'business impact',
    'metrics',
    'achievements',
    'key metrics',
    'benefits',
    'business results',
    'measurable results',
    'key outcomes',
    'results achieved',
    'success metrics',
    'outcome and impact',
    'ergebnis',
    'ergebnisse',
    'résultats',
    'resultados',
    'performance',
    'final results',
    'final outcome',
    'outcomes and impact',
    'impact and outcomes',
    'project outcome',
    'project outcomes',
  ],
  team_leadership: [
    'team',
    'leadership',
    'team and leadership',
    'role',
    'role and team',
    'team and role',
    'responsibilities',
    'role and responsibilities',
    'team leadership',
  ],
  key_learnings: [
    'learnings',
    'lessons learned',
    'lessons',
    'key learnings',
    'takeaways',
    'key takeaways',
    'what i learned',
    'what we learned',
    'reflection',
    'reflections',
    'retrospective',
    'what i would do differently',
    'learning',
    'key lessons',
    'learning outcomes',
    'lessons learnt',
    'challenges and learnings',
    'challenges and lessons learned',
  ],
} as const satisfies Record<string, readonly string[]>;

export type SectionTarget = keyof typeof sectionHeadings;

/** Cut a Markdown text at those of its topmost headings that name one of our fields. */
export function cutSections(markdown: string, title: string | undefined): CutText {
  const { text, unmask } = maskCode(markdown);
  const headings = headingsOf(text);
  const [first] = headings;
  const repeats =
    first !== undefined && text.slice(0, first.start).trim() === '' && title !== undefined && sameWords(unmask(first.words), title);
  const below = repeats || (first?.level === 1 && headings.filter(({ level }) => level === 1).length === 1) ? headings.slice(1) : headings;
  const level = Math.min(...below.map((heading) => heading.level));
  const tops = below.filter((heading) => heading.level === level);
  const start = repeats ? first.end : 0;
  const whole: CutText = { sections: [], intro: '', rest: unmask(text.slice(start)).trim(), title: repeats ? unmask(first.words) : null };
  const pieces = tops.map((heading, index) => {
    const end = tops[index + 1]?.start ?? text.length;
    return {
      field: fieldOf(unmask(heading.words)),
      heading: unmask(heading.words),
      text: text.slice(heading.end, end),
      all: text.slice(heading.start, end),
    };
  });
  const isSection = (piece: (typeof pieces)[number]): boolean => piece.field !== null && trimmed(piece.text) !== '';
  if (!pieces.some(isSection)) return whole;
  const definitions = definitionsIn(text);
  const complete = (piece: string): string => unmask(withDefinitions(trimmed(piece), definitions));
  return {
    sections: pieces.flatMap((piece) =>
      isSection(piece) && piece.field ? [{ field: piece.field, heading: piece.heading, level, text: complete(piece.text) }] : [],
    ),
    intro: complete(text.slice(start, tops[0]?.start ?? text.length)),
    rest: complete(pieces.flatMap((piece) => (isSection(piece) ? [] : [piece.all.trim()])).join('\n\n')),
    title: whole.title,
  };
}

/** Lift the bold-led bullets that hold a figure (`- **60% less waste:** since March`) as sentences, without Markdown's signs. */
export function boldLedMetrics(markdown: string): string[] {
  return bullets(markdown)
    .filter((bullet) => /^(?:\*\*|__)\S/.test(bullet))
    .map(plainWords)
    .filter((sentence) => parseMetrics(sentence).some(({ kind }) => kind !== 'statement'));
}

/** Read the names of technologies out of a section that lists them; empty where the text has no such section. */
export function technologiesIn(markdown: string): string[] {
  const { text, unmask } = maskCode(markdown);
  const headings = headingsOf(text);
  const at = headings.findIndex(({ words }) => technologyHeadings.has(headingKey(unmask(words))));
  const heading = headings[at];
  if (!heading) return [];
  const section = unmask(text.slice(heading.end, headings[at + 1]?.start ?? text.length));
  const listed = bullets(section);
  const lines = listed.length > 0 ? listed : section.split('\n');
  const names = lines.flatMap((line) =>
    plainWords(line)
      .replace(/^[^:]{2,40}:\s+/, '')
      .replace(/\s+[–—-]\s+.*$/, '')
      .split(/\s*[,;·|•]\s*|\s+and\s+/),
  );
  return [...new Set(names.map((name) => name.replace(/\s*\([^)]*\)\s*$/, '').trim()))].filter(
    (name) => name !== '' && name.length <= 40 && name.split(' ').length <= 4 && !/[.!?]$/.test(name),
  );
}

const technologyHeadings = new Set([
  'tech stack',
  'technologies',
  'technologies used',
  'technology',
  'tools',
  'tools used',
  'stack',
  'built with',
  'technical stack',
  'technology stack',
  'tech',
  'tools and technologies',
  'technologies and tools',
  'tech used',
  'skills',
  'software used',
]);

interface Heading {
  level: number;
  words: string;
  start: number;
  end: number;
}

function headingsOf(text: string): Heading[] {
  const pattern = /^ {0,3}(#{1,6})[ \t]+([^\n]*?)(?:[ \t]+#+)?[ \t]*$|^(?! {0,3}(?:[-*+>|]|\d+[.)]) ?)([^\n]+)\n {0,3}(=+|-{3,})[ \t]*$/gm;
  return [...text.matchAll(pattern)].map((found) => ({
    level: found[1]?.length ?? (found[4]?.startsWith('=') ? 1 : 2),
    words: (found[2] ?? found[3] ?? '').trim(),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

function fieldOf(heading: string): SectionTarget | null {
  const key = headingKey(heading);
  const found = Object.entries(sectionHeadings).find(([, names]) => (names as readonly string[]).includes(key));
  return found ? (found[0] as SectionTarget) : null;
}

function headingKey(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/&amp;|&|\+/g, ' and ')
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:the|our|my|a|an|their|and key)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Rules and breaks at the edges only parted what is apart now. */
function trimmed(text: string): string {
  const rule = /^(?:-{3,}|\*{3,}|_{3,}|<br\s*\/?>)?\s*$/;
  const lines = text.split('\n');
  while (lines.length > 0 && rule.test(lines[0] ?? '')) lines.shift();
  while (lines.length > 0 && rule.test(lines.at(-1) ?? '')) lines.pop();
  return lines.join('\n');
}

interface Definition {
  label: string;
  line: string;
}

function definitionsIn(text: string): Definition[] {
  return [...text.matchAll(/^ {0,3}\[([^\]\n]+)\]:[ \t]*\S.*(?:\n {4}.*)*$/gm)].map(([line, label = '']) => ({
    label: label.toLowerCase(),
    line,
  }));
}

/** A section is rendered alone, so the addresses and notes it refers to go with it. */
function withDefinitions(piece: string, definitions: readonly Definition[]): string {
  const needed = definitions.filter(({ label, line }) => !piece.includes(line) && piece.toLowerCase().includes(`[${label}]`));
  return needed.length === 0 ? piece : `${piece}\n\n${needed.map(({ line }) => line).join('\n')}`;
}

function bullets(markdown: string): string[] {
  return [
    ...markdown.matchAll(/^\s{0,3}(?:[-*+]|\d{1,3}[.)])[ \t]+([^\n]+(?:\n(?!\s*(?:[-*+]|\d{1,3}[.)])\s|\s*\n|#)[ \t]+[^\n]+)*)/gm),
  ].map(([, words = '']) => words.replace(/\s+/g, ' ').trim());
}

function plainWords(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function sameWords(a: string, b: string): boolean {
  const fold = (text: string): string =>
    plainWords(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return fold(a) === fold(b);
}

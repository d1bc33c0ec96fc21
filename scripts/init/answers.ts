import { siteSchema, type SiteInput } from '../../src/schemas/site.ts';
import { initWords } from './words.ts';
import { interpolate } from '../../src/i18n/strings.ts';

/** What `npm run init` asks, in this order; each is also a flag. */
export const questions = ['name', 'kind', 'address', 'language', 'sentence', 'mail', 'theme', 'paper', 'accent'] as const;

/** What has to be answered; the others have defaults. */
export const required = ['name', 'kind', 'address', 'language', 'sentence', 'mail'] as const satisfies readonly Question[];

export type Question = (typeof questions)[number];

/** Answers as typed. */
export type Answers = Partial<Record<Question, string>>;

/** The looks on offer: fonts, paper and accent that go together. The first is the default of the site, which needs no option. */
export const looks = {
  report: { about: 'Brygada 1918 and Public Sans on warm paper, brick red', theme: {} },
  studio: {
    about: 'Instrument Serif and Instrument Sans on white, blue',
    theme: { type: 'studio', paper: 'white', accent: '#0b4f9e' },
  },
  almanac: { about: 'Young Serif and Figtree on cream, wine red', theme: { type: 'almanac', paper: 'cream', accent: '#7a1f3d' } },
  works: { about: 'Hanken Grotesk on cool paper, green', theme: { type: 'works', paper: 'cool', accent: '#0f5a4c' } },
  plain: { about: 'the fonts of each reader’s system on grey, violet', theme: { type: 'plain', paper: 'grey', accent: '#4a3aa7' } },
} as const satisfies Record<string, { about: string; theme: { type?: string; paper?: string; accent?: string } }>;

/** Return the options of the site that answers stand for; questions without an answer have an example. */
export function siteOptions(given: Answers): SiteInput {
  const answers = { ...example, ...given };
  const { name, language, sentence, mail } = answers;
  const kind = readKind(answers.kind);
  const { description, about } = initWords(language);
  return {
    name,
    ...readAddress(answers.address),
    locale: language,
    promise: sentence,
    description: interpolate(description, { name, sentence }),
    about: interpolate(about[kind as keyof typeof about] ?? about.person, { name }),
    author: { name, kind: kind as 'person', email: mail },
    ...themeOptions(answers),
  };
}

/** Return why the schema of the site rejects an answer; null when it is valid. */
export function checkAnswer(question: Question, answer: string): string | null {
  if (answer.trim() === '') return (required as readonly string[]).includes(question) ? 'is missing' : null;
  if (question === 'theme' && !Object.hasOwn(looks, answer)) return `must be one of ${Object.keys(looks).join(', ')}`;
  if (question === 'kind' && !['person', 'organization'].includes(readKind(answer))) return 'must be person or practice';
  const parsed = siteSchema.safeParse(siteOptions({ [question]: answer }));
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? 'is not valid');
}

/** Return an answer as it is stored: trimmed; an address has a protocol, a kind is one of two words. */
export function normalizeAnswer(question: Question, answer: string): string {
  const text = answer.trim();
  if (question === 'address') return text !== '' && !/^[a-z][\w+.-]*:\/\//i.test(text) ? `https://${text}` : text;
  return question === 'kind' ? readKind(text) : question === 'theme' ? text.toLowerCase() : text;
}

/**
 * The options of the look. An owner's icon is their initials, for `public/favicon.svg` is that of Casefolio. A look other than the
 * default is written out, so that its parts can be changed.
 */
function themeOptions({ theme = 'report', paper, accent }: Answers): object {
  const chosen = { ...looks[theme as keyof typeof looks]?.theme, ...(paper && { paper }), ...(accent && { accent }) };
  return { theme: { ...chosen, mark: 'initials' } };
}

/** Split an address into origin and path. What is no web address stays as it is, for the schema to reject. */
function readAddress(address: string): Pick<SiteInput, 'url' | 'base'> {
  const url = normalizeAnswer('address', address);
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return { url };
  const { pathname, search, hash, username, password } = new URL(url);
  if (search || hash || username || password) return { url };
  const base = decodeURI(pathname).replace(/\/+$/, '');
  return { url: new URL(url).origin, ...(base && { base }) };
}

/** Return the kind of an author; other words stay as they are, for the schema to reject. */
function readKind(text: string): string {
  const word = text.trim().toLowerCase();
  if (['person', 'i'].includes(word)) return 'person';
  return ['practice', 'organization', 'we'].includes(word) ? 'organization' : word;
}

/** Valid answers, for questions without one and for the example of a command. */
export const example = {
  name: 'Jo Example',
  kind: 'person',
  address: 'https://jo.example',
  language: 'en-GB',
  sentence: 'I build what shops run on.',
  mail: 'jo@example.com',
};

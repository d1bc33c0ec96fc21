import { bundledLanguagesInfo } from 'shiki/langs';

/** A programming language that listings are coloured in. */
export interface CodeLanguage {
  /** Its name in Shiki. */
  id: string;
  /** What readers call it. */
  name: string;
}

/** Find a language by what a fence calls it, such as `ts` or `TypeScript`; undefined for plain text and unknown languages. */
export function findCodeLanguage(written: string): CodeLanguage | undefined {
  return languages.get(written.toLowerCase());
}

/** Report whether a fence asks for text without colours. */
export function isPlainText(written: string): boolean {
  return plainText.includes(written.toLowerCase());
}

/** List every word that a fence may name a language by. */
export function codeLanguageNames(): string[] {
  return [...languages.keys(), ...plainText];
}

const languages = new Map(
  bundledLanguagesInfo.flatMap(({ id, name, aliases = [] }) => [id, ...aliases].map((written) => [written, { id, name }])),
);

const plainText = ['text', 'txt', 'plain', 'plaintext'];

import { createNameSearch, isOrdinaryName, type NameSearch, type Occurrence } from '../../lib/confidentiality.ts';
import { errorIn, escapeControlCharacters, warningIn, type FieldDiagnostic } from '../../documents/diagnostic.ts';
import type { Document } from '../../documents/document.ts';
import type { FileName } from '../../documents/file-names.ts';
import { isTrueAt, textAt, valueAt } from '../../documents/values.ts';
import type { CrossDocumentDiagnostic } from './cross-document.ts';

/** A file that can name a confidential client. */
interface SearchedFile {
  path: string;
  document: Document | null;
  /** Absent for a glossary. */
  name?: FileName;
}

/** Message of the diagnostic for every place that would publish the name; a build that fails lists them. */
export const namesClient = 'names the confidential client';

/** Find the names of confidential clients in everything that any document would publish, in all their spellings. */
export function checkConfidentiality(files: readonly SearchedFile[]): CrossDocumentDiagnostic[] {
  const clients = files.flatMap(({ path, document }) => (document ? (clientOf(path, document) ?? []) : []));
  if (clients.length === 0) return [];
  const texts = files.flatMap(({ document }) => document?.text ?? []);
  const search = createNameSearch(clients.flatMap(({ names }) => names));
  const ordinary = new Set(search.words.filter((word) => isCommon(word, texts)));
  return files.flatMap((file) => {
    const { path, document } = file;
    if (!document) return [];
    const own = clients.find((client) => client.path === path);
    const words = search.locateWords(document.text).filter(({ name }) => !ordinary.has(name));
    const diagnostics = [
      ...(own ? checkAlias(own) : []),
      ...checkSlug(file, search),
      ...occurrences(search.locate(document.text), { file, document, clients, own, describe: describeName }),
      ...occurrences(words, { file, document, clients, own, describe: describeWord }),
    ];
    return diagnostics.map((diagnostic) => ({ path, ...diagnostic }));
  });
}

interface Client {
  path: string;
  names: string[];
  name: string | undefined;
  alias: string | undefined;
}

function clientOf(path: string, { data }: Document): Client | null {
  if (!isTrueAt(data, ['client', 'confidential'])) return null;
  const textsOf = (key: string): string[] => [valueAt(data, ['client', key])].flat().flatMap((value) => textAt(value, [])?.trim() || []);
  const [name] = textsOf('name');
  return { path, names: [...textsOf('name'), ...textsOf('also')], name, alias: textAt(data, ['client', 'alias'])?.trim() || undefined };
}

function checkAlias({ names, name, alias }: Client): FieldDiagnostic[] {
  const leaks = alias !== undefined && createNameSearch(names).inText(alias).length > 0;
  return [...(leaks ? [nameInAlias] : []), ...(name !== undefined && isOrdinaryName(name) ? [ordinaryName] : [])];
}

const nameInAlias = errorIn(['client', 'alias'], 'contains the name it should hide', 'choose an alias without it');
const ordinaryName = warningIn(
  ['client', 'name'],
  'is a common word without its legal form, so only both together are searched for',
  'list the spellings that give the client away in `also`',
);

function checkSlug({ name }: SearchedFile, search: NameSearch): FieldDiagnostic[] {
  if (!name || search.inText(name.slug).length === 0) return [];
  return [warningIn([], 'has the name of a confidential client in its file name', 'rename it', { value: name.slug })];
}

interface Context {
  file: SearchedFile;
  document: Document;
  clients: readonly Client[];
  /** The confidential client of the document itself. */
  own: Client | undefined;
  describe: (client: Client | undefined) => Pick<FieldDiagnostic, 'message' | 'fix'>;
}

function occurrences(found: readonly Occurrence[], { file, document, clients, own, describe }: Context): FieldDiagnostic[] {
  const diagnostics: FieldDiagnostic[] = [];
  for (const { name, start, end } of found) {
    const position = document.positionAt(start);
    const field = file.name && position.line >= document.bodyLine ? ['body'] : document.fieldAt(start);
    if (field === null || field[0] === 'extra' || (field[0] === 'client' && isExempt(field[1], own, file))) continue;
    const client = own?.names.includes(name) ? own : clients.find(({ names }) => names.includes(name));
    const value = escapeControlCharacters(document.text.slice(start, end).trim());
    const related = client && client !== own ? { related: [client.path] } : {};
    diagnostics.push({ severity: 'warning', field, ...position, ...describe(client), value, ...related });
    if (diagnostics.length === maxOccurrences) break;
  }
  return diagnostics;
}

const maxOccurrences = 50;

/** Whether a part of `client` is never published, or has a diagnostic of its own: the alias, and the client of a translation. */
function isExempt(key: PropertyKey | undefined, own: Client | undefined, { name }: SearchedFile): boolean {
  return own ? ['name', 'also', 'alias', 'url'].includes(String(key)) : name?.lang != null && (key === undefined || key === 'name');
}

const describeName: Context['describe'] = (client) => ({
  message: namesClient,
  fix: `write ${client?.alias ? `“${client.alias}”` : 'the alias'} instead`,
});

const describeWord: Context['describe'] = () => ({
  message: 'has a word of the name of a confidential client',
  fix: 'reword it if it points to the client; add it to `also` to make the build fail on it',
});

/** Whether some document has the word in lower case within a sentence: a word of the language, not of a name alone. */
function isCommon(word: string, texts: readonly string[]): boolean {
  const inSentence = new RegExp(`\\p{L}[ \\n]${word}s?(?=[ ,;:\\n]|[.!?](?:\\s|$))`, 'u');
  return texts.some((text) => inSentence.test(text));
}

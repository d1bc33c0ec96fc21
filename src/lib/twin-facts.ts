import { stringify } from 'yaml';

/** Facts of a document: texts, lists of texts, and lists of facts. */
export type Facts = Record<string, string | readonly (string | Record<string, string>)[]>;

/**
 * Write facts as YAML with the names in their order, as the YAML package writes them. It is asked for what needs quotes; most texts
 * need none, and a tree of nodes for each of them would cost more than the rest of the document.
 */
export function factsAsYaml(facts: Facts): string {
  // A text of several lines, or like the marker of a document, is written by what it stands in.
  if (/\\[nr]|[\u2028\u2029]|"(?:---|\.\.\.|%)/.test(JSON.stringify(facts))) return stringify(facts, { lineWidth: 0 });
  const lines = Object.entries(facts).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${name}: ${scalar(value)}`] : [`${name}:`, ...value.flatMap(entry)],
  );
  return `${lines.join('\n')}\n`;
}

function entry(value: string | Record<string, string>): string[] {
  if (typeof value === 'string') return [`  - ${scalar(value)}`];
  return Object.entries(value).map(([name, text], index) => `  ${index === 0 ? '-' : ' '} ${name}: ${scalar(text)}`);
}

function scalar(text: string): string {
  return /^\.?[\p{L}\d]/u.test(text) && !signs.test(text) && !otherThings.test(text)
    ? text
    : stringify(text, { lineWidth: 0 }).slice(0, -1);
}

/** Signs that end a text without quotes or are none of a text (https://yaml.org/spec/1.2.2/#733-plain-style). */
const signs = /:(?:\s|$)|\s#|[\s-]$|\p{Cc}|\p{Cs}/u;
/** Words and numbers that are not read as text. */
const otherThings = /^(?:true|false|null|\.inf|\.nan|[\d.]+(?:[eox][-+.\da-f]*)?)$/i;

import { errorIn, escapeControlCharacters, type FieldDiagnostic } from './diagnostic.ts';
import type { Position } from './positions.ts';

/** Find the first character that no page or feed can contain: C0 controls, U+FFFE, U+FFFF and lone surrogates. */
export function findControlCharacter(text: string): { offset: number; name: string } | null {
  const match = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Cs}/u.exec(text);
  if (!match) return null;
  const kind = match[0] === '\0' ? 'a NUL byte' : /\p{Cs}/u.test(match[0]) ? 'a lone surrogate' : 'the control character';
  const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { offset: match.index, name: `${kind} U+${code}` };
}

/** Report control characters, one a line and 20 at most. */
export function checkControlCharacters(text: string, positionAt: (offset: number) => Position): FieldDiagnostic[] {
  const diagnostics: FieldDiagnostic[] = [];
  for (const { index } of text.matchAll(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g)) {
    const position = positionAt(index);
    if (position.line === diagnostics.at(-1)?.line) continue;
    if (diagnostics.length === 20) break;
    const lineStart = index - position.column + 1;
    const rest = /^[^\n]{0,40}/.exec(text.slice(index))?.[0] ?? '';
    const value = escapeControlCharacters(text.slice(Math.max(lineStart, index - 40), index) + rest);
    const message = `contains ${findControlCharacter(text.slice(index, index + 1))?.name ?? ''}, which no page or feed can contain`;
    diagnostics.push(errorIn([], message, 'delete it', { ...position, value }));
  }
  return diagnostics;
}

import { unescapeHtml } from '../../../src/lib/markdown/escape-html.ts';

/** Turn the elements of HTML that a script would draw as Mermaid diagrams into fences, which `npm run diagrams` draws. Expects protected code. */
export function convertMermaidElements(text: string, protect: (text: string) => string): string {
  return text.replace(
    /^[ \t]*<(div|pre)\b[^>]*\bclass=["'](?:[^"']*\s)?mermaid(?:\s[^"']*)?["'][^>]*>([^]*?)<\/\1>[ \t]*$/gim,
    (_, _tag, code: string) => protect(mermaidFence(unescapeHtml(code))),
  );
}

/** Write the source of a diagram as a fence; what all its lines are indented by goes. */
export function mermaidFence(code: string): string {
  const lines = code.replace(/^\s*\n|\s+$/g, '').split('\n');
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length));
  return ['```mermaid', ...lines.map((line) => line.slice(Number.isFinite(indent) ? indent : 0)), '```'].join('\n');
}

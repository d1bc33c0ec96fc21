import type { BundledLanguage } from 'shiki/langs';
import { memoize } from '../../i18n/memoize.ts';
import { escapeHtml } from './escape-html.ts';

/**
 * Colour code: HTML for each line, its pieces in spans of one-letter classes, for which `src/styles/code.css` has the colours. `language`
 * is the `id` of a `CodeLanguage`. Very long lines stay plain, and a slow language altogether.
 */
export async function highlight(code: string, language: string): Promise<string[]> {
  if (language === slowest) return plainLines(code);
  const { codeToTokensBase } = await highlighterOf(language as BundledLanguage);
  // The default limit is 500 ms of wall clock a line, so that the output would depend on how busy the machine is.
  const lines = codeToTokensBase(code, { lang: language, theme: 'classes', tokenizeTimeLimit: 0, tokenizeMaxLineLength: longestLine });
  return lines.map(writeLine);
}

/** Escape the lines of code that has no colours. */
export function plainLines(code: string): string[] {
  return code.split(/\r?\n/).map(escapeHtml);
}

/** Characters; an author's line is shorter, and minified code gains nothing from colours. */
const longestLine = 2_000;

/** AutoHotkey: its grammar takes 40 s of CPU for a million characters, and ten times as much in long lines. */
const slowest = 'ahk';

/**
 * Each language has a highlighter of its own: in a shared one, the colours of Markdown or HTML would depend on which other languages the
 * pages before have used.
 */
const highlighterOf = memoize(async (language: BundledLanguage) => {
  const [{ createCssVariablesTheme, createHighlighterCore }, { bundledLanguages }, engine] = await Promise.all([
    import('shiki/core'),
    import('shiki/langs'),
    regexEngine(),
  ]);
  const theme = createCssVariablesTheme({ name: 'classes', variablePrefix: '--', fontStyle: false });
  return createHighlighterCore({ engine, themes: [theme], langs: [bundledLanguages[language]], warnings: false });
});

const regexEngine = memoize(async () => (await import('shiki/engine/oniguruma')).createOnigurumaEngine(import('shiki/wasm')));

/** The class of each colour of the theme; other text has none. */
const classes: Record<string, string> = {
  keyword: 'k',
  string: 's',
  'string-expression': 's',
  comment: 'c',
  constant: 'n',
  function: 'f',
  link: 'f',
  parameter: 'p',
  inserted: 'i',
  deleted: 'd',
};

function writeLine(tokens: readonly { content: string; color?: string }[]): string {
  const runs: { class: string; text: string }[] = [];
  for (const { content, color = '' } of tokens) {
    const last = runs.at(-1);
    const own = classes[/^var\(--token-([a-z-]+)\)$/.exec(color)?.[1] ?? ''] ?? '';
    // Space has no colour, so it goes with the word before it.
    if (last && (last.class === own || content.trim() === '')) last.text += content;
    else runs.push({ class: own, text: content });
  }
  return runs.map(({ class: name, text }) => (name ? `<span class="${name}">${escapeHtml(text)}</span>` : escapeHtml(text))).join('');
}

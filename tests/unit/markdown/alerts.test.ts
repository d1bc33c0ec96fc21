import { describe, expect, test } from 'vitest';
import { stringsFor } from '../../../src/i18n/strings.ts';
import { alertKinds, withAlerts } from '../../../src/lib/markdown/alerts.ts';
import { renderMarkdown } from '../../../src/lib/markdown/markdown.ts';

const page = (markdown: string, locale = 'en') =>
  withAlerts(renderMarkdown(markdown, { headingBase: 2, locale }), stringsFor(locale), 'page');

describe('an alert', () => {
  test('keeps its quotation and has a name for all readers', () => {
    expect(page('> [!NOTE]\n> a *b*')).toBe(
      '<blockquote class="alert note" role="note" aria-label="Note"><p class="alert-title">Note</p><p>a <em>b</em></p>\n</blockquote>',
    );
  });

  test.each([
    ['in small letters', '> [!warning]\n> a', 'Warning'],
    ['with a title of its own', '> [!TIP] Use *this*\n> a', 'Tip: Use <em>this</em>'],
    ['before an empty line', '> [!CAUTION]\n>\n> a', 'Caution'],
    ['as other tools fold it', '> [!IMPORTANT]- Later\n> a', 'Important: Later'],
  ])('%s', (_case, markdown, title) => {
    const html = page(markdown);
    expect(html).toContain(`<p class="alert-title">${title}</p>`);
    expect(html).toMatch(/<p>a<\/p>/);
    expect(html).not.toContain('<p></p>');
  });

  test.each(['de', 'fr', 'es'])('has words in %s for every kind', (locale) => {
    const titles = alertKinds.map((kind) => /alert-title">([^<]*)/.exec(page(`> [!${kind}]\n> a`, locale))?.[1]);
    expect(new Set(titles).size).toBe(alertKinds.length);
    expect(titles[0]).not.toBe('Note');
  });

  test('begins with a bold title in a feed', () => {
    const html = renderMarkdown('> [!NOTE]\n> a', { headingBase: 2 });
    expect(withAlerts(html, stringsFor('en'), 'feed')).toBe('<blockquote><p><strong>Note</strong></p><p>a</p>\n</blockquote>');
  });
});

test.each(['> a', '> [!OTHER]\n> a', '> a [!NOTE]', '[!NOTE] a', '`> [!NOTE]`'])('%j is none', (markdown) =>
  expect(page(markdown)).not.toContain('alert'),
);

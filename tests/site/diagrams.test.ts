import { expect, test } from 'vitest';
import { files, pageAt, read } from './dist.ts';

const [path, slug] = ['/projects/ferry-timetable-single-source/', 'projects/ferry-timetable-single-source'];

test('a diagram is a picture with a name, a description and a caption', () => {
  const figure = pageAt(path).document.querySelector('.diagram');
  const svg = figure?.querySelector('svg[role="img"]');
  const named = (attribute: string): string | undefined => svg?.querySelector(`[id="${svg.getAttribute(attribute)}"]`)?.textContent;
  expect(named('aria-labelledby')).toBe('One log, and readers instead of copies');
  expect(named('aria-describedby')).toMatch(/^The duty desk writes facts into the event log\./);
  expect(figure?.querySelector('figcaption')?.textContent).toBe('One log, and readers instead of copies');
  expect(figure?.querySelector('.diagram-frame')?.getAttribute('tabindex')).toBe('0');
  expect(svg?.textContent).toContain('Projection');
});

test('feeds and the Markdown alternate have its source', () => {
  expect(read(`${slug}.md`)).toContain('```mermaid title="One log, and readers instead of copies"');
  expect(read('rss.xml')).toContain('language-mermaid');
});

test('pages without a diagram carry nothing of it', () => {
  const carrying = files().filter((file) => file.endsWith('.html') && /diagram|--tone-/.test(read(file)));
  expect(carrying).toEqual(['projects/every-kind/index.html', `${slug}/index.html`]);
});

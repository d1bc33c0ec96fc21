import { HtmlValidate, type ConfigData } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { pageAt, pages } from '../site/dist.ts';

const config: ConfigData = {
  extends: ['html-validate:standard', 'html-validate:a11y'],
  elements: [
    'html5',
    {
      'astro-island': { flow: true, phrasing: true, transparent: true },
      'metric-strip': { flow: true, transparent: true },
      'astro-slot': { flow: true, transparent: true },
    },
  ],
};

// Astro writes this beside the first island, where HTML allows no style sheet.
const islandStyle = '<style>astro-island,astro-slot,astro-static-slot{display:contents}</style>';

const validator = new HtmlValidate(config);

describe.each(pages())('$path', ({ html, file }) => {
  test('is valid HTML', async () => {
    const { results } = await validator.validateString(html.replace(islandStyle, ''), file);
    expect(
      results.flatMap(({ messages }) =>
        messages.map(({ line, column, ruleId, message }) => `${file}:${line}:${column} ${ruleId} ${message}`),
      ),
    ).toEqual([]);
  });
});

test('the test reports invalid HTML', async () => {
  const { valid } = await validator.validateString(
    '<!doctype html><html lang="en"><head><title>x</title></head><body><p><div></div></p><img src="a.jpg"></body></html>',
  );
  expect(valid).toBe(false);
});

test('each page has the rules of its classes: a sheet that leaves some out is for pages without them', () => {
  // The page of an address that does not exist has the main sheet and no other.
  const known = classesWithRules(pageAt('404.html').document);
  const lacking = pages().flatMap(({ path, document }) => {
    const classes = classesWithRules(document);
    const used = [...document.querySelectorAll('[class]')].flatMap((element) => [...element.classList]);
    return [...new Set(used)].filter((name) => known.has(name) && !classes.has(name)).map((name) => `${path} ${name}`);
  });
  expect(known.size).toBeGreaterThan(50);
  expect(lacking).toEqual([]);
});

function classesWithRules(document: Document): Set<string> {
  const css = [...document.querySelectorAll('head style')].map((style) => style.textContent).join('');
  return new Set([...css.matchAll(/\.((?:\\.|[\w-])+)/g)].map(([, name = '']) => name.replaceAll('\\', '')));
}

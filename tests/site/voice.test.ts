import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages, type Language } from '../../src/i18n/languages.ts';
import type { SiteInput } from '../../src/schemas/site.ts';
import { buildAll, copyProject } from './copy.ts';
import { parseHtml } from './dist.ts';

/** A case study with every section that the templates name; its author’s words have no pronoun in any language. */
const written = (title: string, after: number) => `---
title: ${title}
client: Brack
industry: Radio
date: 2024-05
technologies: [Zig, Elm]
solutions: Zig.
team_leadership: Elm.
key_learnings: Radio.
metrics:
  wait: { label: Radio, before: 9 d, after: ${after} d }
---
`;

const pronouns: Record<Language, { we: RegExp; me: RegExp }> = {
  en: { we: /\b(?:we|us|our|ours)\b/i, me: /\b(?:I|me|my|mine)\b/ },
  de: { we: /\b(?:wir|uns)\b|\bunser/i, me: /\b(?:ich|mir|mich)\b|\bmein/i },
  fr: { we: /\b(?:nous|notre|nos)\b/i, me: /\b(?:je|moi|mon|mes)\b|\bj’/i },
  es: { we: /\bnosotros|\bnuestr|[aei]mos\b/i, me: /\b(?:yo|mí|mis)(?!\p{L})|[íb]ame\b|\b(?:he|hice|trabajé|aprendí)(?!\p{L})/u },
};

const optionsOf = (locale: Language, kind: 'person' | 'organization'): SiteInput => ({
  ...{ name: 'Brack', url: 'https://voice.example', locale, promise: 'Zig.', description: 'Elm.', about: 'Zig.' },
  author: { name: 'Brack', kind, email: 'zig@voice.example' },
  contact: { form: 'https://voice.example/form', booking: 'https://voice.example/zig' },
});

const sites = [
  ...languages.map((language) => ({ language, kind: 'person' as const })),
  { language: 'en' as const, kind: 'organization' as const },
].map((site) => ({
  ...site,
  copy: copyProject({ projects: { 'a.md': written('Zig', 2), 'b.md': written('Elm', 3), 'c.md': written('Brack', 4) } }),
}));

beforeAll(async () => {
  for (const { copy, language, kind } of sites) {
    rmSync(copy.path('src/content/pages'), { recursive: true });
    rmSync(copy.path('src/pages/talks.astro'));
    for (const page of ['about', 'contact', 'accessibility'])
      copy.write(`src/content/pages/${page}.md`, '---\ntitle: Zig\ndescription: Elm\n---\n\nZig.\n');
    const config = readFileSync(copy.path('src/site.config.ts'), 'utf8');
    copy.write(
      'src/site.config.ts',
      config.replace(/defineSite\([\s\S]*\);/, () => `defineSite(${JSON.stringify(optionsOf(language, kind))});`),
    );
  }
  await buildAll(sites.map(({ copy }) => copy));
});
afterAll(() => sites.forEach(({ copy }) => copy.remove()));

describe.each(sites)('the site of a $kind in $language', ({ language, kind, copy }) => {
  const { we, me } = pronouns[language];
  const [foreign, own] = kind === 'person' ? [we, me] : [me, we];
  /** Every sentence of the built site: texts and attributes of pages, feeds, data and plain text. */
  const sentences = () =>
    Object.entries(copy.dist())
      .filter(([file]) => /\.(?:html|xml|json|txt|md|webmanifest)$/.test(file) && !/schema\.json$/.test(file))
      .flatMap(([file, bytes]) => {
        const text = Buffer.from(bytes, 'latin1').toString('utf8');
        return (file.endsWith('.html') ? wordsOf(text) : text.split('\n')).map((sentence) => `${file}: ${sentence}`);
      });

  test('has one voice on every page, in feeds, data and plain text', () => {
    const all = sentences();
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter((sentence) => foreign.test(sentence.replace(/^[^:]*: /, '')))).toEqual([]);
  });

  test('speaks in its own', () => expect(sentences().filter((sentence) => own.test(sentence)).length).toBeGreaterThan(0));

  test('is described to search engines as what it is', () => {
    const { '@graph': graph } = JSON.parse(
      parseHtml(Buffer.from(copy.dist()['about/index.html'] ?? '', 'latin1').toString('utf8')).querySelector(
        'script[type="application/ld+json"]',
      )?.textContent ?? '',
    ) as { '@graph': { '@type': string; '@id': string; mainEntity?: object }[] };
    const author = graph.find((node) => node['@id'].endsWith('#author'));
    expect(author?.['@type']).toBe(kind === 'person' ? 'Person' : 'Organization');
    expect(graph.find((node) => node['@type'] === 'ProfilePage')?.mainEntity).toEqual({ '@id': author?.['@id'] });
  });
});

function wordsOf(html: string): string[] {
  const { documentElement } = parseHtml(html);
  for (const silent of documentElement.querySelectorAll('script, style')) silent.remove();
  const attributes = [...documentElement.querySelectorAll('*')].flatMap((element) =>
    ['alt', 'aria-label', 'title', 'content', 'placeholder', 'value'].flatMap((name) => element.getAttribute(name) ?? []),
  );
  return [...(documentElement.textContent ?? '').split('\n'), ...attributes];
}

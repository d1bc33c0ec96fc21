import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wcagContrast } from 'culori';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tones } from '../../../scripts/diagrams/colors.ts';
import type { Drawn, Source } from '../../../scripts/diagrams/draw.ts';
import { flatten } from '../../../scripts/diagrams/flatten.ts';
import { listDiagrams, removeUnused, undrawnDiagrams, writeDrawings } from '../../../scripts/diagrams/update-drawings.ts';
import { checkCodeBlock } from '../../../src/checks/texts/code-blocks.ts';
import { cleanDrawing, describeDiagram, diagramFile, diagramsFolder, drawnBy, placeDrawing } from '../../../src/lib/charts/diagrams.ts';
import { themeColors } from '../../../src/lib/theme/theme.ts';
import { uniqueOnPage } from '../../../src/lib/story/unique-on-page.ts';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

const block = (code: string, { language = 'mermaid', line = 3 } = {}) => ({
  ...{ language, meta: '', code, line, column: 1 },
  field: ['body'],
  path: 'x.md',
});

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'diagrams-'))));
afterEach(() => rmSync(root, { recursive: true }));

describe('the words of a diagram', () => {
  test.each([
    ['title="Map" description="Two quays."', 'graph TB', 'Map', 'Two quays.', false],
    ['', 'graph TB\n  accTitle: Map\n  accDescr: Two quays.', 'Map', 'Two quays.', false],
    ['', 'graph TB\n  accDescr {\n    Two\n    quays.\n  }', undefined, 'Two quays.', false],
    ['', 'pie showData title Hours\n  "A" : 1', 'Hours', undefined, true],
    ['', 'xychart-beta\n  title "Per month"', 'Per month', undefined, true],
    ['', '---\ntitle: Map\n---\ngraph TB', 'Map', undefined, true],
    ['', 'graph TB\n  subtitle --> title', undefined, undefined, false],
  ])('%s %s', (meta, code, title, description, drawn) => {
    expect(describeDiagram({ meta, code })).toEqual({ title, description, drawn });
  });
});

describe('the name of a drawing', () => {
  test('is the same for every line ending, and another for another source or engine', () => {
    const name = diagramFile('mermaid', 'graph TB\n  A-->B');
    expect(name).toMatch(/^[0-9a-f]{16}\.svg$/);
    expect(diagramFile('mermaid', 'graph TB\r\n  A-->B\r\n')).toBe(name);
    expect(diagramFile('mermaid', 'graph TB\n  A-->C')).not.toBe(name);
    expect(diagramFile('graphviz', 'graph TB\n  A-->B')).not.toBe(name);
  });

  test('changes with the versions that draw', () => {
    const { dependencies } = JSON.parse(read('scripts/diagrams/engine/package.json')) as { dependencies: Record<string, string> };
    const { packages } = JSON.parse(read('scripts/diagrams/engine/package-lock.json')) as { packages: Record<string, { version: string }> };
    for (const [name, version] of Object.entries(dependencies)) {
      expect(Object.values(drawnBy).join()).toContain(`${name} ${version}`);
      expect(packages[`node_modules/${name}`]?.version).toBe(version);
    }
  });
});

describe('flatten', () => {
  test('resolves styles by specificity into attributes, with the colours of the theme', () => {
    const svg = `<svg id="drawing" viewBox="0 0 90 40" xmlns="http://www.w3.org/2000/svg"><style>#drawing{fill:#1d1b17}#drawing .node rect{fill:#f1efe9;stroke:#534f47}
      .node rect{fill:red}#drawing .own rect{fill:#ff9966!important}</style><defs><marker id="drawing_end" orient="auto"><path d="M0 0L5 5"/></marker><marker id="unused"><path d="M0 0L5 5"/></marker></defs>
      <g class="node"><rect width="40" height="20" style="undefined;;;undefined"/></g><g class="node own"><rect x="45" width="40" height="20" style="fill:#fff"/></g>
      <path d="M0 30H80" stroke="#cfe3f2" marker-end="url(#drawing_end)"/><text y="-10.1"><tspan x="0"><tspan font-weight="normal">Two</tspan><tspan> words</tspan></tspan></text></svg>`;
    expect(flatten(svg).replaceAll('><', '>\n<')).toMatchInlineSnapshot(`
      "<svg fill="var(--color-ink)" viewBox="0 0 90 40">
      <defs>
      <marker id="d-a" orient="auto">
      <path d="m0 0 5 5"/>
      </marker>
      </defs>
      <rect width="40" height="20" fill="var(--color-wash)" stroke="var(--color-muted)"/>
      <rect width="40" height="20" x="45" fill="light-dark(#ff9966,#702500)" stroke="var(--color-muted)"/>
      <path stroke="color-mix(in oklab,var(--tone-2),var(--color-ink) 45%)" marker-end="url(#d-a)" d="M0 30h80"/>
      <text y="-10.1">
      <tspan x="0">Two words</tspan>
      </text>
      </svg>"
    `);
  });

  test('keeps nothing that runs, loads or links', () => {
    const svg = `<svg viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="alert(1)"><script>alert(2)</script>
      <a xlink:href="javascript:alert(3)"><rect width="9" height="9" fill="url(https://evil.example/x)" onclick="alert(4)"/></a>
      <image href="https://evil.example/y.png" width="9" height="9"/><style>@import url(https://evil.example/z.css);rect{filter:url(https://evil.example/f)}</style>
      <text>&lt;script&gt;alert(5)&lt;/script&gt;</text></svg>`;
    const clean = cleanDrawing(flatten(svg));
    expect(clean).toContain('&lt;script&gt;alert(5)&lt;/script&gt;');
    expect(clean).not.toMatch(/<(?!\/?(?:svg|g|rect|text)\b)|evil|\son\w+=|href|style/);
  });

  test('refuses labels in HTML', () => {
    expect(() => flatten('<svg viewBox="0 0 9 9"><foreignObject/></svg>')).toThrow(/labels in HTML/);
  });
});

test('a page cleans a drawing that somebody has written by hand', () => {
  const svg =
    '<svg viewBox="0 0 9 9" onload="a()"><script>b()</script><style>c{}</style><a href="javascript:d()"><rect width="9" style="e" fill="url(//f)"/></a></svg>';
  expect(cleanDrawing(svg)).toBe('<svg viewBox="0 0 9 9"><rect width="9" /></svg>');
});

test('a drawing on a page has its size, its words and ids of its own', () => {
  const svg = '<svg fill="var(--color-ink)" viewBox="-4 -4 199.2 100"><marker id="d-a"/><path marker-end="url(#d-a)"/></svg>';
  expect(placeDrawing(svg, { id: 'd1', title: 'A & B' })).toMatchInlineSnapshot(`
    {
      "html": "<svg role="img" fill="var(--color-ink)" viewBox="-4 -4 199.2 100" width="200" height="101" aria-labelledby="d1-title"><title id="d1-title">A &amp; B</title><marker id="d1-a"/><path marker-end="url(#d1-a)"/></svg>",
      "width": 200,
    }
  `);
  expect(placeDrawing('<svg></svg>', { id: 'd1' })).toBeNull();
  const [page, other] = [{}, {}];
  expect([uniqueOnPage('d1', page), uniqueOnPage('d1', page), uniqueOnPage('d1', other)]).toEqual(['d1', 'd1-2', 'd1']);
});

describe('the fills that tell parts apart', () => {
  test('are those of the style sheet', () => {
    const written = [...read('src/styles/diagrams.css').matchAll(/--tone-\d: light-dark\((#\w+), (#\w+)\)/g)].map(([, light, dark]) => [
      light,
      dark,
    ]);
    expect(written).toEqual(tones.map((pair) => [...pair]));
  });

  test.each(['warm', 'white', 'cool', 'cream', 'grey'] as const)('give labels 7:1 on %s paper', (paper) => {
    const { light, dark } = themeColors({ paper });
    for (const [pale, deep] of tones) {
      expect(wcagContrast(light.ink, pale)).toBeGreaterThanOrEqual(7);
      expect(wcagContrast(dark.ink, deep)).toBeGreaterThanOrEqual(7);
    }
  });
});

describe('the drawings of a project', () => {
  const svg = '<svg viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>';
  const draw = (sources: Source[]): Drawn[] =>
    sources.map(({ code }) => (code.includes('wrong') ? { error: 'no', line: 2, column: 5 } : { svg }));
  const names = (): string[] => readdirSync(join(root, diagramsFolder)).toSorted();

  test('are drawn once for each source, and not again', () => {
    const diagrams = listDiagrams([
      block('graph TB'),
      block('graph TB'),
      block('digraph {}', { language: 'dot' }),
      block('x', { language: 'ts' }),
    ]);
    const absent = undrawnDiagrams(root, diagrams);
    expect(absent.map(({ engine }) => engine)).toEqual(['mermaid', 'graphviz']);
    expect(writeDrawings(root, absent, draw)).toMatchObject({ written: [{ path: 'x.md' }, { path: 'x.md' }], diagnostics: [] });
    expect(undrawnDiagrams(root, diagrams)).toEqual([]);
    expect(checkCodeBlock({ language: 'mermaid', meta: 'title=A description=B', code: 'graph TB' }, { root })).toEqual([]);
  });

  test('are left alone where a source is wrong, which has its place in the document', () => {
    const diagrams = listDiagrams([{ ...block('graph TB\n  wrong'), column: 3 }]);
    expect(writeDrawings(root, diagrams, draw).diagnostics).toMatchObject([{ path: 'x.md', line: 5, column: 7, severity: 'error' }]);
  });

  test('go when no diagram has them, and files of others stay', () => {
    const [one, other] = [listDiagrams([block('graph TB')]), listDiagrams([block('graph LR')])];
    writeDrawings(root, [...one, ...other], draw);
    writeFileSync(join(root, diagramsFolder, '0123456789abcdef.svg'), '<svg>');
    writeFileSync(join(root, diagramsFolder, 'mine.svg'), '<svg fill="var(--color-ink)">');
    expect(removeUnused(root, one)).toEqual([`${diagramsFolder}/${other[0]?.file}`]);
    expect(names()).toEqual(['0123456789abcdef.svg', 'mine.svg', one[0]?.file].toSorted());
  });
});

describe('the check of a diagram', () => {
  const check = (meta: string, writing = false) =>
    checkCodeBlock({ language: 'dot', meta, code: 'digraph {}' }, { root, writing }).map(
      ({ severity, message, fix }) => `${severity} ${message}; ${fix}`,
    );

  test('names what is absent', () => {
    expect(check('')).toMatchInlineSnapshot(`
      [
        "error is a diagram that is not drawn yet, or has changed since; run \`npm run diagrams\`",
        "warning is a diagram without a title, by which readers who cannot see it would know it; write \`title="…"\` and \`description="…"\` after the language",
      ]
    `);
    expect(check('title=A')).toMatchInlineSnapshot(`
      [
        "error is a diagram that is not drawn yet, or has changed since; run \`npm run diagrams\`",
        "warning is a diagram without a description, which readers who cannot see it get instead; say what it shows in \`description="…"\` after the language",
      ]
    `);
  });

  test('stops no page while its author writes', () => {
    mkdirSync(join(root, diagramsFolder), { recursive: true });
    expect(check('title=A description=B', true)).toMatchInlineSnapshot(`
      [
        "warning is a diagram that is not drawn yet, or has changed since; run \`npm run diagrams\`",
      ]
    `);
    expect(check('title=A description=B')[0]).toMatch(/^error/);
  });
});

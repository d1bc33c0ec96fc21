import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'tailwindcss';
import { expect, test } from 'vitest';
import { themeSheet } from '../../src/lib/theme/theme.ts';
import { typePairs } from '../../src/lib/theme/type-pairs.ts';
import { typeSheet } from '../../src/lib/theme/type-sheet.ts';
import { themeSchema } from '../../src/schemas/theme.ts';
import type { Site } from '../../src/schemas/site.ts';
import { pageAt } from './dist.ts';
import { size, styles } from './weights.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);

/** Every word of the templates, as Tailwind looks for utilities in them. */
const words = ['components', 'layouts', 'pages'].flatMap((folder) =>
  readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:astro|ts)$/.test(file))
    .flatMap((file) => readFileSync(join(root, 'src', folder, file), 'utf8').match(/[^\s"'`{}<>;]+/g) ?? []),
);

/** Compile the style sheet of a case study with a theme, as the build does before it minifies. */
async function compiled(theme: Partial<Site['theme']>): Promise<string> {
  const load = async (id: string, base: string) => {
    const path = id.startsWith('.') ? resolve(base, id) : require.resolve(id);
    const content = path.endsWith('/.astro/theme.css') ? themeSheet(themeSchema.parse(theme)) : readFileSync(path, 'utf8');
    return { path, base: dirname(path), content };
  };
  const file = join(root, 'src/styles/case.css');
  const { build } = await compile(readFileSync(file, 'utf8'), { base: dirname(file), loadStylesheet: load });
  return build([...new Set(words)])
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ');
}

const { paper, scale, density, ratio } = themeSchema.unwrap().shape;
const [papers, scales, densities, ratios] = [
  paper.unwrap().options,
  scale.unwrap().options,
  density.unwrap().options,
  ratio.unwrap().options,
];

/** The most bytes as sent that one of some style sheets has more than the first. */
function mostMore([first = '', ...others]: string[]): number {
  return Math.max(0, ...others.map((css) => size(css) - size(first)));
}

test('no choice of theme and typefaces makes the reference page too large', async () => {
  const page = pageAt('projects/ecommerce-platform-re-architecture/');
  const regular = await compiled({});
  const built = page.document.querySelector('style')?.textContent ?? '';
  expect(Math.abs(size(regular) / size(built) - 1), 'the sheet compiled here is that of the build').toBeLessThan(0.1);

  // Colours have six digits in every theme, so an accent changes nothing.
  const themes = papers.flatMap((paper) => scales.flatMap((scale) => densities.map((density) => ({ paper, scale, density }))));
  const sheets = await Promise.all(themes.map(compiled));
  const ofTheme = mostMore([regular, ...sheets]);
  const ofRatio = mostMore([regular, ...(await Promise.all(ratios.map((ratio) => compiled({ ratio }))))]);
  const { report, ...pairs } = typePairs;
  const ofType = mostMore([report, ...Object.values(pairs)].map((type) => typeSheet(type, (role) => `/_astro/fonts/${role}.woff2`)));
  expect(new Set(sheets).size, 'each theme has a sheet of its own').toBe(45);
  expect(size(page.html, ...styles(page)) + ofTheme + ofRatio + ofType).toBeLessThanOrEqual(14_000);
}, 120_000);

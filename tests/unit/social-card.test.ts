import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawCard } from '../../src/lib/social-card-image.ts';
import { cardFigure, cardTree, withoutMissing, type CardNode, type SocialCard } from '../../src/lib/social-card.ts';
import { formatOutcome } from '../../src/lib/metrics/format.ts';
import { makeMetric, makeTransition } from '../fixtures/metric.ts';

const card = (overrides: Partial<SocialCard> = {}): SocialCard => ({
  title: 'Tidal Gauges',
  eyebrow: 'Port of Ostmark · 2024',
  deck: 'A harbour reads its water level.',
  figure: { value: '↓ 70%', label: 'Waiting time' },
  siteName: 'Marlow',
  ...overrides,
});
const font = (path: string) => readFileSync(fileURLToPath(import.meta.resolve(`@fontsource/${path}-normal.woff`)));
const faces = [
  { name: 'Brygada 1918', weight: 600 as const, data: font('brygada-1918/files/brygada-1918-latin-600') },
  { name: 'Public Sans', weight: 400 as const, data: font('public-sans/files/public-sans-latin-400') },
];

const draw = async (...args: Parameters<typeof drawCard>) => (await drawCard(...args)).png;

/** Every text of a tree, in its order. */
const textsOf = ({ props: { children = [] } }: CardNode): string[] =>
  typeof children === 'string' ? [children].filter(Boolean) : children.flatMap(textsOf);

describe('a card', () => {
  test('says client, title, figure and site', () => {
    expect(textsOf(cardTree(card()))).toEqual(['Port of Ostmark · 2024', 'Tidal Gauges', '↓ 70%', 'Waiting time', 'Marlow']);
  });

  test('has a sentence where it has no figure', () => {
    expect(textsOf(cardTree(card({ figure: null })))).toContain('A harbour reads its water level.');
  });

  test('sets a long title smaller', () => {
    const size = (title: string) => cardTree(card({ title })).props.children?.[1] as CardNode;
    expect([size('x'.repeat(20)), size('x'.repeat(120))].map(({ props }) => props.style?.['fontSize'])).toEqual([84, 50]);
  });
});

test.each([
  ['a figure with its arrow', makeMetric(), { value: '↓\u00a070%', label: 'Page load times' }],
  ['a result with where it came from', makeTransition(), { value: '0.8\u00a0s', label: 'Checkout: from 3.5\u00a0s to 0.8\u00a0s' }],
  ['none for a sentence', makeMetric({ kind: 'statement', value: null, text: 'It works' }), null],
])('an outcome gives %s', (_case, outcome, figure) => expect(cardFigure(formatOutcome(outcome, 'en-GB'))).toEqual(figure));

describe('letters that no face has', () => {
  test.each([
    ['a title', card({ title: '東京の港' }), ['東京'], { title: 'Port of Ostmark · 2024', eyebrow: '' }],
    ['title and client', card({ title: '東京', eyebrow: '港' }), ['東京港'], { title: 'Marlow', eyebrow: '', siteName: '' }],
    ['everything', card({ title: '東', eyebrow: '東', siteName: '東' }), ['東'], { title: '', siteName: '' }],
    ['a sign of a title', card({ title: 'Gauges 🎉 now' }), ['🎉'], { title: 'Gauges now' }],
    ['a sign of a figure', card(), ['↓'], { figure: null, title: 'Tidal Gauges' }],
    ['what runs from right to left', card({ title: 'مرفأ' }), [], { title: 'Port of Ostmark · 2024' }],
  ])('are not drawn: %s', (_case, whole, missing, left) => expect(withoutMissing(whole, missing)).toMatchObject(left));
});

describe('the picture', () => {
  test('has the size that networks ask for, and is light', async () => {
    const png = await draw(card(), faces);
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(png.length).toBeLessThan(40_000);
  });

  test('is the same each time, and another for another title', async () => {
    const [once, again, other] = await Promise.all([card(), card(), card({ title: 'Others' })].map((one) => draw(one, faces)));
    expect(once?.equals(again as Buffer)).toBe(true);
    expect(once?.equals(other as Buffer)).toBe(false);
  });

  test('has the letters of every face it is given', async () => {
    const greek = { ...faces[0], name: 'Greek', weight: 600 as const, data: font('brygada-1918/files/brygada-1918-greek-600') };
    const foreign = card({ title: 'Παλίρροια' });
    const [without, withGreek] = await Promise.all([draw(foreign, faces), draw(foreign, [...faces, greek])]);
    expect(without.equals(await draw(card({ title: 'Port of Ostmark · 2024', eyebrow: '' }), faces))).toBe(true);
    expect(withGreek.equals(without)).toBe(false);
  });

  test('of a title that cannot be set is that of the next line', async () => {
    const [foreign, plain] = await Promise.all([
      draw(card({ title: '東京の港' }), faces),
      draw(card({ title: 'Port of Ostmark · 2024', eyebrow: '' }), faces),
    ]);
    expect(foreign.equals(plain)).toBe(true);
  });

  test.each([
    ['東京の港', 'leaves out part of its text: no face has 東京の港; name one that has under cardFonts in src/site.config.ts.'],
    ['مرفأ', 'leaves out part of its text: no card sets what runs from right to left.'],
  ])('of %s comes with what it does not say', async (title, loss) => {
    expect((await drawCard(card({ title }), faces)).loss).toBe(`The social card of “${title}” ${loss}`);
  });

  test('that says all comes without', async () => expect((await drawCard(card({ figure: null }), faces)).loss).toBeNull());
});

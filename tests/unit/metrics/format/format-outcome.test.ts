import { describe, expect, test } from 'vitest';
import { formatOutcome, categoryName } from '../../../../src/metrics/format/format-outcome.ts';
import { readOutcomes } from '../../../../src/metrics/read-outcomes.ts';
import type { MetricsInput } from '../../../../src/schemas/metric.ts';
import { makeQuantity } from '../../../../src/metrics/model/quantity.ts';
import type { Outcome, Quantity } from '../../../../src/metrics/model/types.ts';
import { makeMetric, makeTransition } from '../../../fixtures/metric.ts';

const read = (written: MetricsInput) => readOutcomes(written, undefined)[0] ?? makeMetric();

describe('an outcome', () => {
  test('shows the direction of a change in words', () => {
    expect(formatOutcome(makeMetric(), 'en-GB')).toEqual({
      prefix: '',
      figure: '70',
      unit: '% less',
      fullAmount: null,
      label: 'Page load times',
      sentence: '70% reduction in page load times',
      statement: null,
      states: null,
      detail: null,
      claim: null,
      change: '70% less',
      accessible: 'Page load times: 70% less',
    });
  });

  test('shows the new state of a transition, and both states next to it', () => {
    const { prefix, figure, unit, detail, accessible } = formatOutcome(makeTransition(), 'en-GB');
    expect([prefix, figure + unit, detail, accessible].map(plain)).toEqual([
      '',
      '0.8 s',
      '3.5 → 0.8 s',
      'Checkout: from 3.5 seconds to 0.8 seconds',
    ]);
  });

  test('shows a claim next to its states only if they confirm it', () => {
    expect(plain(formatOutcome(makeTransition({ value: 77, unit: 'percent' }), 'en').detail)).toBe('3.5 → 0.8 s (77% less)');
    expect(plain(formatOutcome(makeTransition({ value: 40, unit: 'percent' }), 'en').detail)).toBe('3.5 → 0.8 s');
  });

  test('shows both states with their periods where these differ', () => {
    const shown = formatOutcome(read('Sailings from one a month to 15 a day'), 'en');
    expect([shown.figure + shown.unit, shown.detail, shown.accessible].map(plain)).toEqual([
      '15 a day',
      '1 a month → 15 a day',
      'Sailings: from 1 a month to 15 a day',
    ]);
  });

  test.each<[case_: string, written: MetricsInput, statement: string | null, states: string | null]>([
    ['a sentence: only its states', '70% shorter queue, from 10 min to 3 min', null, '10 → 3 min (70% shorter)'],
    ['number words: the same', 'Gangways in use down from nine to four', null, '9 → 4'],
    ['a difference: the same', 'Berth occupancy up 12 points, from 61 to 73', null, '61 → 73'],
    [
      'a sentence that says more',
      'Queue cut from 10 minutes to 3 at the east pier',
      'Queue cut from 10 minutes to 3 at the east pier',
      '10 → 3 min',
    ],
    ['another number', 'Queue cut from 10 minutes to 3 in 2 summers', 'Queue cut from 10 minutes to 3 in 2 summers', '10 → 3 min'],
    ['a unit with a hyphen: nothing', '4.2-star trust', null, null],
    ['savings: nothing', '£70k in savings on fuel', null, null],
    ['a heading: what follows it', 'Queue down 70%: since the ferry strike', 'Since the ferry strike', null],
    ['a label: the states', [{ label: 'queue', before: '10 minutes', after: '3 minutes' }], null, '10 → 3 min'],
    ['a label whose states say more', [{ label: 'queue', before: '10 min by ferry', after: '3 min' }], null, '10 min by ferry → 3 min'],
    ['a label and a value: nothing', [{ label: 'Berths', value: 70, unit: 'percent' }], null, null],
    ['negative states: the states', [{ label: 'Draught', before: '-2', after: '-5' }], null, '−2 → −5'],
    ['states before and after: only them', 'Sluices leaking: 9 a year before, 2 a year after', null, '9 → 2 a year'],
    ['an amount of money: nothing', [{ label: 'Buoys', value: 900, currency: 'EUR' }], null, null],
  ])('repeats nothing next to the figure of %s', (_case, written, statement, states) => {
    const shown = formatOutcome(read(written), 'en-GB');
    expect([shown.statement, shown.states].map((text) => text && plain(text))).toEqual([statement, states]);
  });

  test('has its sentence where it has no label', () => {
    expect(plain(formatOutcome(read('at least €9,000 a season less'), 'en-GB').statement)).toBe('At least €9,000 a season less');
  });

  test('has the whole of its states once', () => {
    const { figure, unit, detail } = formatOutcome(read([{ label: 'Berths lit', before: '2 of 7', after: '6 of 7' }]), 'en-GB');
    expect([figure + unit, detail].map(plain)).toEqual(['6/7', '2 → 6/7']);
  });

  test('has a typographic minus before its currency', () => {
    expect(plain(formatOutcome(read([{ label: 'Loss', before: '-€900', after: '-€200' }]), 'en-GB').detail)).toBe('−€900 → −€200');
  });

  test('has a category with initials in capitals', () => {
    expect(['page_speed', 'nps', 'seo-score', 'heroic'].map((key) => categoryName(key, 'en'))).toEqual([
      'Page speed',
      'NPS',
      'SEO score',
      'Heroic',
    ]);
  });

  test('shows speed as a word, because an arrow would mean that the time rose', () => {
    const faster = makeMetric({ direction: 'up', value: 60, text: '60% faster page load', subject: 'page load' });
    expect(formatOutcome(faster, 'en')).toMatchObject({ prefix: '', unit: '% faster', accessible: 'Page load: 60% faster' });
  });

  test.each([
    ['up to 50% less noise', 'up to 50% less'],
    ['about 2,000 berths', 'about 2,000'],
    ['Up to 300 guests', 'up to 300'],
    ['40+ islands', 'at least 40'],
    ['Faults halved', 'half'],
    ['Bookings doubled', 'double'],
    ['Bookings 4x', '4× as much'],
    ['1.4x more sailings', '40% more'],
    ['9 of 10 skippers renew', '9/10'],
    ['4.7/5 satisfaction', '4.7/5'],
    ['Saves crews 2 hours a shift', '2 h saved'],
    ['NPS up 9 points', '9 points more'],
    ['Attendance up 1 percentage point', '1 percentage point more'],
    ['at least €52,000 less fuel', 'at least €52k less'],
    ['42% fewer faults', '42% fewer'],
    ['NPS from -12 to -5', '−5'],
    ['€2.3M in new fees', '€2.3m'],
  ])('of "%s" shows "%s"', (text, expected) => {
    const { prefix, figure, unit } = formatOutcome(read(text), 'en-GB');
    expect(plain([prefix, figure + unit].filter(Boolean).join(' '))).toBe(expected);
  });

  test('halves only what is exactly half: "at least half" of it would remain', () => {
    const halved = { kind: 'multiple', unit: 'ratio', value: 2, text: 'faults cut in half' } as const;
    expect(change(makeMetric(halved))).toBe('half');
    expect(change(makeMetric({ ...halved, bound: 'at_least' }))).toBe('at least 50% less');
    expect(change(makeMetric({ ...halved, bound: 'approx' }))).toBe('about 50% less');
  });

  test.each([
    ['en-GB', ['70% less', '25% more', 'half', 'double', '6× as much', '8 points more', '€52k less', '3 h saved']],
    [
      'de',
      ['70 % weniger', '25 % mehr', 'die Hälfte', 'das Doppelte', '6-mal so viel', '8 Punkte mehr', '52.000 € weniger', '3 h gespart'],
    ],
    [
      'fr',
      ['70 % de moins', '25 % de plus', 'la moitié', 'le double', '6 fois plus', '8 points de plus', '52 k € de moins', '3 h d’économie'],
    ],
    ['es', ['70 % menos', '25 % más', 'la mitad', 'el doble', '6 veces más', '8 puntos más', '52 mil € menos', '3 h de ahorro']],
  ])('writes a change in %s', (locale, expected) => {
    const factor = { kind: 'multiple', unit: 'ratio' } as const;
    const outcomes = [
      makeMetric(),
      makeMetric({ direction: 'up', value: 25 }),
      makeMetric({ ...factor, value: 2 }),
      makeMetric({ ...factor, value: 2, direction: 'up' }),
      makeMetric({ ...factor, value: 6, direction: 'up' }),
      makeMetric({ unit: 'point', value: 8, direction: 'up' }),
      makeMetric({ unit: 'money', value: 52_000, currency: 'EUR' }),
      makeMetric({ unit: 'hour', value: 3, text: 'saves 3 hours' }),
    ];
    expect(outcomes.map((outcome) => change(outcome, locale))).toEqual(expected);
  });

  test('has its period behind the word of its change', () => {
    const less = makeMetric({ unit: 'money', value: 52_000, currency: 'EUR', bound: 'at_least', per: 'season' });
    expect(change(less)).toBe('at least €52k less a season');
    expect(change(less, 'de')).toBe('mindestens 52.000 € weniger pro Saison');
    expect(change(makeMetric({ unit: 'hour', value: 3, per: 'week', text: 'saves 3 hours a week' }))).toBe('3 h saved a week');
  });

  test.each([
    ['within', 'en', 'within 4 h'],
    ['Under', 'en', 'under 4 h'],
    ['within', 'de', 'höchstens 4 h'],
    ['binnen', 'de', 'binnen 4 h'],
    ["jusqu'à", 'fr', 'jusqu’à 4 h'],
    [null, 'es', 'como máximo 4 h'],
  ])('keeps the bound %j of the author where the page is in its language (%s)', (boundText, locale, expected) => {
    expect(change(makeMetric({ kind: 'level', direction: null, unit: 'hour', value: 4, bound: 'at_most', boundText }), locale)).toBe(
      expected,
    );
  });

  test('says a period once where its label ends with it', () => {
    const { change, accessible } = formatOutcome(
      makeMetric({ kind: 'level', direction: null, unit: 'count', value: 3, per: 'month', label: 'Alarms per month' }),
      'en',
    );
    expect([change, accessible]).toEqual(['3', 'Alarms per month: 3']);
  });

  test('is a change where it is shown alone, its unit and period once if they are the same', () => {
    const per = 'week' as const;
    const to = (before: Partial<Quantity>, after: Partial<Quantity>) =>
      change(makeTransition({ before: count({ value: 5, ...before }), after: count({ value: 1, ...after }) }));
    expect(to({}, {})).toBe('5 → 1');
    expect(to({ unit: 'percent' }, { unit: 'percent' })).toBe('5 → 1%');
    expect(to({ per }, { per })).toBe('5 → 1 a week');
    expect(to({ unit: 'week' }, { unit: 'week' })).toBe('5 weeks → 1 week');
    expect(to({ unit: 'hour' }, { unit: 'minute' })).toBe('5 h → 1 min');
    const money = { unit: 'money', currency: 'EUR' } as const;
    expect(to({ ...money, value: 498_000 }, { ...money, value: 187_000 })).toBe('€498k → €187k');
  });

  test('to a small count is its figure too; to a large one the figure is the new state', () => {
    const figure = (before: number, after: number) =>
      formatOutcome(makeTransition({ before: count({ value: before }), after: count({ value: after }) }), 'en').figure;
    expect([figure(5, 1), figure(0, 3), figure(50, 1), figure(9, 10)]).toEqual(['5 → 1', '0 → 3', '50 → 1', '10']);
  });

  test('from seven digits is rounded, with the full amount beside it', () => {
    const outcome = makeTransition({ before: count({ value: 40_000 }), after: count({ value: 3_456_789 }) });
    const { figure, fullAmount, accessible } = formatOutcome(outcome, 'en');
    expect([figure, fullAmount, accessible]).toEqual(['3.46M', '3,456,789', 'Checkout: from 40,000 to 3,456,789']);
    expect(formatOutcome(makeTransition({ after: count({ value: 3e6 }) }), 'en')).toMatchObject({ figure: '3M', fullAmount: null });
  });

  test('without a figure shows its sentence', () => {
    const [statement] = readOutcomes({ morale: 'Nobody dreads a Friday' }, undefined);
    expect(formatOutcome(statement ?? makeMetric(), 'en')).toMatchObject({
      figure: '',
      sentence: 'Nobody dreads a Friday',
      label: 'Morale',
      change: '',
    });
  });

  test('has the label of the author, else its subject, else its category', () => {
    expect(formatOutcome(makeMetric({ label: 'loading' }), 'en').label).toBe('Loading');
    expect(formatOutcome(makeMetric({ subject: 'iPad sales' }), 'en').label).toBe('iPad sales');
    expect(formatOutcome(makeMetric({ subject: null, category: 'page_speed' }), 'en').label).toBe('Page speed');
  });

  test('is formatted in other languages', () => {
    expect(formatOutcome(makeMetric({ bound: 'at_most' }), 'de-DE')).toMatchObject({
      prefix: 'bis zu',
      unit: '\u00a0% weniger',
      accessible: 'Page load times: bis zu 70\u00a0% weniger',
    });
  });
});

const count = (overrides: Partial<Quantity>) => makeQuantity({ unit: 'count', ...overrides });

function change(outcome: Outcome, locale = 'en-GB'): string {
  return plain(formatOutcome(outcome, locale).change) ?? '';
}

function plain(text: string | null): string | null {
  return text?.replace(/[\u00a0\u202f]/g, ' ') ?? null;
}

describe('a figure is true in the words of its language', () => {
  const shown = (written: MetricsInput, locale = 'en-GB') => {
    const [outcome] = readOutcomes(written, undefined, locale);
    const { prefix, figure, unit, label, statement, accessible } = formatOutcome(outcome ?? makeMetric(), locale);
    return [[prefix, figure + unit].filter(Boolean).join(' '), label, statement, accessible].map((text) => text && plain(text));
  };

  test.each<[written: MetricsInput, locale: string, figure: string, label: string]>([
    ['Search in <3 s', 'en-GB', 'under 3 s', 'Search'],
    ['Refunds: >40 a day', 'en-GB', 'over 40 a day', 'Refunds'],
    ['Suche in <3 s', 'de', 'unter 3 s', 'Suche'],
    ['£70k saved on fuel: since Easter', 'en-GB', '£70k saved', 'Fuel'],
    ['£70k in savings on fuel', 'en-GB', '£70k saved', 'Fuel'],
    ['£70k saved', 'en-GB', '£70k', 'Saved'],
    ['£70k spent on fuel', 'en-GB', '£70k', 'Fuel'],
    ['Trust of 4.2 out of 5 stars', 'en-GB', '4.2 of 5 stars', 'Trust'],
    ['4,2 von 5 Sternen', 'de', '4,2 von 5 Sternen', ''],
    ['7 von 8 Booten fahren', 'de', '7/8', 'Booten fahren'],
    ['7 de cada 8 barcos', 'es', '7/8', 'Barcos'],
    ['Einsparung von 900 € pro Woche', 'de', '900 € gespart pro Woche', ''],
    ['60 % de pannes en moins', 'fr', '60 % de moins', 'Pannes'],
    ['15 % de billets en plus', 'fr', '15 % de plus', 'Billets'],
    ["9 M€ d'économies", 'fr', '9 M €', 'Économies'],
    ['Antwort innerhalb von 3 Tagen', 'de', 'innerhalb von 3 d', 'Antwort'],
  ])('%s (%s)', (written, locale, figure, label) => expect(shown(written, locale).slice(0, 2)).toEqual([figure, label]));

  test('in words for a screen reader', () => {
    expect(shown('Wartezeit: 12 Tage → 2 Tage', 'de')[3]).toBe('Wartezeit: vorher 12 Tage, nachher 2 Tage');
    expect(shown('7 of 8 boats sail')[3]).toBe('Boats sail: 7 of 8');
  });

  test('states that nobody can compare are not printed side by side', () => {
    const [outcome = makeMetric()] = readOutcomes([{ label: 'Alarms', before: '50 per shift', after: '30 a day' }], undefined);
    const { change, states, detail, statement, accessible } = formatOutcome(outcome, 'en-GB');
    expect([change, accessible].map(plain)).toEqual(['30 a day', 'Alarms: to 30 a day']);
    expect([states, detail, statement]).toEqual([null, null, 'Alarms: 50 per shift → 30 a day']);
  });

  test('a transition without a figure shows its sentence', () => {
    expect(shown('de sept quais à un', 'fr')).toEqual(['', '', 'De sept quais à un', 'de sept quais à un']);
  });
});

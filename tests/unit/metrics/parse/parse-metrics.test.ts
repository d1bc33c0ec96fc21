import { describe, expect, test } from 'vitest';
import { parseMetrics, parseState } from '../../../../src/metrics/parse/parse-metrics.ts';
import type { Metric, Quantity } from '../../../../src/metrics/model/types.ts';

describe('a change is a difference from an earlier state', () => {
  test.each([
    ['38% fewer missed appointments', 'down 38 percent: missed appointments'],
    ['Cut energy use by roughly 12 percent', 'down approx 12 percent: energy use'],
    ['Harvest losses fell 9%', 'down 9 percent: Harvest losses'],
    ['A 22% drop in returned parcels', 'down 22 percent: returned parcels'],
    ['Growth of 17% in repeat orders', 'up 17 percent: repeat orders'],
    ['Up to 45% less paper', 'down at_most 45 percent: paper'],
    ['20–30% lower heating bills', 'down 20..30 percent: heating bills'],
    ['Between 20% and 30% lower heating bills', 'down 20..30 percent: heating bills'],
    ['Loyalty rose by 1.9 percentage points', 'up 1.9 percentage_point: Loyalty'],
    ['NPS up 14 points', 'up 14 point: NPS'],
    ['+8% berth occupancy', 'up 8 percent: berth occupancy'],
    ['Berth occupancy −8%', 'down 8 percent: Berth occupancy'],
    ['↓ 31% idle time', 'down 31 percent: idle time'],
    ['300% faster triage', 'up 300 percent: triage'],
  ])('%s', (text, expected) => expect(described(text)).toEqual([`change ${expected}`]));
});

describe('a multiple is a factor', () => {
  test.each([
    ['6x faster quotes', 'up 6 ratio: quotes'],
    ['Quotes are six times quicker', 'up 6 ratio: Quotes'],
    ['Twice as many volunteers', 'up 2 ratio: volunteers'],
    ['More than doubled donations', 'up at_least 2 ratio: donations'],
    ['Bundle size halved', 'down 2 ratio: Bundle size'],
    ['Queue length cut in half', 'down 2 ratio: Queue length'],
    ['Reduced the backlog by 4x', 'down 4 ratio: backlog'],
    ['Storage reduced by a factor of 7', 'down 7 ratio: Storage'],
    ['A tenfold rise in sign-ups', 'up 10 ratio: sign-ups'],
    ['Traffic grew sixteenfold', 'up 16 ratio: Traffic'],
    ['2-3x faster searches', 'up 2..3 ratio: searches'],
  ])('%s', (text, expected) => expect(described(text)).toEqual([`multiple ${expected}`]));

  test('a frequency is no multiple', () => {
    expect(described('Ferries leave 3x a day')).toEqual(['level 3 count: Ferries leave']);
  });

  test('the unit of a return is no multiple', () => {
    expect(described('5.2x ROAS')).toEqual(['level 5.2 ratio: ROAS']);
  });
});

describe('a transition is two states of one quantity', () => {
  test.each([
    ['Settlement time from 6 days to 40 minutes', 'down 6 day → 40 minute: Settlement time'],
    ['Settlement time: 6 d → 40 min', null],
    ['Settlement in 40 minutes instead of 6 days', 'down 6 day → 40 minute: Settlement'],
    ['Settlement used to take 6 days; now it takes 40 minutes', 'down 6 day → 40 minute: Settlement'],
    ['Settlement in 40 minutes (previously 6 days)', 'down 6 day → 40 minute: Settlement'],
    ['Membership up to 9,400 from 7,100', null],
    ['Attendance rose to 91% from 74%', 'up 74 percent → 91 percent: Attendance'],
    ['Satisfaction up 34 points, from 41 to 75', 'up 41 count → 75 count: Satisfaction'],
    ['Attendance up 17 percentage points, from 74% to 91%', 'up 74 percent → 91 percent: Attendance'],
    ['Attendance: 74% → 91%', 'up 74 percent → 91 percent: Attendance'],
    ['Attendance from 74 to 91%', 'up 74 percent → 91 percent: Attendance'],
    ['Fares per head €4.10 vs €6.80', 'down 6.8 EUR → 4.1 EUR: Fares per head'],
    ['A reply within one hour instead of 20', null],
    ['Image size from 1.8 GB to 120 MB', 'down 1.8 gigabyte → 120 megabyte: Image size'],
    ['Audience grew from 1.2 to 3.4 million', 'up 1200000 count → 3400000 count: Audience'],
    ['Coverage increased to 88%', 'up ∅ → 88 percent: Coverage'],
    ['NPS rose from -5 to 42', 'up -5 point → 42 point: NPS'],
    ['Turned a 3-hour hand-over into a 10-minute one', 'down 3 hour → 10 minute: hand-over'],
    ['Sailings went from once a month to 15 times a day', 'up 1 count → 15 count: Sailings'],
    ['Reduced a 14-page form to 5 pages', null],
    ['Billing reduced from 12 days to mere hours', 'down 12 day → approx null hour: Billing'],
    ['Billing went from overnight to 3 minutes', 'down ∅ → 3 minute: Billing'],
    ['Reports in 4 minutes, not 4 days', 'down 4 day → 4 minute: Reports'],
  ])('%s', (text, expected) => {
    if (expected) expect(described(text)).toEqual([`transition ${expected}`]);
    else expect(parseMetrics(text)).toMatchObject([{ before: expect.anything() as unknown, after: expect.anything() as unknown }]);
  });

  test('a claim next to its states belongs to the same entry', () => {
    for (const text of [
      'Picking errors down 75% (from 8% to 2%)',
      'Picking errors: 8% → 2% (75% fewer)',
      '75% fewer picking errors, from 8% to 2%',
      '75% fewer picking errors - from 8% to 2%',
    ]) {
      expect(parseMetrics(text), text).toMatchObject(
        [
          {
            kind: 'transition',
            value: 75,
            unit: 'percent',
            direction: 'down',
            before: { value: 8 },
            after: { value: 2 },
            subject: 'picking errors',
          },
        ].map((metric) => ({ ...metric, subject: expect.stringMatching(/picking errors/i) as unknown })),
      );
    }
  });

  test('a claim that contradicts its states is kept as stated', () => {
    expect(parseMetrics('Errors 90% lower (from 8% to 2%)')).toMatchObject([{ value: 90, before: { value: 8 }, after: { value: 2 } }]);
  });

  test('so does an absolute claim', () => {
    expect(parseMetrics('Freight costs down $400K, from $1.2M to $800K')).toMatchObject([
      { kind: 'transition', value: 400_000, before: { value: 1_200_000 } },
    ]);
  });

  test('a course of work and a range are no transitions', () => {
    expect(described('9 weeks from first sketch to a live booking desk')).toEqual(['level 9 week: first sketch to a live booking desk']);
    expect(described('Yield gains ranging from 4% to 11%')).toEqual(['change up 4..11 percent: Yield']);
    expect(described('500 members from 12 towns')).toEqual(['level 500 count: members']);
  });
});

describe('a level is a measured state', () => {
  test.each([
    ['99.95% availability', '99.95 percent: availability'],
    ['Error rate: 0.02%', '0.02 percent: Error rate'],
    ['Over 14,000 boats moored', 'at_least 14000 count: boats moored'],
    ['p95 latency under 80 ms', 'at_most 80 millisecond: p95 latency'],
    ['Zero lost parcels', '0 count: lost parcels'],
    ['4.7/5 satisfaction', '4.7 point: satisfaction'],
    ['4.7 stars on average', '4.7 star: '],
    ['9 out of 10 skippers renew', '9 count: skippers renew'],
    ['€2.3M in new contracts', '2300000 EUR: new contracts'],
    ['CHF 40k raised', '40000 CHF: raised'],
    ['₹4.5 Cr turnover', '45000000 INR: turnover'],
    ['12 lakh tickets sold', '1200000 count: tickets sold'],
    ['a dozen branches', '12 count: branches'],
    ['3,500 search requests per second', '3500 request_per_second: search requests'],
    ['£900 saved in the first week', '900 GBP: saved'],
  ])('%s', (text, expected) => expect(described(text)).toEqual([`level ${expected}`]));
});

describe('an amount that qualifies another one makes no entry', () => {
  test.each([
    ['a window', '18% more bookings over 6 months', 18],
    ['a scope', '18% more bookings across 40 harbours', 18],
    ['a base', 'Cut waits of more than 10-15 minutes by 18%', 18],
    ['a rate base', '18 faults per 1,000 kits', 18],
    ['a budget', 'Reached 18 islands on a budget of £20,000', 18],
  ])('%s', (_, text, value) => expect(parseMetrics(text).map((metric) => metric.value)).toEqual([value]));

  test('unless the text has no other amount; a duration comes first', () => {
    expect(described('Went live in 8 weeks')).toMatchObject([expect.stringMatching(/^level 8 week/) as unknown]);
    expect(described('Survived opening night with 6k concurrent callers')).toEqual(['level 6000 count: concurrent callers']);
    expect(described('Imported archives for 90,000 members in under 20 minutes')).toMatchObject([
      expect.stringMatching(/^level at_most 20 minute/) as unknown,
    ]);
  });
});

describe('a number that measures nothing makes a statement', () => {
  test.each([
    'Launched in March 2021',
    'Season 2017/18',
    'Meets WCAG 2.2 AA',
    'Moved from Oracle 11g to PostgreSQL 14',
    'Ships HL7 and OAuth2',
    'On call 24/7',
    'Five nines by design',
    'Zero trust throughout',
    'A 24-hour hotline',
    'From sketch 0-to-1',
    '# 1 in its category',
    'One of 30 finalists of 2019',
    'Ready for COVID-19 rules',
    'Rolled out to a 250-person brokerage company',
    'No more manual exports',
    'Builds are calmer',
  ])('%s', (text) => expect(parseMetrics(text)).toMatchObject([{ kind: 'statement', value: null, text }]));
});

describe('coordinated claims are entries of their own', () => {
  test.each([
    ['99.9% uptime, 15% more orders', [99.9, 15]],
    ['Sales rose by 20% and profits by 30%', [20, 30]],
    ['25% increase in leads and 40% in revenue', [25, 40]],
    ['12 towns, 8 languages & 1 team', [12, 8, 1]],
    ['3x faster builds with 20% lower cost', [3, 20]],
    ['40% growth in visits and sign-ups', [40]],
    ['Ticket sales (+45%), tours (+12%)', [45, 12]],
    ['Cut rework three times (3x)', [3]],
  ])('%s', (text, values) => expect(parseMetrics(text).map(({ value }) => value)).toEqual(values));

  test('a claim without a verb or a subject takes it from its neighbour', () => {
    expect(described('9%, 6% and 3% fewer faults')).toMatchObject([
      'change down 9 percent: ',
      'change down 6 percent: ',
      'change down 3 percent: faults',
    ]);
    expect(described('Ticket sales (+45%), tours (+12%)')).toEqual(['change up 45 percent: Ticket sales', 'change up 12 percent: tours']);
    expect(described('Fees of £1.1m, up 22%')).toEqual(['level 1100000 GBP: Fees', 'change up 22 percent: Fees']);
    expect(described('Ridership grew by 8%; revenue by 3%')).toEqual(['change up 8 percent: Ridership', 'change up 3 percent: revenue']);
  });

  test('each keeps its own words', () => {
    expect(parseMetrics('99.9% uptime in winter, 15% more orders').map(({ text }) => text)).toEqual([
      '99.9% uptime in winter',
      '15% more orders',
    ]);
    const parenthesised = 'Waits 60% shorter (12 → 5 min), 99.9% uptime';
    expect(parseMetrics(parenthesised).map(({ text }) => text)).toEqual([parenthesised, parenthesised]);
    expect(new Set(parseMetrics('Sales rose by 20% and profits by 30%').map(({ text }) => text))).toEqual(
      new Set(['Sales rose by 20% and profits by 30%']),
    );
  });
});

describe('savings', () => {
  test.each([
    ['Saves 6 hours a week', 'change down 6 hour: '],
    ['30% savings on freight', 'change down 30 percent: freight'],
    ['Saving €40K a year in printing costs', 'change down 40000 EUR: printing costs'],
    ['€40K annual savings', 'level 40000 EUR: annual savings'],
  ])('%s', (text, expected) => expect(described(text)).toEqual([expected]));
});

describe('numbers are read in the format of their language', () => {
  test.each([
    ['1.250 Anlegeplätze', 'de', 1250],
    ['1.250 berths', 'en', 1.25],
    ['1,5 Mio. Fahrgäste', 'de', 1_500_000],
    ['12.5% growth', undefined, 12.5],
    ['0,750 kg a crate', undefined, 0.75],
    ['12,5 % de croissance', 'fr', 12.5],
    ['12 500 abonnés', 'fr', 12_500],
    ['1’250 Gäste', 'de-CH', 1250],
    ['12,34,567 readers', undefined, 1_234_567],
    ['1.234.567 lecturas', 'es', 1_234_567],
  ])('%s (%s)', (text, lang, value) => expect(parseMetrics(text, lang)[0]?.value).toBe(value));

  test.each([
    ['Ladezeit um 70 % gesenkt', 'change down 70 percent: Ladezeit'],
    ['Wartezeit von 5 Tagen auf 2 Stunden', 'transition down 5 day → 2 hour: Wartezeit'],
    ['Réduction de 30 % des coûts', 'change down 30 percent: coûts'],
    ['Aumento del 45% en reservas', 'change up 45 percent: reservas'],
    ['Más de 500 socios', 'level at_least 500 count: socios'],
    ['Redução de 40% no tempo de espera', 'change down 40 percent: tempo de espera'],
    ['Bis zu 14 % de palettes perdues en moins', 'change down at_most 14 percent: palettes perdues'],
    ['8 % de lecteurs en plus', 'change up 8 percent: lecteurs'],
    ['80 Fahrten pro Tag auf 52 Fahrten pro Tag gesenkt', 'transition down 80 count → 52 count: Fahrten'],
    ['7 % Schwund auf 2 % gesenkt', 'transition down 7 percent → 2 percent: Schwund'],
    ['Doppelt so viele Abonnenten', 'multiple up 2 ratio: Abonnenten'],
  ])('%s', (text, expected) => expect(described(text)).toEqual([expected]));
});

describe('one quantity', () => {
  test.each<[string, Partial<Quantity>]>([
    ['€1.4M', { value: 1_400_000, unit: 'money', currency: 'EUR' }],
    ['about 3.5 s', { value: 3.5, unit: 'second', bound: 'approx' }],
    ['528–677 USD', { value: 528, upper: 677, currency: 'USD' }],
    ['40', { value: 40, unit: 'count' }],
    ['-4%', { value: -4, unit: 'percent' }],
    ['−£2,500', { value: -2500, unit: 'money', currency: 'GBP' }],
    ['€-90', { value: -90, unit: 'money', currency: 'EUR' }],
    ['about minus 6', { value: -6, bound: 'approx' }],
    ['sub-8 s', { value: 8, unit: 'second' }],
    ['↓ 8%', { value: 8 }],
  ])('%s', (text, expected) => expect(parseState(text)).toMatchObject(expected));

  test('has the whole that it is a part of', () => {
    expect(parseState('3 of 7')).toMatchObject({ value: 3, outOf: 7 });
    expect(parseState('3 in a row')).not.toHaveProperty('outOf');
  });

  test('words without a number contain no quantity', () => expect(parseState('overnight')).toBeNull());
});

/** Describe each outcome of a text in one line: kind, direction, bound, value and unit, subject. */
function described(text: string): string[] {
  return parseMetrics(text).map((metric) => {
    const figure = metric.kind === 'transition' ? `${end(metric.before)} → ${end(metric.after)}` : end(metric);
    return [metric.kind, metric.direction, `${figure}: ${metric.subject ?? ''}`].filter(Boolean).join(' ');
  });
}

function end(quantity: Metric | Quantity | null): string {
  if (!quantity) return '∅';
  const { value, upper, unit, currency, bound } = quantity;
  return [bound === 'exact' ? '' : bound, upper === null ? (value ?? 'null') : `${value}..${upper}`, currency ?? unit]
    .filter((part) => part !== '')
    .join(' ');
}

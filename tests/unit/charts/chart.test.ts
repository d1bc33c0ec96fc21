import { describe, expect, test } from 'vitest';
import { checkCodeBlock } from '../../../src/checks/texts/code-blocks.ts';
import { barGeometry, lineGeometry } from '../../../src/lib/charts/chart.ts';
import { isChart, readChart, type Chart } from '../../../src/lib/charts/chart-data.ts';
import { chartNumbers, chartRows, chartTable, describeChart } from '../../../src/lib/charts/chart-words.ts';

const delays = 'Line,before,after\nHarbour,12,4\nRing,14,0.9';
const read = (code: string, meta = 'chart'): Chart => {
  const { chart, errors } = readChart({ code, meta });
  if (!chart) throw new Error(errors.map(({ message }) => message).join('; '));
  return chart;
};
const values = (...cells: string[]) => read(`x;y\n${cells.map((cell) => `a;${cell}`).join('\n')}`).series[0]?.values;
const notes = (code: string, meta = 'chart title="T"') =>
  checkCodeBlock({ language: 'csv', meta, code }, { root: '/' }).map(({ line, message, value }) =>
    `${line} ${message} ${value ?? ''}`.trim(),
  );

test('a fence of csv is a chart where it says so', () => {
  expect(isChart({ language: 'csv', meta: 'chart line' })).toBe(true);
  expect(isChart({ language: 'csv', meta: 'title="chart"' })).toBe(false);
  expect(isChart({ language: 'tsv', meta: 'chart' })).toBe(false);
});

describe('the data of a chart', () => {
  test('are labels and named series, with the words of the fence', () => {
    expect(read(delays, 'chart line title="Delay" unit=min'.replace(' line', ''))).toEqual({
      kind: 'bar',
      ...{ corner: 'Line', title: 'Delay', unit: 'min', source: undefined, labels: ['Harbour', 'Ring'] },
      series: [
        { name: 'before', values: [12, 14] },
        { name: 'after', values: [4, 0.9] },
      ],
    });
  });

  test('may be separated by semicolons, quoted, and end lines as Windows does', () => {
    expect(read('Hall;a\r\n"B; ""C""";1,5\r\n\r\nD; 2 \r\n')).toMatchObject({ labels: ['B; "C"', 'D'], series: [{ values: [1.5, 2] }] });
  });

  test.each([
    [
      ['-2', '−3', '+4', ''],
      [-2, -3, 4, null],
    ],
    [
      ['1.5', '1,234'],
      [1.5, 1234],
    ],
    [
      ['1,5', '1.234'],
      [1.5, 1234],
    ],
    [
      ['1.234,5', '1.234'],
      [1234.5, 1234],
    ],
    [
      ['1,234,567', '1,234'],
      [1_234_567, 1234],
    ],
    [
      ['12 345', "1'234.5"],
      [12_345, 1234.5],
    ],
    [['0.125'], [0.125]],
  ])('read %j as %j', (cells, numbers) => expect(values(...cells)).toEqual(numbers));
});

describe('the check', () => {
  test('passes a chart that can be drawn, and code that is none', () => {
    expect(notes(delays)).toEqual([]);
    expect(notes('a,b\nc', '')).toEqual([]);
  });

  test.each([
    ['no data', '', ['0 a chart has no data']],
    ['names alone', 'a,b', ['0 a chart has no data']],
    ['one column', 'a\nb', ['1 a chart has one column']],
    ['an unnamed series', 'a,,c\nb,1,2', ['1 a chart has no name above column 2']],
    ['words', 'a,b\nc,1\nd,12 min', ['3 a chart has a cell that is no number 12 min']],
    ['digits with a space between', 'a,b\nc,1 2', ['2 a chart has a cell that is no number 1 2']],
    ['more digits than can be stored', 'a,b\nc,1234567890123456', ['2 a chart has a cell that is no number 1234567890123456']],
    ['two readings', 'a;b\nc;1,234', ['2 a chart has a number that may be 1234 or 1.234 1,234']],
    ['two conventions', 'a;b\nc;1,5\nd;1.5\ne;1.234', ['4 a chart has a number that may be 1234 or 1.234 1.234']],
    ['a comma too many', 'a,b\nc,1,234', ['2 a chart has 3 cells where the first line has 2 c,1,234']],
    ['a cell too few', 'a,b\n\nc', ['3 a chart has one cell where the first line has 2 c']],
    ['a stray mark', 'a,b\n"c" d,1', ['2 a chart has a quotation mark that CSV does not allow here']],
    ['five series', 'a,b,c,d,e,f\ng,1,2,3,4,5', ['1 a chart has 5 series; at most 4 can be told apart']],
    ['thirteen bars', `a,b\n${'c,1\n'.repeat(13)}`, ['14 a chart has 13 labels; at most 12 are legible']],
  ])('names the line of %s', (_case, code, expected) => expect(notes(code)).toEqual(expected));

  test('asks for three points of a line', () => {
    expect(notes('a,b\nc,1\nd,2', 'chart line title="T"')).toEqual(['0 a chart draws a line through two points']);
    expect(notes('a,b\nc,1\nd,2\ne,3', 'chart line title="T"')).toEqual([]);
  });

  test('warns of a missing title and of unknown words, with the closest known one', () => {
    const meta = 'chart lines unt=min {1}';
    expect(notes(delays, meta)).toEqual([
      '0 a chart has an unknown word on its fence lines',
      '0 a chart has an unknown word on its fence unt',
      '0 a chart has an unknown word on its fence',
      '0 a chart has no title',
    ]);
    const fixes = checkCodeBlock({ language: 'csv', meta, code: delays }, { root: '/' }).map(({ fix }) => fix);
    expect(fixes.slice(0, 2)).toEqual(['did you mean `line`?', 'did you mean `unit="…"`?']);
  });
});

describe('bars', () => {
  test('have lengths in proportion, from zero', () => {
    const { groups, axis } = barGeometry(read(delays), String);
    const bars = groups.flatMap((group) => group.bars);
    const [longest = 0, ...others] = [2, 0, 1, 3].map((index) => bars[index]?.width ?? 0);
    expect(others.map((width) => (width / longest) * 14)).toEqual([12, 4, 0.9].map((value) => expect.closeTo(value, 1)));
    expect(bars.every((bar) => bar?.x === 0)).toBe(true);
    expect(axis).toBeNull();
  });

  test('run to the left of zero where they are negative, with the figure on the other side', () => {
    const { groups, zero, axis } = barGeometry(read('a,b\nc,-5\nd,15'), String);
    const [negative, positive] = groups.map(({ bars: [bar] }) => bar);
    expect([negative?.x, negative?.width, positive?.x]).toEqual([0, zero, zero]);
    expect((negative?.width ?? 0) * 3).toBeCloseTo(positive?.width ?? 0, 0);
    expect(axis?.y1).toBeLessThan(axis?.y2 ?? 0);
  });

  test('are absent where the cell is empty, and the others keep their places', () => {
    expect(barGeometry(read('a,b,c\nd,,1\ne,15,2'), String).groups[0]?.bars).toMatchObject([null, { text: '1' }]);
  });

  test('of nothing but zeros have no length', () => {
    expect(barGeometry(read('a,b\nc,0'), String).groups).toMatchObject([{ bars: [{ x: 0, width: 0, text: '0' }] }]);
  });
});

describe('lines', () => {
  const lines = (code: string) => lineGeometry(read(code, 'chart line'), { format: String, onAxis: String });

  test('begin at zero and have round ticks', () => {
    expect(lines('a,b\nc,95\nd,97\ne,99').ticks.map(({ text }) => text)).toEqual(['0', '25', '50', '75', '100']);
    expect(lines('a,b\nc,-4\nd,0\ne,9').ticks.map(({ text }) => text)).toEqual(['-5', '0', '5', '10']);
    expect(lines('a,b\nc,0\nd,0\ne,0').ticks.map(({ text }) => Number(text))).toContain(0);
    expect(lines('a,b\nc,-3\nd,-2\ne,-1').ticks.at(-1)?.text).toBe('0');
  });

  test('break at an empty cell', () => {
    const [series] = lines('a,b\nc,1\nd,2\ne,\nf,3\ng,').series;
    expect(series?.runs.map((run) => run.map(({ value }) => value))).toEqual([[1, 2]]);
    expect(series?.points.map(({ value }) => value)).toEqual([1, 2, 3]);
  });

  test('place years by their distance, and other labels evenly', () => {
    const gaps = (code: string) => {
      const [a = 0, b = 0, c = 0] = lines(code).series[0]?.points.map(({ x }) => x) ?? [];
      return (c - b) / (b - a);
    };
    expect(gaps('a,b\n2019,1\n2020,1\n2023,1')).toBeCloseTo(3, 1);
    expect(gaps('a,b\n2019,1\n2018,1\n2023,1')).toBeCloseTo(1, 1);
    expect(gaps('a,b\nMay,1\nJune,1\nJuly,1')).toBeCloseTo(1, 1);
  });

  test('have no more labels than fit on a telephone, the first and the last always', () => {
    const months = Array.from(
      { length: 36 },
      (_, month) => `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')},1`,
    );
    const { labels } = lines(`a,b\n${months.join('\n')}`);
    expect(labels.map(({ anchor }) => anchor)).toEqual(['start', ...labels.slice(2).map(() => 'middle'), 'end']);
    expect(labels.map(({ label }) => label)).toEqual(expect.arrayContaining(['2020-01', '2022-12']));
    expect(labels.length).toBeLessThanOrEqual(12);
  });

  test('are labelled at their ends where there is room', () => {
    expect(lines('a,b,c,d\nx,1,1,1\ny,1,1,1\nz,100,99,1').ends.map(({ text }) => text)).toEqual(['100', '1']);
  });
});

describe('the words of a chart', () => {
  test.each([
    ['en', 'min', 'before from 12 to 14\u00a0min; after from 4 to 0.9\u00a0min'],
    ['de', 'min', 'before von 12 bis 14\u00a0min; after von 4 bis 0,9\u00a0min'],
    ['en', '%', 'before from 12 to 14%; after from 4 to 0.9%'],
    ['fr', '€', 'before de 12 à 14,00\u00a0€; after de 4 à 0,90\u00a0€'],
  ])('in %s with %s', (locale, unit, expected) => expect(describeChart(read(delays, `chart unit=${unit}`), locale)).toBe(expected));

  test('name all digits, with a minus sign', () => {
    const chart = read('a,b\nc,-1234567.89125');
    expect(chartNumbers(chart, 'en')(-1_234_567.89125)).toBe('−1,234,567.89125');
    expect(describeChart(chart, 'en')).toBe('b −1,234,567.89125');
  });

  test('a unit of three capitals is no currency unless it is one', () => {
    expect(chartNumbers(read('a,b\nc,3', 'chart unit=FTE'), 'en')(3)).toBe('3\u00a0FTE');
    expect(chartNumbers(read('a,b\nc,3', 'chart unit=CHF'), 'en')(3)).toBe('CHF\u00a03');
  });

  test('its table has every figure, and nothing for an empty cell', () => {
    expect(chartRows(read('Hall,a,b\nX,1,\nY,2,3'), 'en')).toEqual([
      ['Hall', 'a', 'b'],
      ['X', '1', ''],
      ['Y', '2', '3'],
    ]);
  });

  test('readers that draw no chart get the table, escaped', () => {
    expect(chartTable({ code: 'Hall,a\n<b>,1', meta: 'chart title="A & B" source="C"' }, 'en')).toBe(
      '<table><caption>A &amp; B · Source: C</caption><thead><tr><th scope="col">Hall</th><th scope="col">a</th></tr></thead>' +
        '<tbody><tr><th scope="row">&lt;b&gt;</th><td>1</td></tr></tbody></table>',
    );
    expect(chartTable({ code: 'Hall,a\nb,x', meta: 'chart' }, 'en')).toBeUndefined();
  });
});

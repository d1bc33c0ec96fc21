/** The units a metric's figure can have. */
export const units = [
  'percent',
  'percentage_point',
  'point',
  'star',
  'ratio',
  'count',
  'money',
  'millisecond',
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'year',
  'byte',
  'kilobyte',
  'megabyte',
  'gigabyte',
  'terabyte',
  'request_per_second',
  'request_per_minute',
] as const;

export type Unit = (typeof units)[number];

/** The periods of a rate: 120 an hour. */
export const periods = ['hour', 'day', 'week', 'month', 'quarter', 'year', 'season'] as const;

export type Period = (typeof periods)[number];

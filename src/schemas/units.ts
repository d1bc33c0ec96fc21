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

/**
 * The physical and technical units by their symbol: what each measures, and its size where sizes convert. A level (°C, dB) has no zero to
 * divide by, so that no ratio of two is true.
 */
export const physicalUnits = {
  µm: ['length', 1e-6],
  mm: ['length', 1e-3],
  cm: ['length', 0.01],
  m: ['length', 1],
  km: ['length', 1e3],
  ft: ['length', 0.3048],
  mi: ['length', 1609.344],
  'cm²': ['area', 1e-4],
  'm²': ['area', 1],
  ha: ['area', 1e4],
  'km²': ['area', 1e6],
  'sq ft': ['area', 0.092_903_04],
  ml: ['volume', 1e-3],
  cl: ['volume', 0.01],
  l: ['volume', 1],
  'm³': ['volume', 1e3],
  µg: ['mass', 1e-6],
  mg: ['mass', 1e-3],
  g: ['mass', 1],
  kg: ['mass', 1e3],
  t: ['mass', 1e6],
  lb: ['mass', 453.592_37],
  W: ['power', 1],
  kW: ['power', 1e3],
  MW: ['power', 1e6],
  GW: ['power', 1e9],
  Wh: ['energy', 1],
  kWh: ['energy', 1e3],
  MWh: ['energy', 1e6],
  GWh: ['energy', 1e9],
  kJ: ['energy', 1 / 3.6],
  MJ: ['energy', 1e3 / 3.6],
  kcal: ['heat', 1],
  V: ['voltage', 1],
  kV: ['voltage', 1e3],
  mA: ['current', 1],
  mAh: ['charge', 1],
  Hz: ['frequency', 1],
  kHz: ['frequency', 1e3],
  MHz: ['frequency', 1e6],
  GHz: ['frequency', 1e9],
  bar: ['pressure', 1],
  psi: ['pressure', 0.068_947_57],
  kPa: ['pressure', 0.01],
  MPa: ['pressure', 10],
  N: ['force', 1],
  kN: ['force', 1e3],
  Nm: ['torque', 1],
  lx: ['illuminance', 1],
  lm: ['luminous flux', 1],
  ppm: ['concentration', 1],
  'km/h': ['speed', 1 / 3.6],
  'm/s': ['speed', 1],
  mph: ['speed', 0.447_04],
  kn: ['speed', 0.514_444],
  bit: ['information', 1],
  kbit: ['information', 1e3],
  Mbit: ['information', 1e6],
  Gbit: ['information', 1e9],
  // Some write bits so, others bytes.
  Kb: ['bits or bytes', 1],
  Mb: ['bits or bytes', 1e3],
  Gb: ['bits or bytes', 1e6],
  kbps: ['bit rate', 1e3],
  Mbps: ['bit rate', 1e6],
  Gbps: ['bit rate', 1e9],
  px: ['pixels', 1],
  Mpx: ['pixels', 1e6],
  fps: ['frame rate', 1],
  rpm: ['rotation', 1],
  '°C': ['level', null],
  '°F': ['level', null],
  dB: ['level', null],
  'dB(A)': ['level', null],
} as const satisfies Record<string, readonly [dimension: string, size: number | null]>;

export type PhysicalUnit = keyof typeof physicalUnits;

/** Return the symbol of a physical unit, or null if a text is none. */
export function physicalUnit(text: string): PhysicalUnit | null {
  return Object.hasOwn(physicalUnits, text) ? (text as PhysicalUnit) : null;
}

/** The periods of a rate: 120 an hour. */
export const periods = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'season'] as const;

export type Period = (typeof periods)[number];

/** The units a metric's figure can have. */
export const units = [
  ...(['percent', 'percentage_point', 'point', 'star', 'ratio', 'count', 'money'] as const),
  ...(['millisecond', 'second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const),
  ...(['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const),
  ...(['request_per_second', 'request_per_minute'] as const),
] as const;

export type Unit = (typeof units)[number];

/**
 * The physical and technical units by what they measure: the symbol of each, and its size among them. A level (°C, dB) has no zero to
 * divide by, so that no ratio of two is true.
 */
const unitsByDimension = {
  length: { µm: 1e-6, mm: 1e-3, cm: 0.01, m: 1, km: 1e3, ft: 0.3048, mi: 1609.344 },
  area: { 'cm²': 1e-4, 'm²': 1, ha: 1e4, 'km²': 1e6, 'sq ft': 0.092_903_04 },
  volume: { ml: 1e-3, cl: 0.01, l: 1, 'm³': 1e3 },
  mass: { µg: 1e-6, mg: 1e-3, g: 1, kg: 1e3, t: 1e6, lb: 453.592_37 },
  power: { W: 1, kW: 1e3, MW: 1e6, GW: 1e9 },
  energy: { Wh: 1, kWh: 1e3, MWh: 1e6, GWh: 1e9, kJ: 1 / 3.6, MJ: 1e3 / 3.6 },
  heat: { kcal: 1 },
  voltage: { V: 1, kV: 1e3 },
  current: { mA: 1 },
  charge: { mAh: 1 },
  frequency: { Hz: 1, kHz: 1e3, MHz: 1e6, GHz: 1e9 },
  pressure: { bar: 1, psi: 0.068_947_57, kPa: 0.01, MPa: 10 },
  force: { N: 1, kN: 1e3 },
  torque: { Nm: 1 },
  illuminance: { lx: 1 },
  'luminous flux': { lm: 1 },
  concentration: { ppm: 1 },
  speed: { 'km/h': 1 / 3.6, 'm/s': 1, mph: 0.447_04, kn: 0.514_444 },
  information: { bit: 1, kbit: 1e3, Mbit: 1e6, Gbit: 1e9 },
  // Some write bits so, others bytes.
  'bits or bytes': { Kb: 1, Mb: 1e3, Gb: 1e6 },
  'bit rate': { kbps: 1e3, Mbps: 1e6, Gbps: 1e9 },
  pixels: { px: 1, Mpx: 1e6 },
  'frame rate': { fps: 1 },
  rotation: { rpm: 1 },
  level: { '°C': null, '°F': null, dB: null, 'dB(A)': null },
} as const satisfies Record<string, Record<string, number | null>>;

type Dimensions = typeof unitsByDimension;
export type PhysicalUnit = { [D in keyof Dimensions]: keyof Dimensions[D] }[keyof Dimensions];

/** The dimension and the size of each physical unit. */
export const physicalUnits = Object.fromEntries(
  Object.entries(unitsByDimension).flatMap(([dimension, sizes]) => Object.entries(sizes).map(([unit, size]) => [unit, [dimension, size]])),
) as unknown as Record<PhysicalUnit, readonly [dimension: keyof Dimensions, size: number | null]>;

/** Return the symbol of a physical unit, or null if a text is none. */
export function physicalUnit(text: string): PhysicalUnit | null {
  return Object.hasOwn(physicalUnits, text) ? (text as PhysicalUnit) : null;
}

/** The periods of a rate: 120 an hour. */
export const periods = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'season'] as const;

export type Period = (typeof periods)[number];

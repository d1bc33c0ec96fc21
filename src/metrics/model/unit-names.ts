import type { PhysicalUnit } from '../../schemas/units.ts';

/** Return the symbol of a physical unit that one or two words in lower case name: `t` for tonnes. */
export const symbolOfName = (words: string): PhysicalUnit | undefined => symbols.get(words);

/** The names of units in the languages of the templates, in the forms that follow a number. */
const names: [symbol: PhysicalUnit, names: string][] = [
  ['mm', 'millimetres, millimetre, millimeters, millimeter, millimètres, millimètre, milímetros, milímetro'],
  ['cm', 'centimetres, centimetre, centimeters, centimeter, zentimeter, centimètres, centimètre, centímetros, centímetro'],
  ['m', 'metres, metre, meters, meter, metern, mètres, mètre, metros, metro'],
  ['km', 'kilometres, kilometre, kilometers, kilometer, kilometern, kilomètres, kilomètre, kilómetros, kilómetro, kilometros'],
  ['ft', 'feet, foot'],
  ['mi', 'miles, mile'],
  [
    'm²',
    'square metres, square metre, square meters, square meter, quadratmeter, quadratmetern, mètres carrés, mètre carré, metros cuadrados, metro cuadrado',
  ],
  ['km²', 'square kilometres, square kilometers, quadratkilometer, kilomètres carrés, kilómetros cuadrados'],
  ['sq ft', 'square feet, square foot'],
  ['m³', 'cubic metres, cubic metre, cubic meters, kubikmeter, mètres cubes, mètre cube, metros cúbicos, metro cúbico'],
  ['ha', 'hectares, hectare, hektar, hectáreas, hectárea'],
  ['ml', 'millilitres, milliliters, milliliter, milliliter, mililitros'],
  ['l', 'litres, litre, liters, liter, litern, litros, litro'],
  ['mg', 'milligrams, milligramm, milligrammes, miligramos'],
  ['g', 'grams, gram, grammes, gramme, gramm, gramos, gramo'],
  ['kg', 'kilograms, kilogram, kilograms, kilogrammes, kilogramme, kilogramm, kilos, kilo, kilogramos, kilogramo'],
  ['t', 'tonnes, tonne, tonnen, toneladas, tonelada'],
  ['W', 'watts, watt, vatios'],
  ['kW', 'kilowatts, kilowatt, kilovatios'],
  ['MW', 'megawatts, megawatt, megavatios'],
  ['kWh', 'kilowatt-hours, kilowatt-hour, kilowatt hours, kilowattstunden, kilowattheures, kilovatios hora'],
  ['MWh', 'megawatt-hours, megawatt hours, megawattstunden, mégawattheures, megavatios hora'],
  ['GWh', 'gigawatt-hours, gigawatt hours, gigawattstunden, gigawattheures, gigavatios hora'],
  ['dB', 'decibels, decibel, dezibel, décibels, decibelios'],
  ['px', 'pixels, pixel, píxeles'],
  ['kn', 'knots, knot, knoten, nœuds, nudos'],
  ['°C', 'degrees celsius, grad celsius, degrés celsius, grados celsius'],
];

const symbols = new Map(names.flatMap(([symbol, words]) => words.split(', ').map((word) => [word, symbol] as const)));

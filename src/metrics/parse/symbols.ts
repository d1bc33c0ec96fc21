import { physicalUnit } from '../../schemas/units.ts';
import type { Token } from './tokens.ts';
import { wordTable } from './word-table.ts';

/** Read the physical unit at a token: km, kWh/m², °C, sq ft; null if there is none. Words such as "tonnes" stay in the sentence: their length is 0. */
export function symbolAt(tokens: readonly Token[], at: number): SymbolPhrase | null {
  const single = simpleSymbol(tokens, at);
  if (!single) return wordSymbol(tokens, at);
  const [slash, next] = [tokens[at + single.length], tokens[at + single.length + 1]];
  if (slash?.text !== '/' || !slash.adjacent || !next?.adjacent) return single;
  const speed = physicalUnit(`${single.symbol}/${next.text}`);
  if (speed) return { symbol: speed, length: single.length + 2 };
  const perHundred = next.text === '100' && tokens[at + single.length + 2]?.text === 'km';
  if (perHundred) return { symbol: `${single.symbol}/100 km`, length: single.length + 3 };
  const divisor = simpleSymbol(tokens, at + single.length + 1);
  return divisor ? { symbol: `${single.symbol}/${divisor.symbol}`, length: single.length + 1 + divisor.length } : single;
}

/** Return what a single "m" means among these words: minutes, metres, or null if they do not say. */
export function meaningOfM(words: string): 'minute' | 'metre' | null {
  if (lengths.test(words)) return 'metre';
  return times.test(words) ? 'minute' : null;
}

interface SymbolPhrase {
  symbol: string;
  /** The number of tokens that it takes. */
  length: number;
}

function simpleSymbol(tokens: readonly Token[], at: number): SymbolPhrase | null {
  const [token, next, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!token) return null;
  if (token.text === '℃') return { symbol: '°C', length: 1 };
  if (token.text === '°' && next?.adjacent && /^[CF]$/.test(next.text)) return { symbol: `°${next.text}`, length: 2 };
  if (/^(?:sq|square)$/.test(token.lower) && /^(?:ft|feet|m)$/.test(next?.text ?? '')) {
    return { symbol: next?.text === 'm' ? 'm²' : 'sq ft', length: 2 };
  }
  if (/^dB$/.test(token.text) && next?.text === '(' && third?.text === 'A' && tokens[at + 3]?.text === ')') {
    return { symbol: 'dB(A)', length: 4 };
  }
  const power = next?.adjacent ? powers[next.text] : undefined;
  const raised = power && physicalUnit(token.text + power);
  if (raised) return { symbol: raised, length: 2 };
  const symbol = physicalUnit(token.text) ?? spellings.get(token.text);
  // "3 l'an", "5 m&a": a letter that more follows is no unit.
  if (!symbol || (token.text.length === 1 && next?.adjacent && /^['’&+#_]$/.test(next.text))) return null;
  return { symbol, length: 1 };
}

function wordSymbol(tokens: readonly Token[], at: number): SymbolPhrase | null {
  const [first, second] = [tokens[at]?.lower ?? '', tokens[at + 1]?.lower ?? ''];
  // "Miles de usuarios" are thousands.
  if (first === 'miles' && second === 'de') return null;
  const symbol = names.get(`${first} ${second}`) ?? names.get(first);
  return symbol ? { symbol, length: 0 } : null;
}

/** Return the symbol of a unit that one or two words name: `t` for tonnes. */
export const symbolOfName = (words: string): string | undefined => names.get(words);

const powers: Partial<Record<string, string>> = { '²': '²', '³': '³', '2': '²', '3': '³' };

const spellings = wordTable([
  ['µm', 'μm um'],
  ['m²', 'm² sqm qm'],
  ['m³', 'cbm'],
  ['sq ft', 'sqft'],
  ['µg', 'μg'],
  ['l', 'L'],
  ['ml', 'mL'],
  ['kW', 'KW'],
  ['kWh', 'KWh kwh KWH'],
  ['kHz', 'KHz'],
  ['kg', 'Kg KG'],
  ['km', 'KM Km'],
  ['mi', 'mi.'],
  ['lb', 'lbs'],
  ['dB(A)', 'dBA'],
  ['fps', 'FPS'],
  ['rpm', 'RPM'],
  ['Mbit', 'MBit'],
  ['Gbit', 'GBit'],
  ['kbit', 'kBit'],
  ['Mbps', 'mbps'],
  ['Gbps', 'gbps'],
]);

const names = wordTable(
  [
    ['mm', 'millimetres, millimetre, millimeters, millimeter, millimètres, millimètre, milímetros, milímetro'],
    ['cm', 'centimetres, centimetre, centimeters, centimeter, zentimeter, centimètres, centimètre, centímetros, centímetro'],
    ['m', 'metres, metre, meters, meter, metern, mètres, mètre, metros, metro'],
    [
      'km',
      'kilometres, kilometre, kilometers, kilometer, kilometern, kilomètres, kilomètre, kilómetros, kilómetro, kilometros',
    ],
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
  ],
  ',',
);

const lengths =
  /\b(?:heights?|high|lengths?|long|widths?|wide|depths?|deep|spans?|distances?|reach|elevations?|clearance|diameters?|radius|bridges?|tunnels?|walls?|towers?|ceilings?|altitudes?|walk(?:s|ing)?|detours?|cables?|pipes?|höhe|länge|breite|tiefe|spannweite|entfernung|strecke|brücke|durchmesser|hauteur|longueur|largeur|profondeur|portée|distance|pont|altura|longitud|anchura|profundidad|distancia|puente)\b/iu;
const times =
  /\b(?:times?|durations?|latency|mttr|builds?|deploys?|deployments?|wait|waiting|runtime|setup|tests?|response|zeit|dauer|wartezeit|bauzeit|rüstzeit|durée|délai|temps|tiempo|duración|espera)\b/iu;

import { physicalUnit } from '../../schemas/units.ts';
import { symbolOfName } from '../model/unit-names.ts';
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
  const symbol = symbolOfName(`${first} ${second}`) ?? symbolOfName(first);
  return symbol ? { symbol, length: 0 } : null;
}

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

const lengths =
  /\b(?:heights?|high|lengths?|long|widths?|wide|depths?|deep|spans?|distances?|reach|elevations?|clearance|diameters?|radius|bridges?|tunnels?|walls?|towers?|ceilings?|altitudes?|walk(?:s|ing)?|detours?|cables?|pipes?|höhe|länge|breite|tiefe|spannweite|entfernung|strecke|brücke|durchmesser|hauteur|longueur|largeur|profondeur|portée|distance|pont|altura|longitud|anchura|profundidad|distancia|puente)\b/iu;
const times =
  /\b(?:times?|durations?|latency|mttr|builds?|deploys?|deployments?|wait|waiting|runtime|setup|tests?|response|zeit|dauer|wartezeit|bauzeit|rüstzeit|durée|délai|temps|tiempo|duración|espera)\b/iu;

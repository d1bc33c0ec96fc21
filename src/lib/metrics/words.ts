/** Give the words that figures are shown with, in the language of `locale`; English where there are none yet. */
export function wordsFor(locale: string): MetricWords {
  const language = locale.toLowerCase().split('-')[0] ?? 'en';
  return Object.hasOwn(tables, language) ? tables[language as keyof typeof tables] : tables.en;
}

/** Every word and sign `format.ts` uses; a language with a missing key fails the type check. */
export interface MetricWords {
  /** Bounds before a figure; `at_most` of a duration reads otherwise than of a count. */
  upTo: string;
  under: string;
  about: string;
  up: string;
  down: string;
  faster: string;
  better: string;
  from: string;
  to: string;
  byFactor: string;
  saved: string;
  points: string;
  requestsPerSecond: string;
  requestsPerMinute: string;
  percentagePoints: string;
}

const tables = {
  en: {
    upTo: 'up to',
    under: 'under',
    about: 'about',
    up: 'up',
    down: 'down',
    faster: 'faster',
    better: 'better',
    from: 'from',
    to: 'to',
    byFactor: 'by a factor of',
    saved: 'saved',
    points: 'points',
    requestsPerSecond: 'requests/s',
    requestsPerMinute: 'requests/min',
    percentagePoints: 'percentage points',
  },
  de: {
    upTo: 'bis zu',
    under: 'unter',
    about: 'rund',
    up: 'plus',
    down: 'minus',
    faster: 'schneller',
    better: 'besser',
    from: 'von',
    to: 'auf',
    byFactor: 'um den Faktor',
    saved: 'gespart',
    points: 'Punkte',
    requestsPerSecond: 'Anfragen/s',
    requestsPerMinute: 'Anfragen/min',
    percentagePoints: 'Prozentpunkte',
  },
  fr: {
    upTo: 'jusqu’à',
    under: 'moins de',
    about: 'environ',
    up: 'plus',
    down: 'moins',
    faster: 'plus rapide',
    better: 'mieux',
    from: 'de',
    to: 'à',
    byFactor: 'par un facteur de',
    saved: 'économisés',
    points: 'points',
    requestsPerSecond: 'requêtes/s',
    requestsPerMinute: 'requêtes/min',
    percentagePoints: 'points de pourcentage',
  },
  es: {
    upTo: 'hasta',
    under: 'menos de',
    about: 'cerca de',
    up: 'más',
    down: 'menos',
    faster: 'más rápido',
    better: 'mejor',
    from: 'de',
    to: 'a',
    byFactor: 'por un factor de',
    saved: 'ahorrados',
    points: 'puntos',
    requestsPerSecond: 'solicitudes/s',
    requestsPerMinute: 'solicitudes/min',
    percentagePoints: 'puntos porcentuales',
  },
} as const satisfies Record<string, MetricWords>;

import { claims } from './claims.ts';
import { ecommerceRearchitecture } from './ecommerce-rearchitecture.ts';
import { editorial } from './editorial.ts';
import { ferryTimetable } from './ferry-timetable.ts';
import { gridBalance } from './grid-balance.ts';
import { irrigation } from './irrigation.ts';
import type { Drawing, Film } from './drawing.ts';
import { labResults } from './lab-results.ts';
import { museum } from './museum.ts';
import { parcels } from './parcels.ts';
import { permits } from './permits.ts';
import { pressLineFilm } from './press-line-film.ts';
import { pressLine } from './press-line.ts';
import { waterMeters } from './water-meters.ts';

/** The drawings of every case. */
export const cases: Drawing[][] = [
  ecommerceRearchitecture,
  ferryTimetable,
  claims,
  labResults,
  gridBalance,
  irrigation,
  editorial,
  parcels,
  pressLine,
  permits,
  museum,
  waterMeters,
];

/** The film of a case, at the path of its poster. */
export const films: Film[] = [pressLineFilm];

import { claims } from './claims.ts';
import { ecommerceRearchitecture } from './ecommerce-rearchitecture.ts';
import { ferryTimetable } from './ferry-timetable.ts';
import type { Drawing } from './kit.ts';

/** List the drawings of every case. */
export const cases: Drawing[][] = [ecommerceRearchitecture, ferryTimetable, claims];

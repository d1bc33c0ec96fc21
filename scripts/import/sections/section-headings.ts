import { headingKey } from '../../../src/lib/story/section-roles.ts';

/** Check whether a heading announces a list of technologies. */
export function isTechnologyHeading(heading: string): boolean {
  return technologyHeadings.has(headingKey(heading));
}

const technologyHeadings = new Set([
  'tech stack',
  'technologies',
  'technologies used',
  'technology',
  'tools',
  'tools used',
  'stack',
  'built with',
  'technical stack',
  'technology stack',
  'tech',
  'tools and technologies',
  'technologies and tools',
  'tech used',
  'skills',
  'software used',
]);

/**
 * The moment of the build, which decides what is public. `CASEFOLIO_CLOCK` (ISO 8601) overrides it. The environment holds it
 * because a build loads this module more than once.
 */
export const clock = new Date((process.env['CASEFOLIO_CLOCK'] ??= new Date().toISOString()));

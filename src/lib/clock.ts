/**
 * The moment of this build, taken once for everything that asks what is public. `CASEFOLIO_CLOCK` (ISO 8601) sets it;
 * it is kept in the environment because the build loads this module more than once.
 */
export const clock = new Date((process.env['CASEFOLIO_CLOCK'] ??= new Date().toISOString()));

/**
 * The social cards that pages and feeds of this build name: file names, each with the size of the file in bytes. The build and the code
 * it has bundled find them in the same place.
 */
export const askedCards = ((globalThis as { casefolioCards?: Map<string, number> }).casefolioCards ??= new Map<string, number>());

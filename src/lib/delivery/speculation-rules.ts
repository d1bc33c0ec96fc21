/** File of the speculation rules, below the site's base. */
export const speculationRulesFile = 'speculation-rules.json';

/**
 * Write the speculation rules, by which a browser prefetches a page while the pointer rests on its link. They cover pages below `root`
 * (`/`, `/base/`), but no files (no page has a dot in its path) and no links marked as external or as downloads.
 */
export function speculationRules(root: string): string {
  const rules = {
    prefetch: [
      {
        source: 'document',
        where: {
          and: [
            { href_matches: `${root}*` },
            { not: { href_matches: `${root}*.*` } },
            { not: { selector_matches: '[download], [rel~=external]' } },
          ],
        },
        eagerness: 'moderate',
      },
    ],
  };
  return `${JSON.stringify(rules, null, 2)}\n`;
}

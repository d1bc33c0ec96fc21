/** Where the rules lie, below the site's base. */
export const speculationRulesFile = 'speculation-rules.json';

/**
 * Write the rules by which a browser fetches a page while the pointer rests on its link: pages below `root` (`/`, `/base/`)
 * only, no files (no page has a dot in its address), and nothing that a link marks as external or as a download.
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

/**
 * What belongs to the owner: an upgrade neither changes nor adds anything here. A folder ends with a slash. An owner's own pages in
 * `src/pages/` need no entry: no release has them, so no upgrade touches them. The list of samples is that of the release which put them here.
 */
export const ownerPaths = [
  'src/site.config.ts',
  'src/content/',
  'src/assets/',
  'public/',
  'src/styles/owner.css',
  'scripts/init/samples.json',
] as const;

/** Say whether a path from the project's folder, with slashes, belongs to the owner. */
export function isOwners(path: string): boolean {
  return ownerPaths.some((owned) => (owned.endsWith('/') ? path.startsWith(owned) : path === owned));
}

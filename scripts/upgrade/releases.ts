import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { git } from './git.ts';

/** What to write where package.json names no repository. */
export const noUpstream = `package.json names no \`repository\` to get releases from. Name the one that your site was cloned from, by its address or as a folder:
  npm run upgrade -- --upstream https://github.com/NAME/casefolio.git
  npm run upgrade -- --upstream ../casefolio
To name it for good, add it to package.json:  "repository": "https://github.com/NAME/casefolio.git"`;

/** Return the address that git fetches from for a `repository` of package.json; null if there is none. */
export function repositoryAddress(repository: unknown): string | null {
  const written = typeof repository === 'object' && repository !== null && 'url' in repository ? repository.url : repository;
  if (typeof written !== 'string' || written === '') return null;
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(written);
  return short ? `https://github.com/${short[1]}.git` : written.replace(/^git\+/, '');
}

/** Return a folder as an absolute path, as npm runs scripts in the project's folder; an address stays as it is. */
export function upstreamAddress(upstream: string): string {
  const folder = resolve(process.env['INIT_CWD'] ?? '.', upstream);
  return existsSync(folder) ? folder : upstream;
}

/** List the releases of an upstream, which are its tags such as v1.2.3, oldest first. */
export function listReleases(upstream: string): string[] {
  const lines = git('.', ['ls-remote', '--tags', '--refs', '--', upstream]).toString().split('\n');
  return lines.flatMap((line) => /\trefs\/tags\/(v\d+\.\d+\.\d+)$/.exec(line)?.[1] ?? []).toSorted(compareVersions);
}

/** Return a version as its tag: v1.2.3 for 1.2.3. */
export function tagOf(version: string): string {
  return `v${version.replace(/^v/, '')}`;
}

/** Order two versions such as v1.2.3 or 1.2.3. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.replace(/^v/, '').split('.').map(Number));
  return [0, 1, 2].map((index) => (left?.[index] ?? 0) - (right?.[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

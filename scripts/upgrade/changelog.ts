import { compareVersions } from './releases.ts';

/** Return what the owner must do for each version after `from`, up to `to`: the version and its Markdown, oldest first. */
export function ownersTasks(changelog: string, from: string, to: string): { version: string; tasks: string }[] {
  return changelog
    .replaceAll('\r\n', '\n')
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const version = /^v?(\d+\.\d+\.\d+)/.exec(section)?.[1];
      const tasks = /^### What you must do\n([^]*?)(?=^### |$(?![^]))/m.exec(section)?.[1]?.trim();
      const covered = version !== undefined && compareVersions(version, from) > 0 && compareVersions(version, to) <= 0;
      return covered && tasks ? [{ version: `v${version}`, tasks }] : [];
    })
    .toSorted((a, b) => compareVersions(a.version, b.version));
}

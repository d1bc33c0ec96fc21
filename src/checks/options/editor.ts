import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../documents/diagnostic.ts';
import { sidePackages } from '../../lib/side-packages.ts';
import { siteConfigDiagnostic, siteConfigPath } from './site-config.ts';

/** Check that the build can write the editor at its path, if it has one: its packages are no part of the site's. */
export function checkEditor(root: string, path: string | undefined): Diagnostic[] {
  if (path === undefined || sidePackages(root, 'editor').isInstalled()) return [];
  const source = readFileSync(join(root, siteConfigPath), 'utf8');
  const message = 'needs packages that are not installed';
  return [siteConfigDiagnostic({ field: 'editor', message, fix: 'run `npm run editor -- --install`, here and before each build' }, source)];
}

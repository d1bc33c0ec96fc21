import { existsSync, readdirSync, rmSync } from 'node:fs';

/**
 * Let Node keep compiled code in a folder for the next command. Every build adds its own bundles, so a large cache starts anew.
 * @param {string} folder
 * @param {number} [limit] Number of files.
 */
export async function cacheCompiledCode(folder, limit = 5000) {
  // With types: without, Node asks for those of each of the thousands of files.
  if (existsSync(folder) && readdirSync(folder, { recursive: true, withFileTypes: true }).length > limit)
    rmSync(folder, { recursive: true, force: true });
  const { enableCompileCache } = await import('node:module');
  enableCompileCache(folder);
}

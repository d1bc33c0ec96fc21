import { whyWithoutEditor } from '../fixtures/editor.ts';
import { copyTestSite } from './copy.ts';

/** Build the fixtures with the project's own code, once for all test projects of a run; throws what the build printed if it fails. */
export default async function setup(): Promise<void> {
  await (shared.casefolioTestBuild ??= build());
}

async function build(): Promise<void> {
  // Once, before several test files would install the packages of the editor at the same time.
  whyWithoutEditor();
  // Pictures of the last run are used again, its documents and pages are not.
  const { code, output } = await copyTestSite().start({}, '--force').ended;
  if (code !== 0) throw new Error(`The fixtures do not build, so there is nothing to test:\n${output}`);
}

// Each test project loads this module itself; what they share is the process.
const shared = globalThis as { casefolioTestBuild?: Promise<void> };

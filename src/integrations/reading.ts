import { checkContent } from '../lib/content/check.ts';
import { clock } from '../lib/clock.ts';

type Reading = Awaited<ReturnType<typeof checkContent>>;

/**
 * Read and check all documents below a project's root, once for everything in this process. The build loads this module twice,
 * from the configuration and through Vite, so what was read is kept where both find it.
 */
export function readContent(root: string): Promise<Reading> {
  const reading = readings.get(root) ?? checkContent({ root, today: clock.toISOString().slice(0, 10) });
  readings.set(root, reading);
  return reading;
}

/** Read anew at the next call: a document has changed. */
export function forgetContent(root: string): void {
  readings.delete(root);
}

const shared = globalThis as { casefolioReadings?: Map<string, Promise<Reading>> };
const readings = (shared.casefolioReadings ??= new Map());

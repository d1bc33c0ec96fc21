import { checkContent, type CheckResult } from '../checks/run.ts';
import { clock } from '../lib/clock.ts';
import site from '../site.config.ts';

const trusted = site.markdown.html === 'trusted';

export type Reading = CheckResult;

/** Read and check all documents below a project's root (absolute), once for everything in this process. */
export function readContent(root: string): Promise<Reading> {
  const reading = readings.get(root) ?? read(root);
  readings.set(root, reading);
  return reading;
}

function read(root: string): Promise<Reading> {
  return checkContent({ root, today: clock.toISOString().slice(0, 10), locale: site.locale, trusted });
}

/** Read anew whenever a document or a picture changes, and tell; changes that come together are read together. */
export function watchContent({ root, watcher, changed }: WatchOptions): void {
  const known = listeners.get(root);
  if (known) {
    known.add(changed);
    return;
  }
  const told = new Set([changed]);
  listeners.set(root, told);
  let timer: ReturnType<typeof setTimeout> | undefined;
  // One after the other: a slow reading of what stood before must not be told after the reading of what stands now.
  let last = Promise.resolve();
  const next = (): void => {
    last = last.then(() => readAgain(root, told));
  };
  watcher.on('all', (_event, path) => {
    if (!/\/src\/(?:content|assets)\//.test(path.replaceAll('\\', '/'))) return;
    clearTimeout(timer);
    timer = setTimeout(next, 50);
  });
}

/** Files come and go while one works: what cannot be read now is told, and tried again at the next change. */
async function readAgain(root: string, told: ReadonlySet<(reading: Reading) => void>): Promise<void> {
  readings.delete(root);
  try {
    const reading = await readContent(root);
    for (const tell of told) tell(reading);
  } catch (error) {
    readings.delete(root);
    const message = error instanceof Error ? error.message : String(error);
    console.error(`The documents cannot be read: ${message}. What was read last stays until they can.`);
  }
}

interface WatchOptions {
  root: string;
  watcher: { on: (event: 'all', listener: (event: string, path: string) => void) => unknown };
  changed: (reading: Reading) => void;
}

// The build loads this module twice, from the configuration and through Vite: what it knows is kept where both find it.
const shared = globalThis as {
  casefolio?: { readings: Map<string, Promise<Reading>>; listeners: Map<string, Set<(reading: Reading) => void>> };
};
const { readings, listeners } = (shared.casefolio ??= { readings: new Map(), listeners: new Map() });

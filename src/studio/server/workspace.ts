import { setTimeout } from 'node:timers/promises';
import type { CheckResult } from '../../checks/run.ts';
import type { Drawing } from '../../metrics/format/drawing.ts';
import type { Site } from '../../schemas/site.ts';
import { createUrls, type Urls } from '../../lib/urls.ts';

/** What the endpoints of the studio share. */
export interface Workspace {
  /** The project's root, absolute. */
  root: string;
  site: Site;
  urls: Urls;
  /** The moment by which documents are public. */
  clock: Date;
  /** The documents as the development server last read them. */
  lastContent: () => Promise<CheckResult>;
  /** Make a change of files, after all earlier ones; returns once the development server has read the documents again. */
  change: <T>(make: () => T | Promise<T>) => Promise<T>;
  /** Draw an outcome with the component of the site: HTML. */
  draw: (drawing: Drawing) => Promise<string>;
  /** Paths of documents that the development server has shown: it shows their last good state while they have errors. */
  shown: Set<string>;
}

/** Create a workspace. */
export function createWorkspace({ root, site, clock, lastContent, draw = async () => '', patience = 2000 }: WorkspaceOptions): Workspace {
  let last: Promise<unknown> = Promise.resolve();
  const change: Workspace['change'] = (make) => {
    const result = last.then(async () => {
      const before = lastContent();
      const made = await make();
      for (let waited = 0; waited < patience && lastContent() === before; waited += step) await setTimeout(step);
      await lastContent().catch(() => undefined);
      return made;
    });
    last = result.catch(() => undefined);
    return result;
  };
  const urls = createUrls({ origin: site.url, base: site.base, trailingSlash: site.trailingSlash });
  return { root, site, urls, clock, lastContent, change, draw, shown: new Set() };
}

interface WorkspaceOptions extends Pick<Workspace, 'root' | 'site' | 'clock' | 'lastContent'>, Partial<Pick<Workspace, 'draw'>> {
  /** How long a change waits for the development server, in milliseconds. */
  patience?: number;
}

const step = 20;

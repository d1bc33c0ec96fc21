import type { Browser, CDPSession } from 'playwright-core';
import { launch } from '../../src/integrations/pdf/chromium.ts';
import { serveWithBare } from './served.ts';

/** The pages that are measured, by what they are called in the table; the bare one is what a browser cannot beat. */
const pages = {
  bare: 'bare.html',
  home: '',
  '/projects/': 'projects/',
  'case study': 'projects/ecommerce-platform-re-architecture/',
  '/results/': 'results/',
} as const;

/** Load each page of the build `rounds` times by turns on a slow phone, from nothing, and print medians as a table of Markdown. */
export async function measurePages(dist: URL, rounds = 5): Promise<string> {
  const site = await serveWithBare(dist, pages['case study']);
  const browser = await launch();
  const loads = new Map<string, Load[]>(Object.keys(pages).map((name) => [name, []]));
  try {
    await load(browser, `${site.origin}/${pages.bare}`);
    for (let round = 1; round <= rounds; round += 1) {
      for (const [name, path] of Object.entries(pages)) loads.get(name)?.push(await load(browser, `${site.origin}/${path}`));
      console.log(`round ${round} of ${rounds}`);
    }
  } finally {
    await browser.close();
    await site.close();
  }
  return tableOf(loads);
}

interface Load {
  fcp: number;
  lcp: number;
  cls: number;
  /** What of each task, in milliseconds, is over the 50 a reader does not feel. */
  blocked: number;
  /** The element of the largest paint. */
  largest: string;
  requests: number;
  /** Bytes as sent, headers included. */
  sent: Map<string, number>;
}

/** Slow 4G and a processor of a quarter, as Lighthouse has them for phones; bytes a second. */
const network = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };

/** How long after the last file nothing more is painted; in milliseconds. */
const still = 1_000;

async function load(browser: Browser, address: string): Promise<Load> {
  const context = await browser.newContext(phone);
  try {
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', network);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const { requests, sent } = countSent(session);
    await tab.goto(address, { waitUntil: 'networkidle' });
    await tab.waitForTimeout(still);
    return { ...(await tab.evaluate(paints)), requests: requests.size, sent };
  } finally {
    await context.close();
  }
}

function countSent(session: CDPSession): { requests: Map<string, string>; sent: Map<string, number> } {
  const [requests, sent] = [new Map<string, string>(), new Map<string, number>()];
  session.on('Network.responseReceived', ({ requestId, type }) => requests.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = requests.get(requestId) ?? 'Other';
    sent.set(type, (sent.get(type) ?? 0) + encodedDataLength);
  });
  return { requests, sent };
}

/** Runs in the page. */
async function paints(): Promise<Omit<Load, 'requests' | 'sent'>> {
  const entriesOf = (type: string): Promise<PerformanceEntry[]> =>
    new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
      setTimeout(() => resolve([]), 200);
    });
  const [paint, largest, shifts, tasks] = await Promise.all(
    ['paint', 'largest-contentful-paint', 'layout-shift', 'longtask'].map((type) => entriesOf(type)),
  );
  const last = largest?.at(-1) as (PerformanceEntry & { element?: Element }) | undefined;
  return {
    fcp: paint?.find(({ name }) => name === 'first-contentful-paint')?.startTime ?? NaN,
    lcp: last?.startTime ?? NaN,
    largest: last?.element?.localName ?? '',
    cls: (shifts ?? []).reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0),
    blocked: (tasks ?? []).reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
  };
}

const kinds = ['Document', 'Stylesheet', 'Script', 'Font', 'Image', 'Other'];
const head = ['page', 'FCP ms', 'LCP ms', '− bare', 'largest', 'CLS', 'blocked ms', 'requests'].concat(
  ['HTML', 'CSS', 'JS', 'font', 'picture', 'other'].map((kind) => `${kind} KB`),
);

function tableOf(loads: ReadonlyMap<string, readonly Load[]>): string {
  const bare = middle((loads.get('bare') ?? []).map(({ lcp }) => lcp));
  const lines = [...loads].map(([name, all]) => {
    const spread = (of: (load: Load) => number, digits = 0): string => {
      const values = all.map(of);
      const [low, mid, high] = [Math.min(...values), middle(values), Math.max(...values)].map((value) => value.toFixed(digits));
      return low === high ? `${mid}` : `${mid} (${low}–${high})`;
    };
    const difference = Math.round(middle(all.map(({ lcp }) => lcp)) - bare);
    return [
      ...[name, spread(({ fcp }) => fcp), spread(({ lcp }) => lcp), name === 'bare' ? '' : String(difference), all[0]?.largest ?? ''],
      ...[spread(({ cls }) => cls, 3), spread(({ blocked }) => blocked), spread(({ requests }) => requests)],
      ...kinds.map((kind) => (middle(all.map(({ sent }) => sent.get(kind) ?? 0)) / 1000).toFixed(1)),
    ];
  });
  return [head, head.map((_, column) => (column === 0 || column === 4 ? '---' : '--:')), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}

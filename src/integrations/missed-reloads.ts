import type { HookParameters } from 'astro';

type Server = HookParameters<'astro:server:setup'>['server'];

/**
 * Reload the pages that missed a reload: Vite reloads connected pages alone, and a page connects some time after it was rendered.
 * Each page carries the number of changes that it shows and reports it, through `reportScript`, once it is connected.
 */
export function catchMissedReloads({ middlewares, ws }: Pick<Server, 'middlewares' | 'ws'>): { countChange: () => void } {
  let changes = 0;
  middlewares.use((_request, response, next) => {
    response.setHeader('Server-Timing', `${metric};desc=${changes}`);
    next();
  });
  ws.on(event, ({ shown }: { shown: string }, client) => {
    if (Number(shown) < changes) client.send({ type: 'full-reload', path: '*' });
  });
  return { countChange: () => void changes++ };
}

const event = 'casefolio:shown';
const metric = 'changes';

/** The script of a page in the development server. */
export const reportScript = `
const [navigation] = performance.getEntriesByType('navigation');
const metric = navigation.serverTiming?.find(({ name }) => name === '${metric}');
if (metric) import.meta.hot.send('${event}', { shown: metric.description });
`;

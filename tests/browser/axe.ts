import axe, { type Result, type RunOptions } from 'axe-core';
import type { Page as Tab } from 'playwright-core';

/** Search the open page, or a part of it, with axe. The page gets its code once: sending half a megabyte takes longer than the search. */
export async function findViolations(tab: Tab, part: Part = {}, options: RunOptions = {}): Promise<Result[]> {
  if (!(await tab.evaluate(() => 'axe' in window))) await tab.evaluate(axe.source);
  return tab.evaluate(
    async (given) => {
      const { run } = (window as unknown as { axe: typeof axe }).axe;
      // Lists of what is right take longer than the search.
      return (await run(given.part, { ...given.options, resultTypes: ['violations'] })).violations;
    },
    { part: { include: [part.include ?? 'html'], exclude: part.exclude ? [part.exclude] : [] }, options },
  );
}

interface Part {
  /** A selector, as the next. */
  include?: string;
  exclude?: string;
}

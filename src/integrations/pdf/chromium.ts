import { existsSync } from 'node:fs';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/**
 * Start a browser: the one `CHROMIUM` names, else the system's, else the one that the `@sparticuz/chromium` package carries.
 * Throws what was tried and what to do where none runs.
 */
export async function launch(named = process.env['CHROMIUM']): Promise<Browser> {
  const candidates: Candidate[] = named
    ? [{ name: `CHROMIUM=${named}`, options: () => ({ executablePath: named }) }]
    : [
        ...installed.filter((path) => existsSync(path)).map((path) => ({ name: path, options: () => ({ executablePath: path }) })),
        { name: '@sparticuz/chromium', options: carried },
      ];
  const tried: string[] = [];
  for (const { name, options } of candidates) {
    try {
      return await chromium.launch(await options());
    } catch (error) {
      tried.push(`- ${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
  }
  throw new Error(
    ['No Chromium runs here, and nothing can be printed or tried in a browser without one. Tried:', ...tried, remedy].join('\n'),
  );
}

const remedy = 'Install one (`apt-get install chromium`, or Chrome), or set CHROMIUM to the path of its executable.';

async function carried(): Promise<LaunchOptions> {
  const { default: packaged } = await import('@sparticuz/chromium');
  return { executablePath: await packaged.executablePath(), args: packaged.args };
}

interface Candidate {
  name: string;
  options: () => LaunchOptions | Promise<LaunchOptions>;
}

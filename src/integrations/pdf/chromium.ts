import { existsSync } from 'node:fs';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/**
 * Start a browser: the one at the path `named` (`CHROMIUM` by default), or else the system's, or else the one in the package
 * `@sparticuz/chromium`. Throws a list of what it tried and a fix when none starts.
 */
export async function launch(named = process.env['CHROMIUM']): Promise<Browser> {
  const candidates: Candidate[] = named
    ? [{ name: `CHROMIUM=${named}`, options: () => ({ executablePath: named }) }]
    : [
        ...systemPaths.filter((path) => existsSync(path)).map((path) => ({ name: path, options: () => ({ executablePath: path }) })),
        { name: '@sparticuz/chromium', options: packagedOptions },
      ];
  const tried: string[] = [];
  for (const { name, options } of candidates) {
    try {
      return await chromium.launch(await options());
    } catch (error) {
      tried.push(`- ${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
  }
  throw new Error(['No Chromium starts here, and printing and browser tests need one. Tried:', ...tried, fix].join('\n'));
}

const fix = 'Install one (`apt-get install chromium`, or Chrome), or set CHROMIUM to the path of its executable.';

async function packagedOptions(): Promise<LaunchOptions> {
  const { default: packaged } = await import('@sparticuz/chromium');
  return { executablePath: await packaged.executablePath(), args: packaged.args };
}

interface Candidate {
  name: string;
  options: () => LaunchOptions | Promise<LaunchOptions>;
}

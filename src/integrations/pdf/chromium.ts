import { existsSync } from 'node:fs';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/**
 * Start a browser: the one at the path `named` (`CHROMIUM` by default), or else the system's, or else the one in the package
 * `@sparticuz/chromium`. Throws a list of what it tried and a fix when none starts.
 */
export async function launch(named = process.env['CHROMIUM']): Promise<Browser> {
  const candidates = named ? [named] : [...systemPaths.filter((path) => existsSync(path)), packaged];
  const tried: string[] = [];
  for (const path of candidates) {
    try {
      return await chromium.launch(path === packaged ? await packagedOptions() : { executablePath: path });
    } catch (error) {
      tried.push(`- ${named ? 'CHROMIUM=' : ''}${path}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
  }
  throw new Error(['No Chromium starts here, and printing and browser tests need one. Tried:', ...tried, fix].join('\n'));
}

const packaged = '@sparticuz/chromium';

const fix = 'Install one (`apt-get install chromium`, or Chrome), or set CHROMIUM to the path of its executable.';

async function packagedOptions(): Promise<LaunchOptions> {
  const { default: chromium } = await import('@sparticuz/chromium');
  return { executablePath: await chromium.executablePath(), args: chromium.args };
}

import { expect, test } from 'vitest';
import { launch } from '../../src/integrations/pdf/chromium.ts';

test('the error names the fix where no browser runs', async () => {
  await expect(launch('/nowhere/chromium')).rejects.toThrowErrorMatchingInlineSnapshot(`
    [Error: No Chromium starts here, and printing and browser tests need one. Tried:
    - CHROMIUM=/nowhere/chromium: browserType.launch: Failed to launch chromium because executable doesn't exist at /nowhere/chromium
    Install one (\`apt-get install chromium\`, or Chrome), or set CHROMIUM to the path of its executable.]
  `);
});

import { expect, test } from 'vitest';
import { launch } from './chromium.ts';

test('where no browser runs, the remedy is named', async () => {
  await expect(launch('/nowhere/chromium')).rejects.toThrowErrorMatchingInlineSnapshot();
});

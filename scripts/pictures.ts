import { mkdir, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { cases } from './pictures/cases.ts';
import { sizes } from './pictures/drawing.ts';

const root = new URL('../', import.meta.url);
// `npm run pictures -- museum` renders only the pictures whose path contains one of the arguments.
const filters = process.argv.slice(2);
const pictures = cases.flat().filter(({ file }) => filters.length === 0 || filters.some((part) => file.includes(part)));

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--force-color-profile=srgb', '--disable-lcd-text'],
});

for (const { file, size, html } of pictures) {
  const page = await browser.newPage({ viewport: sizes[size], deviceScaleFactor: 2 });
  await page.setContent(html, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  const image = sharp(await page.screenshot({ type: 'png' })).flatten();
  const bytes = await image.jpeg({ quality: 78, mozjpeg: true, chromaSubsampling: '4:4:4' }).toBuffer();
  const target = new URL(file, root);
  await mkdir(new URL('./', target), { recursive: true });
  await writeFile(target, bytes);
  await page.close();
  console.log(`${file}  ${Math.round(bytes.length / 1024)} KB`);
}

await browser.close();

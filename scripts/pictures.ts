import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { cases, films } from './pictures/cases.ts';
import { sizes } from './pictures/drawing.ts';

const root = new URL('../', import.meta.url);
// `npm run pictures -- museum` renders only the pictures whose path contains one of the arguments.
const filters = process.argv.slice(2);
const isAsked = ({ file }: { file: string }) => filters.length === 0 || filters.some((part) => file.includes(part));
const pictures = cases.flat().filter(isAsked);

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

for (const { file, size, rate, frames } of films.filter(isAsked)) {
  const target = fileURLToPath(new URL(file, root));
  // Without sound and without the name of the encoder; the index comes first, so that a film can play while it loads.
  const to = `-c:v libx264 -preset veryslow -tune animation -crf 27 -pix_fmt yuv420p -fflags +bitexact -movflags +faststart`.split(' ');
  const encoder = spawn('ffmpeg', ['-loglevel', 'error', '-y', '-f', 'image2pipe', '-framerate', String(rate), '-i', '-', ...to, target], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const ended = once(encoder, 'close');
  const page = await browser.newPage({ viewport: sizes[size] });
  for (const html of frames) {
    await page.setContent(html, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready);
    encoder.stdin.write(await page.screenshot({ type: 'png' }));
  }
  encoder.stdin.end();
  await ended;
  await page.close();
  console.log(`${file}  ${Math.round((await stat(target)).size / 1024)} KB`);
}

await browser.close();

import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ImageMetadata } from 'astro';
import sharp from 'sharp';

/** The mean colour of a picture as `#rrggbb`; undefined where anything shows through, which would stay tinted. */
export function tintOf({ fsPath, clone }: BuiltImage): Promise<string | undefined> {
  if (!fsPath || !clone || import.meta.env.DEV) return Promise.resolve(undefined);
  const name = basename(clone.src);
  const tint = tints.get(name) ?? read(name, fsPath);
  tints.set(name, tint);
  return tint;
}

const folder = join(process.cwd(), '.cache');
const file = join(folder, 'tints.txt');
const tints = new Map<string, Promise<string | undefined>>();

// Tints outlive a build, a line each: reading one decodes a whole picture.
let known: Promise<ReadonlyMap<string, string>> | undefined;

const getKnown = () =>
  (known ??= readFile(file, 'utf8')
    .catch(() => '')
    .then((text) => new Map([...text.matchAll(/^(\S+) (#[\da-f]{6}|none)$/gm)].map(([, name = '', tint = '']) => [name, tint]))));

async function read(name: string, path: string): Promise<string | undefined> {
  const tint = (await getKnown()).get(name) ?? (await measure(name, path));
  return tint === 'none' ? undefined : tint;
}

async function measure(name: string, path: string): Promise<string> {
  const picture = sharp(path);
  const opaque = !(await picture.metadata()).hasAlpha || (await picture.stats()).isOpaque;
  const mean = opaque && (await picture.removeAlpha().toColourspace('srgb').resize(1, 1, { fit: 'fill' }).raw().toBuffer());
  const tint = mean ? `#${mean.toString('hex')}` : 'none';
  await mkdir(folder, { recursive: true });
  await appendFile(file, `${name} ${tint}\n`);
  return tint;
}

/** Address of the built original, which carries a hash of its bytes. Reading it off the picture itself would publish the original. */
export function builtName(image: BuiltImage): string {
  const name = names.get(image) ?? image.clone?.src ?? image.src;
  names.set(image, name);
  return name;
}

// Each look at `clone` copies it.
const names = new WeakMap<BuiltImage, string>();

/** What Astro knows of a picture beyond its public type while it builds. */
type BuiltImage = ImageMetadata & { fsPath?: string; clone?: ImageMetadata };

import type { LocalImageService } from 'astro';
import sharpService from 'astro/assets/services/sharp';
import sharp from 'sharp';

/** Astro's image service, except that a JPEG, PNG or AVIF of an animation is its first frame, not a strip of all frames. */
const imageService: LocalImageService = {
  ...sharpService,
  transform: async (bytes, options, config, logger) => {
    const still = options['format'] === 'webp' || options['format'] === 'gif' ? bytes : await firstFrame(bytes);
    return sharpService.transform(still, options, config, logger);
  },
};

export default imageService;

async function firstFrame(bytes: Uint8Array): Promise<Uint8Array> {
  const { pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
  return pages === 1 ? bytes : sharp(bytes).autoOrient().png().toBuffer();
}

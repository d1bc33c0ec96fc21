import type { LocalImageService } from 'astro';
import sharpService from 'astro/assets/services/sharp';
import sharp from 'sharp';

/**
 * Astro's image service, with animations as their authors meant them: WebP plays as often as the original, and a picture in a format
 * without frames is the first frame, not a strip of all frames.
 */
const imageService: LocalImageService = {
  ...sharpService,
  transform: async (bytes, options, config, logger) => {
    const { pages = 1, loop = 0, orientation = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (pages === 1) return sharpService.transform(bytes, options, config, logger);
    // Sharp cannot turn frames.
    if (options['format'] !== 'webp' || orientation > 1)
      return sharpService.transform(await sharp(bytes).autoOrient().png().toBuffer(), options, config, logger);
    const encoders = config.service.config;
    const service = { ...config.service, config: { ...encoders, webp: { ...(encoders['webp'] as object), loop } } };
    return sharpService.transform(bytes, options, { ...config, service }, logger);
  },
};

export default imageService;

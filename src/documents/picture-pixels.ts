import sharp from 'sharp';
import type { PictureError, PictureFormat, PictureNote } from './image-format.ts';

/** What only decoding a picture shows. */
export interface PicturePixels {
  /** Whether it has frames that a build keeps. */
  animated?: true;
  notes: readonly PictureNote[];
}

/** Decode a picture with all its frames, as the build does, at a fraction of its size; an error if a part of it is missing or damaged. */
export async function readPixels(bytes: Uint8Array, format: Exclude<PictureFormat, 'svg'>): Promise<PicturePixels | PictureError> {
  const open = (failOn: 'error' | 'warning') => sharp(bytes, { failOn, animated: true, limitInputPixels: false });
  const decodes = async (failOn: 'error' | 'warning'): Promise<boolean> => {
    const decoding = open(failOn).resize(8, 8, { fit: 'fill' }).raw().toBuffer();
    return (await Promise.allSettled([decoding]))[0].status === 'fulfilled';
  };
  const flawed = !(await decodes('warning'));
  if (flawed && !(await decodes('error')))
    return { message: `is a damaged ${format.toUpperCase()}: not all of its pixels can be read`, fix: 'copy or export it again' };
  const { pages = 1, loop = 1, delay = [], orientation = 1 } = await open('error').metadata();
  // Sharp cannot turn frames.
  const animated = pages > 1 && orientation === 1;
  const seconds = (delay.reduce((sum, one) => sum + one, 0) * (loop || Infinity)) / 1000;
  const notes: PictureNote[] = [
    ...(flawed ? (['flawed'] as const) : []),
    // https://www.w3.org/TR/WCAG22/#pause-stop-hide
    ...(animated && seconds > 5 ? (['endless'] as const) : []),
    ...((pages > 1 ? !animated : hasOtherFrames(bytes, format)) ? (['still'] as const) : []),
  ];
  return { ...(animated && { animated: true as const }), notes };
}

/** Whether a PNG or AVIF has frames, of which the encoders read only the first. https://wiki.mozilla.org/APNG_Specification */
function hasOtherFrames(bytes: Uint8Array, format: PictureFormat): boolean {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return format === 'png' ? start.split('IDAT', 1)[0]?.includes('acTL') === true : format === 'avif' && start.slice(8, 12) === 'avis';
}

import type { Diagnostic } from '../../documents/diagnostic.ts';
import type { PictureFiles } from '../../documents/image-files.ts';
import { isUnresolved, resolvePicture, type ResolvedPicture } from '../../documents/images.ts';
import { scripted } from '../media/picture-notes.ts';
import { optionDiagnostic, siteConfigPath } from './site-config.ts';

/** Find the picture that the owner's options name; reports at the option why it cannot be shown. */
export async function checkPortrait(
  image: string | undefined,
  { root, files }: { root: string; files: PictureFiles },
): Promise<{ portrait: ResolvedPicture | null; diagnostics: Diagnostic[] }> {
  if (image === undefined) return { portrait: null, diagnostics: [] };
  const picture = await resolvePicture(image, siteConfigPath, { root, files });
  const isScripted = 'notes' in picture && picture.notes?.includes('scripted') === true;
  if (!isUnresolved(picture) && !isScripted) return { portrait: picture, diagnostics: [] };
  const { message, fix } = isUnresolved(picture) ? picture : scripted;
  return { portrait: null, diagnostics: [optionDiagnostic({ field: 'portrait.image', message, fix, value: image }, root)] };
}

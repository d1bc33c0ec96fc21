import type { APIRoute, GetStaticPaths } from 'astro';
import { drawSocialImage, getSocialImages, type SocialImage } from '../../queries/social-images.ts';

export const getStaticPaths = (async () =>
  (await getSocialImages()).map((image) => ({ params: { name: image.hash }, props: { image } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ image: SocialImage }> = async ({ props: { image }, logger }) => {
  if (image.warning) logger.warn(image.warning);
  return new Response(await drawSocialImage(image));
};

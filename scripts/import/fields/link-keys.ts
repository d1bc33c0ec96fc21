/** Keys that hold a single address, with the label of its link. */
export const linkLabels = {
  url: 'Website',
  link: 'Website',
  website: 'Website',
  site: 'Website',
  site_url: 'Website',
  web_url: 'Website',
  weburl: 'Website',
  work_url: 'Website',
  client_url: 'Website',
  client_website: 'Website',
  project_url: 'Website',
  external_url: 'Website',
  external_link: 'Website',
  live: 'Live site',
  live_url: 'Live site',
  live_link: 'Live site',
  link_live: 'Live site',
  live_site: 'Live site',
  demo: 'Demo',
  demo_url: 'Demo',
  demo_link: 'Demo',
  live_demo: 'Demo',
  github: 'Source code',
  github_url: 'Source code',
  github_link: 'Source code',
  gitlab: 'Source code',
  repo: 'Source code',
  repo_url: 'Source code',
  repository: 'Source code',
  source: 'Source code',
  source_code: 'Source code',
  source_url: 'Source code',
  code: 'Source code',
  code_url: 'Source code',
  video: 'Video',
  video_url: 'Video',
  youtube: 'Video',
  figma: 'Design',
  behance: 'Behance',
  dribbble: 'Dribbble',
  case_study: 'Case study',
  case_study_url: 'Case study',
  paper: 'Paper',
  article: 'Article',
  docs: 'Documentation',
  documentation: 'Documentation',
  app_store: 'App Store',
  play_store: 'Google Play',
} as const satisfies Record<string, string>;

/** Further keys that hold a single address. */
export const linkKey = /^(?!.*(?:canonical|image|img|logo|avatar|icon|og|seo|next|prev|background)).+_(?:url|link|href|website)$/;

/** Get the key that holds the label of the link under a key: `cta_url` is labelled by `cta_text`. */
export function labelKeysOf(key: string): string[] {
  const base = key.replace(/_?(?:url|link|href)$/, '');
  return base === '' ? [] : ['text', 'label', 'title'].map((part) => `${base}_${part}`);
}

/** Get the label of the link under a key: `press_url` is labelled `Press`. */
export function labelOfLinkKey(key: string): string {
  if (Object.hasOwn(linkLabels, key)) return linkLabels[key as keyof typeof linkLabels];
  const words = key.replace(/_(?:url|link|href)$/, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Keys that hold the caption of the picture under another key. */
export const captionKeys = [
  'thumbnail_caption',
  'image_caption',
  'imagecaption',
  'caption',
  'hero_caption',
  'cover_caption',
  'header.caption',
] as const;

/** Keys that hold the text alternative of a picture under another key. */
export const altKeys = [
  'thumbnail_alt',
  'image_alt',
  'imagealt',
  'alt',
  'hero_alt',
  'hero_image_alt',
  'cover_alt',
  'cover_image_alt',
  'feature_image_alt',
  'featured_image_alt',
  'img_alt',
  'alt_text',
  'image_alt_text',
  'banner_alt',
  'header.alt',
  'header.image_description',
] as const;

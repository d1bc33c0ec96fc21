import { keys } from '../front-matter/values.ts';
import { wordsOfName } from '../text/foreign-tag.ts';

/** By the label of their link. */
const keysByLabel = {
  Website: 'url link website site site_url web_url weburl work_url client_url client_website project_url external_url external_link',
  'Live site': 'live live_url live_link link_live live_site',
  Demo: 'demo demo_url demo_link live_demo',
  'Source code': 'github github_url github_link gitlab repo repo_url repository source source_code source_url code code_url',
  Video: 'video video_url youtube',
  Design: 'figma',
  Behance: 'behance',
  Dribbble: 'dribbble',
  'Case study': 'case_study case_study_url',
  Paper: 'paper',
  Article: 'article',
  Documentation: 'docs documentation',
  'App Store': 'app_store',
  'Google Play': 'play_store',
};

const labels = new Map(Object.entries(keysByLabel).flatMap(([label, names]) => keys(names).map((key) => [key, label] as const)));

/** Keys that hold a single address. */
export const linkKeys = [...labels.keys()];

/** Further keys that hold a single address. */
export const likelyLinkKey = /^(?!.*(?:canonical|image|img|logo|avatar|icon|og|seo|next|prev|background)).+_(?:url|link|href|website)$/;

/** Get the key that holds the label of the link under a key: `cta_url` is labelled by `cta_text`. */
export function labelKeysOf(key: string): string[] {
  const base = key.replace(/_?(?:url|link|href)$/, '');
  return base === '' ? [] : ['text', 'label', 'title'].map((part) => `${base}_${part}`);
}

/** Get the label of the link under a key: `press_url` is labelled `Press`. */
export function labelOfLinkKey(key: string): string {
  return labels.get(key) ?? wordsOfName(key.replace(/_(?:url|link|href)$/, ''));
}

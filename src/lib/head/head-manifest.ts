import type { Site } from '../../schemas/site.ts';
import { icons } from './head-icons.ts';
import type { Urls } from '../urls.ts';

/** Build the web app manifest of a site (https://www.w3.org/TR/appmanifest/): its name, icons, and paper, a CSS colour. */
export function webManifest(site: Site, { urls, paper }: { urls: Pick<Urls, 'page' | 'file'>; paper: string }) {
  const home = urls.page();
  return {
    name: site.name,
    short_name: site.name.length > 24 ? `${site.name.slice(0, 23).trimEnd()}…` : site.name,
    description: site.description,
    lang: site.locale,
    start_url: home,
    scope: home,
    display: 'browser',
    background_color: paper,
    theme_color: paper,
    icons: Object.entries(icons).map(([name, { size }]) => ({
      ...{ src: urls.file(`icons/${name}.png`), sizes: `${size}x${size}`, type: 'image/png' },
      ...(name === 'maskable' ? { purpose: 'maskable' } : {}),
    })),
  };
}

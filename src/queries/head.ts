import { getIconLinks } from './icons.ts';
import { colors, site, urls } from './site.ts';

/** Get what the head of every page says of the site. */
export async function getSiteHead() {
  return {
    ...{ siteName: site.name, author: site.author.name, home: urls.absolute(urls.page()) },
    ...{ manifest: urls.file('site.webmanifest'), sitemap: urls.file('sitemap-index.xml') },
    paper: { light: colors.light.paper, dark: colors.dark.paper },
    icons: await getIconLinks(),
  };
}

import site from '../site.config.ts';
import { stringsFor } from '../lib/strings.ts';
import { createUrls } from '../lib/urls.ts';

/** The address builder of this site. */
export const urls = createUrls({ origin: site.url, base: site.base, trailingSlash: site.trailingSlash });

const t = stringsFor(site.locale);

export { site, t };

import type { PageEdition } from './queries/locales.ts';

declare global {
  namespace App {
    /** Locale of the page, set by the middleware. */
    interface Locals extends Omit<PageEdition, 'link'> {
      link: PageEdition['link'];
    }
  }
}

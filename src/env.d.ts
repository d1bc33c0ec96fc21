import type { PageLocale } from './queries/locales.ts';

declare global {
  namespace App {
    /** Locale of the page, set by the middleware. */
    interface Locals extends Omit<PageLocale, 'link'> {
      link: PageLocale['link'];
    }
  }
}

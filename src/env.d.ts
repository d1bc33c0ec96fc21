import type { PageEdition } from './queries/locales.ts';

declare global {
  namespace App {
    /** Every template speaks the language of its page; the middleware says which that is. */
    interface Locals extends Omit<PageEdition, 'link'> {
      link: PageEdition['link'];
    }
  }
}

import { el, fill } from './elements.ts';

interface PagePane {
  /** Show that no document is open. */
  clear: () => void;
  /** Show the page at an address of this server; null shows why there is none. */
  show: (address: string | null) => void;
}

/** Fill the right pane with the very page of a document, which stays where one has scrolled to. */
export function openPage(pane: HTMLElement): PagePane {
  let shown: string | null = null;
  let scrolled = 0;
  const frame = el('iframe', { title: 'Page of the document' });
  frame.addEventListener('load', () => {
    const view = frame.contentWindow;
    if (!view || shown === null || view.location.pathname !== shown) return;
    view.scrollTo({ top: scrolled, behavior: 'instant' });
    view.addEventListener('scroll', () => (scrolled = view.scrollY), { passive: true });
  });
  const link = el('a', { target: '_blank', rel: 'noopener' }, 'Open in a new tab');
  const head = el('div.page-head', el('h2', 'Page'), link);
  const none = el('p.help.empty', 'This document has no page yet. It gets one when it is saved without errors.');
  return {
    clear: () => {
      shown = null;
      link.hidden = true;
      fill(pane, head, el('p.help.empty', 'The page of the document that you choose is shown here.'));
    },
    show: (address) => {
      link.hidden = address === null;
      if (address === null) fill(pane, head, none);
      else if (address === shown && frame.contentWindow?.location.pathname === address) frame.contentWindow.location.reload();
      else {
        scrolled = 0;
        link.href = address;
        frame.src = address;
        fill(pane, head, frame);
      }
      shown = address;
    },
  };
}

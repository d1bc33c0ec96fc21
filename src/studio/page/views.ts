import { button, el } from './elements.ts';

type View = 'list' | 'form' | 'page';

/** Add the bar that switches between the panes where they do not fit beside each other. */
export function openViews(): { show: (view: View) => void } {
  const show = (view: View): void => {
    document.body.dataset['view'] = view;
    for (const [name, tab] of tabs) tab.setAttribute('aria-pressed', String(name === view));
  };
  const tabs = (Object.entries(names) as [View, string][]).map(
    ([view, words]) => [view, button(words, () => show(view), { class: 'view' })] as const,
  );
  document.body.append(el('div.views', { role: 'group', 'aria-label': 'View' }, ...tabs.map(([, tab]) => tab)));
  show('list');
  return { show };
}

const names: Record<View, string> = { list: 'Documents', form: 'Edit', page: 'Page' };

import { el } from './elements.ts';
import { startStudio } from './studio.ts';

const panes = {
  list: el('nav', { id: 'documents', 'aria-label': 'Documents' }),
  form: el('main', { id: 'form' }),
  page: el('aside', { id: 'page', 'aria-label': 'Page' }),
};

document.body.append(
  el('p', { id: 'status', class: 'visually-hidden', role: 'status' }),
  el('div.panes', panes.list, panes.form, panes.page),
);

void startStudio(panes).catch((error: Error) => {
  panes.form.replaceChildren(el('div.sheet', el('h1', 'The studio cannot start'), el('p', error.message)));
});

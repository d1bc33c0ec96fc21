import { button, el, fill, freshId, nodesOf, type Attributes } from '../elements.ts';
import { storePicture, takePictures } from '../picture-files.ts';
import { ask } from '../server.ts';
import type { FieldContext, Spot } from './context.ts';
import { frame } from './frame.ts';

/** A text in Markdown, with a preview. */
export function markdownField(spot: Spot, context: FieldContext): HTMLElement {
  const { session } = context;
  const area = el('textarea', {
    class: spot.key === 'body' ? 'markdown long' : 'markdown',
    oninput: () => {
      area.rows = rowsOf(area.value);
      session.set(spot.path, area.value);
    },
  });
  area.value = ((session.value(spot.path) as string | undefined) ?? '').replace(/^\n+|\n+$/g, '');
  area.rows = rowsOf(area.value);
  const preview = el('div.preview', { id: freshId(), hidden: true, tabindex: 0, role: 'region', 'aria-label': 'Preview' });
  const tool = (words: string, use: () => void, attributes: Attributes = {}): HTMLElement =>
    button(words, use, { class: 'tool', ...attributes });
  const toggle = tool('Preview', () => void show(preview.hidden === true), { 'aria-pressed': 'false', 'aria-controls': preview.id });
  const show = async (on: boolean): Promise<void> => {
    if (on) await render(area.value, preview);
    preview.hidden = !on;
    area.hidden = on;
    toggle.setAttribute('aria-pressed', String(on));
    for (const tool of tools) tool.hidden = on;
  };
  const insertPictures = async (files: File[]): Promise<void> => {
    for (const file of files) {
      const value = await storePicture(session.path, file);
      if (value !== null) insert(area, { before: '![', words: 'What the picture shows', after: `](${value})` });
    }
  };
  const file = el('input', {
    type: 'file',
    accept: 'image/*',
    hidden: true,
    onchange: () => void insertPictures([...(file.files ?? [])]).then(() => (file.value = '')),
  });
  const tools = [
    tool('Heading', () => insert(area, { before: startsLine(area) ? '## ' : '\n\n## ', words: 'Heading', after: '' })),
    tool('Bold', () => insert(area, { before: '**', words: 'bold', after: '**' })),
    tool('Link', () => insert(area, { before: '[', words: 'text', after: '](https://)' })),
    tool('Picture', () => file.click()),
  ];
  takePictures(area, (files) => void insertPictures(files));
  const framed = frame(spot, area, context, el('div.tools', ...tools, file, toggle));
  area.after(preview);
  return framed;
}

async function render(markdown: string, preview: HTMLElement): Promise<void> {
  const { html } = await ask('POST preview', { markdown }).catch((error: Error) => ({ html: `<p>${error.message}</p>` }));
  fill(preview, ...nodesOf(html));
  if (markdown.trim() === '') fill(preview, el('p.help', 'Nothing to show yet.'));
}

/** Put text around the selection, or around words that typing replaces. The browser keeps it in the text's own undo. */
function insert(area: HTMLTextAreaElement, { before, words, after }: { before: string; words: string; after: string }): void {
  area.focus();
  const { selectionStart: start, selectionEnd: end } = area;
  const selected = area.value.slice(start, end) || words;
  const text = before + selected + after;
  if (!document.execCommand('insertText', false, text)) {
    area.setRangeText(text);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
  area.setSelectionRange(start + before.length, start + before.length + selected.length);
}

function startsLine({ value, selectionStart }: HTMLTextAreaElement): boolean {
  return selectionStart === 0 || value[selectionStart - 1] === '\n';
}

/** Height where browsers do not size a text by its content. */
function rowsOf(text: string): number {
  return Math.max(3, text.split('\n').length + 1);
}

import { experimental_AstroContainer as AstroContainer, type ContainerRenderOptions } from 'astro/container';
import { Window } from 'happy-dom';
import islands from '../../src/islands/server.ts';
import { localeOf, urls } from '../../src/queries/site.ts';

/** Render a component with its islands and parse the HTML; `lang` is a language other than the site's. */
export async function render(
  component: Component,
  { props, slots, lang }: Pick<ContainerRenderOptions, 'slots'> & { props?: object; lang?: string } = {},
): Promise<Rendered> {
  const html = await (
    await container
  ).renderToString(component, {
    props: props as Record<string, unknown>,
    slots: slots ?? {},
    locals: { ...localeOf(lang), link: (...segments) => ({ href: urls.page(...segments) }) } satisfies App.Locals,
  });
  const document = new window.DOMParser().parseFromString(html, 'text/html') as unknown as Document;
  return { html, document, text: textOf(document.body) };
}

/** Read the text of an element as a browser shows it: with spaces between blocks, and none added between inline elements. */
export function textOf(element: Element | null | undefined): string {
  const html = (element?.innerHTML ?? '').replace(
    /<(?=\/?(?:p|div|li|ul|ol|dl|dt|dd|h\d|section|figure|figcaption|table|t[rdh]|blockquote)\b)/g,
    ' <',
  );
  const body = new window.DOMParser().parseFromString(html, 'text/html').body;
  return (body.textContent ?? '').replace(/[^\S\u00a0]+/g, ' ').trim();
}

export interface Rendered {
  html: string;
  document: Document;
  /** Visible text, with its spaces. */
  text: string;
}

type Component = Parameters<AstroContainer['renderToString']>[0];

const name = 'metric-islands';

const container = AstroContainer.create().then((created) => {
  created.addServerRenderer({ name, renderer: islands });
  created.addClientRenderer({ name, entrypoint: '' });
  return created;
});

const window = new Window();

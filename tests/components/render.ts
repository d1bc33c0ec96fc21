import { experimental_AstroContainer as AstroContainer, type ContainerRenderOptions } from 'astro/container';
import { Window } from 'happy-dom';
import islands from '../../src/islands/server.ts';
import { editionIn, urls } from '../../src/queries/site.ts';

/** Render a component as the build does, its islands included, in the language of the site or another, and parse what comes out. */
export async function render(
  component: Component,
  { props, slots, lang }: Pick<ContainerRenderOptions, 'slots'> & { props?: object; lang?: string } = {},
): Promise<Rendered> {
  const html = await (
    await container
  ).renderToString(component, {
    props: props as Record<string, unknown>,
    slots: slots ?? {},
    locals: { ...editionIn(lang), link: (...segments) => ({ href: urls.page(...segments) }) } satisfies App.Locals,
  });
  const document = new window.DOMParser().parseFromString(html, 'text/html') as unknown as Document;
  return { html, document, text: textOf(document.body) };
}

/** What a reader sees of an element: blocks stand apart, inline elements only where there is a blank between them. */
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
  /** What a reader sees, with its blanks. */
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

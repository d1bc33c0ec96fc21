import { createHash } from 'node:crypto';
import sanitize from 'sanitize-html';
import { parseMeta } from '../markdown/code-meta.ts';
import { escapeHtml } from '../markdown/escape-html.ts';

/** The engines that draw, by the language of a fence. */
const engines = { mermaid: 'mermaid', dot: 'graphviz', graphviz: 'graphviz' } as const;

export type DiagramEngine = (typeof engines)[keyof typeof engines];

/**
 * What a drawing depends on besides its source. A change makes every drawing of the engine stale: raise the number with the code of
 * `scripts/diagrams/`. The versions are those of `scripts/diagrams/engine/package.json`.
 */
export const drawnBy: Record<DiagramEngine, string> = { mermaid: 'mermaid 12.3.0, jsdom 31.0.1, 1', graphviz: '@viz-js/viz 3.31.0, 1' };

/** The folder of the drawings, from the root. */
export const diagramsFolder = 'src/assets/diagrams';

/** Return the engine that draws the code of a language; undefined where code is code. */
export function diagramEngine(language: string | undefined): DiagramEngine | undefined {
  return language !== undefined && Object.hasOwn(engines, language) ? engines[language as keyof typeof engines] : undefined;
}

/** Name the file of a drawing, without a folder. */
export function diagramFile(engine: DiagramEngine, code: string): string {
  const source = code.replaceAll('\r\n', '\n').trimEnd();
  return `${createHash('sha256').update(`${drawnBy[engine]}\n${source}`).digest('hex').slice(0, 16)}.svg`;
}

/** What a diagram is called and what it shows: by the words of its fence, else by its source. */
export interface DiagramWords {
  title: string | undefined;
  description: string | undefined;
  /** Whether the drawing shows the title itself. */
  drawn: boolean;
}

/** Read the title and description of a diagram: `title="…"` and `description="…"` of its fence, `accTitle` and `accDescr` of Mermaid. */
export function describeDiagram({ code, meta }: { code: string; meta: string }): DiagramWords {
  const { title, description } = parseMeta(meta).values;
  const [, accessible] = /^[ \t]*accTitle[ \t]*:[ \t]*(.+?)[ \t]*$/m.exec(code) ?? [];
  const [, line, lines] = /^[ \t]*accDescr[ \t]*(?::[ \t]*(.+?)[ \t]*$|\{([^}]*)\})/m.exec(code) ?? [];
  const [, shown] = /^[ \t]*(?:pie[ \t]+(?:showData[ \t]+)?)?title[ \t]*:?[ \t]+["']?(.+?)["']?[ \t]*$/m.exec(code) ?? [];
  return {
    title: title ?? accessible ?? shown,
    description: description ?? line ?? lines?.trim().replace(/\s+/g, ' '),
    drawn: title === undefined && accessible === undefined && shown !== undefined,
  };
}

/** Remove from a drawing everything that is no shape or text, and every reference out of it. */
export function cleanDrawing(svg: string): string {
  return sanitize(svg, policy);
}

/** Write a drawing for a page: with its size, its words and ids that begin with `id`. Null for a file that is no drawing; `width` is natural, in pixels. */
export function placeDrawing(svg: string, { id, title, description }: { id: string } & Partial<DiagramWords>) {
  const [, , , width = 0, height = 0] = (/^<svg\b[^>]* viewBox="([-\d.]+) ([-\d.]+) ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number);
  if (width === 0 || height === 0) return null;
  const [titleId, descriptionId] = [`${id}-title`, `${id}-description`];
  const names = [title !== undefined && `aria-labelledby="${titleId}"`, description !== undefined && `aria-describedby="${descriptionId}"`];
  const words = [
    title !== undefined && `<title id="${titleId}">${escapeHtml(title)}</title>`,
    description !== undefined && `<desc id="${descriptionId}">${escapeHtml(description)}</desc>`,
  ];
  const [wide, high] = [Math.ceil(width), Math.ceil((height * Math.ceil(width)) / width)];
  const attributes = [`width="${wide}" height="${high}"`, ...names].filter(Boolean).join(' ');
  const html = svg
    .replaceAll(/(?<= id="|url\(#)d-/g, `${id}-`)
    .replace(/^<svg\b([^>]*)>/, (_, rest: string) => `<svg role="img"${rest} ${attributes}>${words.filter(Boolean).join('')}`);
  return { html, width: wide };
}

const leaves = 'path rect circle ellipse line polyline polygon'.split(' ');
const groups = 'svg g text tspan defs marker clipPath'.split(' ');
const geometry = 'x y x1 x2 y1 y2 cx cy r rx ry d dx dy points width height viewBox';
const paint = 'fill fill-opacity fill-rule stroke stroke-opacity opacity paint-order shape-rendering';
const strokes = 'stroke-width stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit';
const fonts = 'font-size font-weight font-style text-anchor text-decoration dominant-baseline alignment-baseline baseline-shift';
const placement = 'id transform transform-origin clip-path marker-start marker-mid marker-end orient overflow';
const marks = 'refX refY markerWidth markerHeight markerUnits clipPathUnits xml:space';

const policy: sanitize.IOptions = {
  allowedTags: [...leaves, ...groups],
  allowedAttributes: { '*': [geometry, paint, strokes, fonts, placement, marks].flatMap((names) => names.split(' ')) },
  selfClosing: leaves,
  nonTextTags: ['script', 'style', 'title', 'desc', 'foreignObject'],
  parser: { lowerCaseTags: false, lowerCaseAttributeNames: false, xmlMode: true },
  transformTags: {
    '*': (tagName, attribs) => ({
      tagName,
      attribs: Object.fromEntries(Object.entries(attribs).filter(([, value]) => !/url\((?!#)/i.test(value))),
    }),
  },
};

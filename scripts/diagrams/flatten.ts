import { optimize, type Config, type CustomPlugin, type XastElement, type XastParent } from 'svgo';
import { themedFill, themedLine } from './colors.ts';

/**
 * Turn the SVG of a drawing engine into one for a page: its styles become attributes, which the policy of the page allows, its colours follow
 * the theme, and only shapes and text remain. Ids begin with `d-`, which a page replaces, so that its drawings don't collide.
 */
export function flatten(svg: string): string {
  if (/<foreignObject/i.test(svg))
    throw new Error('has labels in HTML, which feeds and browsers cannot be relied on to draw; leave `htmlLabels` out');
  const steps: Config['plugins'][] = [
    [
      'removeXMLProcInst',
      'removeDoctype',
      'removeComments',
      validStyles,
      { name: 'inlineStyles', params: { onlyMatchedOnce: false, useMqs: [''] } },
      'convertStyleToAttrs',
      shapesAndText,
    ],
    [
      { name: 'cleanupNumericValues', params: { floatPrecision: 1 } },
      { name: 'cleanupListOfValues', params: { floatPrecision: 1 } },
      { name: 'convertPathData', params: { floatPrecision: 1 } },
      { name: 'convertTransform', params: { floatPrecision: 1 } },
      { name: 'removeUnknownsAndDefaults', params: { keepRoleAttr: false } },
      'removeUselessStrokeAndFill',
      'removeNonInheritableGroupAttrs',
      'removeHiddenElems',
      'removeEmptyText',
      plainLines,
      { name: 'cleanupIds', params: { force: true } },
      'removeUselessDefs',
      'moveElemsAttrsToGroup',
      'moveGroupAttrsToElems',
      'collapseGroups',
      'removeEmptyContainers',
      'removeUnusedNS',
      'removeXMLNS',
      { name: 'prefixIds', params: { prefix: 'd', delim: '-', prefixClassNames: false } },
      'sortAttrs',
    ],
  ];
  return steps.reduce((drawing, plugins) => optimize(drawing, { plugins: plugins ?? [] }).data, svg);
}

/** Elements that a drawing needs; links go too, since a picture has no parts that one can reach. */
const kept = new Set('svg g path rect circle ellipse line polyline polygon text tspan defs marker clipPath'.split(' '));

/** Attributes that say nothing about shapes: names, roles, data, fonts (that of the page), handlers. */
const dropped =
  /^(?:class|style|role|aria-.*|data-.*|on.*|.*:.*|font-family|cursor|pointer-events|filter|color|background.*|letter-spacing|text-(?!anchor).*|tabindex|version|preserveAspectRatio)$/;

/** Mermaid writes `style="undefined;;;undefined"`, after which no declaration would count. */
const validStyles: CustomPlugin = {
  name: 'validStyles',
  fn: () => ({
    element: {
      enter: ({ attributes }) => {
        const declarations = (attributes['style'] ?? '').split(';').filter((declaration) => declaration.includes(':'));
        if (declarations.length > 0) attributes['style'] = declarations.join(';');
        else delete attributes['style'];
      },
    },
  }),
};

const shapesAndText: CustomPlugin = {
  name: 'shapesAndText',
  fn: (root) => {
    const [svg] = root.children.filter((child) => child.type === 'element');
    const kind = svg?.attributes['aria-roledescription'] ?? '';
    return {
      element: {
        enter: (node, parent) => {
          if (node.name === 'a') node.name = 'g';
          if (!kept.has(node.name) || isEmptyBox(node)) return remove(node, parent);
          if (node.name === 'text') Object.assign(node.attributes, labelStyle(node, kind));
          const attributes = Object.entries(node.attributes).filter(([name]) => !dropped.test(name));
          node.attributes = Object.fromEntries(attributes.map(([name, value]) => [name, themed(node.name, name, value)]));
          if (parent.type === 'root') rootOf(node);
        },
      },
    };
  },
};

function isEmptyBox({ name, attributes }: XastElement): boolean {
  return name === 'rect' && attributes['width'] === undefined;
}

/** C4 diagrams write white on deep colours, which are pale here. There and in those of architectures, lines cross labels. */
function labelStyle({ attributes: { fill = '' } }: XastElement, kind: string): Record<string, string> {
  if (kind === 'c4' && /^#fff(?:fff)?$/i.test(fill)) return { fill: '#000' };
  return kind === 'architecture' || (kind === 'c4' && fill === '#444444')
    ? { fill: '#000', stroke: '#fff', 'stroke-width': '5', 'paint-order': 'stroke' }
    : {};
}

function themed(element: string, name: string, value: string): string {
  if (name === 'fill' && !/^t(?:ext|span)$/.test(element)) return themedFill(value);
  return name === 'fill' || name === 'stroke' ? themedLine(value) : value;
}

function rootOf(node: XastElement): void {
  const { viewBox = '0 0 0 0', fill = themedFill('#000') } = node.attributes;
  const kept = Object.entries(node.attributes).filter(([name]) => /^(?:xmlns|font-|stroke)/.test(name));
  node.attributes = { ...Object.fromEntries(kept), viewBox, fill };
}

/** Join the words of a line, which Mermaid puts into an element each. */
const plainLines: CustomPlugin = {
  name: 'plainLines',
  fn: () => ({
    element: {
      exit: (node, parent) => {
        if (node.name !== 'tspan' || Object.keys(node.attributes).length > 0) return;
        parent.children.splice(parent.children.indexOf(node), 1, ...node.children);
      },
    },
  }),
};

function remove(node: XastElement, parent: XastParent): void {
  parent.children = parent.children.filter((child) => child !== node) as typeof parent.children;
}

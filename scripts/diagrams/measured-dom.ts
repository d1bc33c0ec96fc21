import { pathPoints, type Point } from './path-points.ts';
import type { MeasureText } from './text-width.ts';

/** Give the elements of a DOM without layout, jsdom's, the measures that Mermaid asks for. */
export function addMeasures(window: DomWindow, measure: MeasureText): void {
  const prototype = window.SVGElement.prototype as unknown as Record<string, unknown>;
  prototype['getBBox'] = function (this: SvgElement) {
    // Mermaid reads `left` where there is one, and browsers have none here.
    const { x, y, width, height } = boxOf(this, measure) ?? emptyBox;
    return { x, y, width, height };
  };
  prototype['getBoundingClientRect'] = function (this: SvgElement) {
    return boxOf(this, measure) ?? emptyBox;
  };
  prototype['getComputedTextLength'] = function (this: SvgElement) {
    return widthOf(this, measure);
  };
  prototype['getTotalLength'] = function (this: SvgElement) {
    const { width, height } = boxOf(this, measure) ?? emptyBox;
    return Math.hypot(width, height);
  };
  prototype['getPointAtLength'] = function (this: SvgElement, length: number) {
    const points = pathPoints(this.getAttribute('d') ?? '');
    const [x, y] = points[length > 0 ? points.length - 1 : 0] ?? [0, 0];
    return { x, y };
  };
}

/** The part of an element that is read here. */
type SvgElement = Element & { style: CSSStyleDeclaration };

export interface DomWindow {
  SVGElement: { prototype: object };
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const emptyBox = boxAround([[0, 0]]);

function boxAround(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top, right, bottom] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  return { x: left, y: top, width: right - left, height: bottom - top, left, top, right, bottom };
}

function corners({ left, top, right, bottom }: Box): Point[] {
  return [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ];
}

const shapes: Readonly<Record<string, (element: SvgElement) => readonly Point[]>> = {
  rect: rectangle,
  image: rectangle,
  circle: ellipse,
  ellipse,
  line: (element) => [
    [number(element, 'x1'), number(element, 'y1')],
    [number(element, 'x2'), number(element, 'y2')],
  ],
  polygon: (element) => pointList(element.getAttribute('points') ?? ''),
  polyline: (element) => pointList(element.getAttribute('points') ?? ''),
  path: (element) => pathPoints(element.getAttribute('d') ?? ''),
};

function boxOf(element: SvgElement, measure: MeasureText): Box | null {
  const name = element.tagName.toLowerCase();
  if (name === 'text' || name === 'tspan') return textBox(element, measure);
  const shape = shapes[name];
  if (shape) {
    const points = shape(element);
    return points.length > 0 ? boxAround(points) : null;
  }
  if (!/^(?:g|svg|a|switch)$/.test(name)) return null;
  // An icon is as large as it says.
  if (name === 'svg' && element.hasAttribute('x')) return boxAround(rectangle(element));
  const points = [...element.children].flatMap((child) => {
    const box = boxOf(child as SvgElement, measure);
    return box ? corners(box).map(transformOf(child)) : [];
  });
  return points.length > 0 ? boxAround(points) : null;
}

function rectangle(element: SvgElement): Point[] {
  const [x, y] = [number(element, 'x'), number(element, 'y')];
  return [
    [x, y],
    [x + number(element, 'width'), y + number(element, 'height')],
  ];
}

function ellipse(element: SvgElement): Point[] {
  const [x, y] = [number(element, 'cx'), number(element, 'cy')];
  const rx = number(element, 'rx') || number(element, 'r');
  const ry = number(element, 'ry') || number(element, 'r');
  return [
    [x - rx, y - ry],
    [x + rx, y + ry],
  ];
}

/** Map a point by the transform of an element: moves, scales and turns. */
function transformOf(element: Element): (point: Point) => Point {
  const steps = [...(element.getAttribute('transform') ?? '').matchAll(/(translate|scale|rotate)\(([^)]*)\)/g)].reverse();
  return (point) =>
    steps.reduce<Point>(([x, y], [, name, values = '']) => {
      const [a = 0, b, c = 0] = values
        .trim()
        .split(/[\s,]+/)
        .map(Number.parseFloat);
      if (name === 'translate') return [x + a, y + (b ?? 0)];
      if (name === 'scale') return [x * a, y * (b ?? a)];
      const [sin, cos] = [Math.sin((a * Math.PI) / 180), Math.cos((a * Math.PI) / 180)];
      const [dx, dy] = [x - (b ?? 0), y - c];
      return [(b ?? 0) + dx * cos - dy * sin, c + dx * sin + dy * cos];
    }, point);
}

/** The box of a text: every child with a line of its own starts below the one before it. */
function textBox(element: SvgElement, measure: MeasureText): Box | null {
  const size = fontSize(element);
  const children = [...element.children] as SvgElement[];
  const lines = children.filter((child) => child.hasAttribute('x') || child.hasAttribute('dy'));
  const own = { x: number(element, 'x'), y: length(element.getAttribute('y'), size) + length(element.getAttribute('dy'), size) };
  if (lines.length === 0) {
    const width = widthOf(element, measure);
    return width === 0 ? null : lineBox({ ...own, width, size, anchor: inherited(element, 'text-anchor') });
  }
  let y = own.y;
  const boxes = lines.flatMap((line) => {
    y = (line.hasAttribute('y') ? length(line.getAttribute('y'), size) : y) + length(line.getAttribute('dy'), size);
    const width = widthOf(line, measure);
    const x = line.hasAttribute('x') ? number(line, 'x') : own.x;
    return width > 0 ? corners(lineBox({ x, y, width, size, anchor: inherited(line, 'text-anchor') })) : [];
  });
  return boxes.length > 0 ? boxAround(boxes) : null;
}

function lineBox({ x, y, width, size, anchor }: { x: number; y: number; width: number; size: number; anchor: string }): Box {
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
  return boxAround([
    [left, y - 0.95 * size],
    [left + width, y + 0.25 * size],
  ]);
}

function widthOf(element: SvgElement, measure: MeasureText): number {
  const text = (element.textContent ?? '').replace(/\s+/g, ' ');
  return measure(text, /bold|[6-9]00/.test(inherited(element, 'font-weight'))) * fontSize(element);
}

function fontSize(element: SvgElement): number {
  const { at, value } = declared(element, 'font-size');
  const parent = at?.parentElement as SvgElement | null | undefined;
  const size = Number.parseFloat(value) || 16;
  if (value.endsWith('%')) return (size / 100) * (parent ? fontSize(parent) : 16);
  return /e[mx]$/.test(value) ? length(value, parent ? fontSize(parent) : 16) : size;
}

function inherited(element: SvgElement, property: string): string {
  return declared(element, property).value;
}

/** Look up a property that elements inherit: in inline styles, style sheets and attributes. */
function declared(element: SvgElement, property: string): { at: SvgElement | null; value: string } {
  for (let at: SvgElement | null = element; at; at = at.parentElement as SvgElement | null) {
    const value = at.style?.getPropertyValue(property) || sheetValue(at, property) || at.getAttribute(property);
    if (value && value !== 'inherit') return { at, value };
  }
  return { at: null, value: '' };
}

function sheetValue(element: SvgElement, property: string): string {
  const rules = [...element.ownerDocument.styleSheets].flatMap((sheet) => rulesOf(sheet));
  const last = rules.findLast((rule) => rule.property === property && matches(element, rule.selector));
  return last?.value ?? '';
}

/** List what a style sheet says of texts; later rules are the stronger ones in what Mermaid writes. */
function rulesOf(sheet: CSSStyleSheet): TextRule[] {
  const known = textRules.get(sheet);
  if (known) return known;
  const rules = [...sheet.cssRules].flatMap((rule) => {
    const { style, selectorText: selector } = rule as CSSStyleRule;
    return ['font-size', 'font-weight', 'text-anchor'].flatMap((property) => {
      const value = style?.getPropertyValue(property);
      return value ? [{ selector, property, value }] : [];
    });
  });
  textRules.set(sheet, rules);
  return rules;
}

interface TextRule {
  selector: string;
  property: string;
  value: string;
}

const textRules = new WeakMap<CSSStyleSheet, TextRule[]>();

function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}

function number(element: Element, name: string): number {
  return Number.parseFloat(element.getAttribute(name) ?? '') || 0;
}

function length(written: string | null, size: number): number {
  const value = Number.parseFloat(written ?? '') || 0;
  if (written?.endsWith('em')) return value * size;
  return written?.endsWith('ex') ? (value * size) / 2 : value;
}

function pointList(written: string): Point[] {
  const numbers = (written.match(/-?[\d.]+(?:e-?\d+)?/gi) ?? []).map(Number);
  return numbers.flatMap((x, index): Point[] => (index % 2 === 0 ? [[x, numbers[index + 1] ?? 0]] : []));
}

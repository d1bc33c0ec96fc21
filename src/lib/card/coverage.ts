/** A step of an outline: `args` are x and y, y upwards, the last two where it ends. */
export interface OutlineStep {
  command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
  args: readonly number[];
}

/** How much of each pixel a shape covers, from 0 to 1, row by row; `left` and `top` are where its box begins, y downwards. */
export interface Coverage {
  left: number;
  top: number;
  width: number;
  height: number;
  shares: Float64Array;
}

/**
 * Compute how much of each pixel an outline covers, exactly but for curves, which are drawn as chords. Each edge adds what it takes of
 * the pixels in its rows, and the sum from the left is the share (as in font-rs). `scale` is in pixels a unit, `shift` in pixels.
 */
export function coverOutline(steps: readonly OutlineStep[], scale: number, shift: number): Coverage {
  const lines = flatten(steps, scale, shift);
  const box = boxOf(lines);
  const edges = new Float64Array(box.width * box.height);
  for (let at = 0; at < lines.length; at += 4) {
    const x0 = (lines[at] as number) - box.left;
    const y0 = (lines[at + 1] as number) - box.top;
    const x1 = (lines[at + 2] as number) - box.left;
    const y1 = (lines[at + 3] as number) - box.top;
    if (y0 < y1) addEdge(edges, box.width, 1, x0, y0, x1, y1);
    if (y0 > y1) addEdge(edges, box.width, -1, x1, y1, x0, y0);
  }
  for (let row = 0; row < box.height; row++) {
    let sum = 0;
    for (let at = row * box.width; at < (row + 1) * box.width; at++) {
      sum += edges[at] as number;
      edges[at] = Math.min(1, Math.abs(sum));
    }
  }
  return { ...box, shares: edges };
}

/** Lines as four numbers each, in pixels, y downwards. */
function flatten(steps: readonly OutlineStep[], scale: number, shift: number): number[] {
  const lines: number[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const line = (toX: number, toY: number): void => {
    lines.push(x, y, toX, toY);
    x = toX;
    y = toY;
  };
  for (const { command, args } of steps) {
    const points = args.map((value, at) => (at % 2 === 0 ? value * scale + shift : 0 - value * scale));
    const [endX = startX, endY = startY] = points.slice(-2);
    if (command === 'moveTo') [x, y, startX, startY] = [endX, endY, endX, endY];
    else if (command === 'lineTo' || command === 'closePath') line(endX, endY);
    else curve([x, y, ...points], line);
  }
  return lines;
}

/** Draw a Bézier curve of two or three degrees as chords, so many that none is further off than a twentieth of a pixel or so. */
function curve(points: number[], line: (x: number, y: number) => void): void {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3, y3] = points;
  const bend = Math.abs(x0 - 2 * x1 + x2) + Math.abs(y0 - 2 * y1 + y2);
  const more = x3 === undefined || y3 === undefined ? 0 : Math.abs(x1 - 2 * x2 + x3) + Math.abs(y1 - 2 * y2 + y3);
  const chords = 1 + Math.ceil(2 * Math.sqrt(Math.max(bend, more)));
  for (let chord = 1; chord <= chords; chord++) {
    const t = chord / chords;
    const s = 1 - t;
    if (x3 === undefined || y3 === undefined) line(s * s * x0 + 2 * s * t * x1 + t * t * x2, s * s * y0 + 2 * s * t * y1 + t * t * y2);
    else {
      const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
      line(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
    }
  }
}

function boxOf(lines: readonly number[]): Omit<Coverage, 'shares'> {
  if (lines.length === 0) return { left: 0, top: 0, width: 0, height: 0 };
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < lines.length; at += 2) {
    const x = lines[at] as number;
    const y = lines[at + 1] as number;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  const [left, top] = [Math.floor(minX), Math.floor(minY)];
  // A column more: the last pixel passes on what it does not cover.
  return { left, top, width: Math.floor(maxX) - left + 2, height: Math.floor(maxY) - top + 1 };
}

/** Add an edge that runs down from (`x0`, `y0`) to (`x1`, `y1`), with the sign of its winding. */
function addEdge(edges: Float64Array, width: number, winding: number, x0: number, y0: number, x1: number, y1: number): void {
  const slope = (x1 - x0) / (y1 - y0);
  let x = x0;
  const add = (at: number, value: number): void => {
    edges[at] = (edges[at] as number) + value;
  };
  for (let row = Math.floor(y0); row < y1; row++) {
    const height = Math.min(row + 1, y1) - Math.max(row, y0);
    const next = x + slope * height;
    const near = Math.min(x, next);
    const far = Math.max(x, next);
    const first = Math.floor(near);
    const last = Math.ceil(far);
    const at = row * width + first;
    const area = winding * height;
    if (last <= first + 1) {
      const mean = 0.5 * (x + next) - first;
      add(at, area - area * mean);
      add(at + 1, area * mean);
    } else {
      const each = 1 / (far - near);
      const inFirst = near - first;
      const inLast = far - last + 1;
      const share = 0.5 * each * (1 - inFirst) * (1 - inFirst);
      const rest = 0.5 * each * inLast * inLast;
      add(at, area * share);
      if (last === first + 2) add(at + 1, area * (1 - share - rest));
      else {
        const second = each * (1.5 - inFirst);
        add(at + 1, area * (second - share));
        for (let column = first + 2; column < last - 1; column++) add(row * width + column, area * each);
        add(row * width + last - 1, area * (1 - (second + (last - first - 3) * each) - rest));
      }
      add(row * width + last, area * rest);
    }
    x = next;
  }
}

/** List the end and control points of a path. */
export function pathPoints(d: string): Point[] {
  const points: Point[] = [];
  let [x, y] = [0, 0];
  let start: Point = [0, 0];
  for (const [, command = '', written = ''] of d.matchAll(/([a-df-z])([^a-df-z]*)/gi)) {
    const kind = command.toUpperCase();
    const relative = command !== kind;
    if (kind === 'Z') [x, y] = start;
    const values = (written.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
    const count = { H: 1, V: 1, C: 6, S: 4, Q: 4, A: 7 }[kind] ?? 2;
    for (let at = 0; at + count <= values.length; at += count) {
      const [from, group] = [[x, y] as const, values.slice(at, at + count)];
      const [dx, dy] = relative ? from : [0, 0];
      if (kind === 'H') x = (group[0] ?? 0) + dx;
      else if (kind === 'V') y = (group[0] ?? 0) + dy;
      else {
        const pairs = kind === 'A' ? group.slice(5) : group;
        if (kind === 'A') points.push(...arcPoints(from, group, [(pairs[0] ?? 0) + dx, (pairs[1] ?? 0) + dy]));
        for (let index = 0; index < pairs.length; index += 2) {
          [x, y] = [(pairs[index] ?? 0) + dx, (pairs[index + 1] ?? 0) + dy];
          points.push([x, y]);
        }
        if (kind === 'M' && at === 0) start = [x, y];
        continue;
      }
      points.push([x, y]);
    }
  }
  return points;
}

export type Point = readonly [x: number, y: number];

/** List points of an elliptical arc. https://www.w3.org/TR/SVG2/implnote.html#ArcConversionEndpointToCenter */
function arcPoints([x1, y1]: Point, [rx = 0, ry = 0, , large, sweep]: readonly number[], [x2, y2]: Point): Point[] {
  if (rx === 0 || ry === 0) return [];
  // In units of the radii, the arc is one of a circle; no engine turns its ellipses.
  const [hx, hy] = [(x2 - x1) / rx / 2, (y2 - y1) / ry / 2];
  const half = Math.min(1, Math.hypot(hx, hy));
  const away = half === 0 ? 0 : (Math.sqrt(1 - half ** 2) / half) * (large === sweep ? -1 : 1);
  const [cx, cy] = [(x1 + x2) / rx / 2 - hy * away, (y1 + y2) / ry / 2 + hx * away];
  const start = Math.atan2(y1 / ry - cy, x1 / rx - cx);
  const turn = 2 * Math.asin(half);
  const angle = (large ? 2 * Math.PI - turn : turn) * (sweep ? 1 : -1);
  return Array.from({ length: 17 }, (_, index) => {
    const at = start + (angle * index) / 16;
    return [rx * (cx + Math.cos(at)), ry * (cy + Math.sin(at))];
  });
}

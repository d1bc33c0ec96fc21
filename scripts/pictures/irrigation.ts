import { seededRandom } from '../seeded-random.ts';
import { createDrawing, smoothPath, svg, range, type Point } from './drawing.ts';

const css = `
.blocks{position:absolute;inset:40px 52px 44px 44px;display:grid;grid-template-columns:repeat(4,1fr);gap:16px}
.block{position:relative;background:#e9dfc8;overflow:hidden;padding:12px 18px 0 20px;font-size:25px;box-shadow:5px 6px 0 var(--shade)}
.block i{position:absolute;inset:auto 0 0 0;background:#8a9a45}.block.dry i{background:#c9773a}.block>*{position:relative}.block>i{position:absolute}
.block>span{display:flex;justify-content:space-between;align-items:baseline}.block b{font:500 50px/1 Brygada}.block svg{position:absolute;right:16px;bottom:16px}
`;
const draw = createDrawing({ hue: '#5a6c1c', field: '#414f14', css, folder: 'src/content/projects/irrigation-by-soil' });

const drop = svg(
  34,
  44,
  '<path d="M17 2C26 16 32 22 32 30A15 14 0 0 1 2 30C2 22 8 16 17 2Z" fill="#1f6d94" stroke="#fff" stroke-width="2.5"/>',
);
const moisture = [31, 28, 17, 33, 30, 15, 26, 29, 34, 27, 19, 32];
const board = `<div class="blocks">${moisture
  .map((value, index) => {
    const dry = value < 20;
    return `<div class="block ${dry ? 'dry' : ''}"><i style="height:${value * 1.62}%"></i><span><b>${value}%</b>${'ABC'[Math.floor(index / 4)]}${(index % 4) + 1}</span>${dry ? drop : ''}</div>`;
  })
  .join('')}</div>`;

const valves = [
  ['A3', 22, 2.2],
  ['B2', 22, 2.6],
  ['C3', 22.5, 1.7],
  ['D1', 0.25, 1.5],
  ['D4', 0.25, 2.1],
  ['E2', 1.5, 1.6],
  ['F1', 2.5, 1.3],
  ['F3', 2.5, 1.9],
] as const;
const at = (hour: number): number => ((hour >= 22 ? hour : hour + 24) - 22) * 66;
const plan = `<div class="sheet full"><div class="top"><b>Tonight’s plan</b><span class="mute">Thursday 22 July, eight of 96 valves</span></div><div style="padding:16px 24px">${svg(
  690,
  372,
  `<g transform="translate(40 24)"><g font-size="16">${[22, 0, 2, 4].map((hour) => `<text x="${at(hour)}" y="-8" fill="var(--mute)" text-anchor="middle">${String(hour).padStart(2, '0')}:00</text><path d="M${at(hour)} 2V332" stroke="var(--line)" stroke-width="1.5"/>`).join('')}</g>
  ${valves.map(([name, from, length], row) => `<text x="-40" y="${30 + row * 41}" font-size="18" font-weight="600">${name}</text><rect x="${at(from)}" y="${8 + row * 41}" width="${length * 66}" height="30" fill="var(--hue)"/><text x="${at(from) + 10}" y="${29 + row * 41}" font-size="16" style="fill:#fff">${Math.floor(length)} h ${String(Math.round((length % 1) * 60)).padStart(2, '0')}</text>`).join('')}
  <g transform="translate(540 6)"><path d="M0 20V320H110V20" fill="none" stroke="var(--ink)" stroke-width="3"/><path d="M1.5 ${20 + 300 * 0.39}H108.5V318.5H1.5Z" fill="#b5d2de"/><path d="M1.5 ${20 + 300 * 0.42}H108.5V318.5H1.5Z" fill="#3d86a8"/>
  <text x="0" y="4" font-size="16" fill="var(--mute)">Reservoir</text><g style="font-family:Brygada"><text x="55" y="${20 + 300 * 0.39 - 12}" text-anchor="middle" font-size="30" style="font-family:Brygada">61%</text><text x="55" y="${20 + 300 * 0.42 + 42}" text-anchor="middle" font-size="30" style="font-family:Brygada;fill:#fff">58%</text></g></g></g>`,
)}</div></div>`;

const tones = ['#d9c48a', '#a3ad58', '#56702a'];
const random = seededRandom(11);
const edge = (column: number, row: number): Point => {
  const bend = 46 * Math.sin(column / 1.7) + row * 6;
  return [30 + column * 84 + (random() - 0.5) * 22, 26 + row * 92 + bend + (random() - 0.5) * 20];
};
const corners = range(6).map((row) => range(10).map((column) => edge(column, row)));
const field = (column: number, row: number): string => {
  const shape = [corners[row]?.[column], corners[row]?.[column + 1], corners[row + 1]?.[column + 1], corners[row + 1]?.[column]].filter(
    (corner) => corner !== undefined,
  );
  const middle = shape.reduce<Point>((sum, [x, y]) => [sum[0] + x / 4, sum[1] + y / 4], [0, 0]);
  const shrunk = shape.map(([x, y]): Point => [x + (middle[0] - x) * 0.08, y + (middle[1] - y) * 0.08]);
  const tone = Math.min(2, Math.max(0, Math.round(1 + 1.25 * Math.sin(column * 0.8 + row * 1.1) + (random() - 0.5) * 0.5)));
  return row === 2
    ? ''
    : `<path d="M${shrunk.map((corner) => corner.map(Math.round).join(' ')).join('L')}Z" fill="${tones[tone]}" stroke="#fffaf0" stroke-opacity=".6" stroke-width="1.5"/>`;
};
const river = range(11).map((column): Point => [column * 84 - 20, 262 + 46 * Math.sin((column - 0.3) / 1.7) + 8 * Math.sin(column * 2.1)]);
const legend = ['drains within a day', 'within three days', 'holds for a week']
  .map(
    (text, index) =>
      `<g transform="translate(0 ${index * 34})"><rect width="24" height="24" fill="${tones[index]}"/><text x="36" y="19" font-size="18">${text}</text></g>`,
  )
  .join('');
const map = `${svg(
  800,
  500,
  `<rect width="800" height="500" fill="#efe9d6"/>${range(5)
    .map((row) =>
      range(9)
        .map((column) => field(column, row))
        .join(''),
    )
    .join('')}
  <path d="${smoothPath(river)}" fill="none" stroke="#5b9ab5" stroke-width="26"/><path d="M612 214q46 -34 92 -6t40 60 -66 40 -88 -30 22 -64Z" fill="#3d86a8"/><text x="672" y="268" text-anchor="middle" font-size="19" style="fill:#fff">Reservoir</text>
  <g transform="translate(24 348)"><rect width="244" height="128" fill="var(--paper)"/><g transform="translate(18 16)">${legend}</g></g>`,
)}`;

/** Drawings of the moisture board, one night's valve plan and the drainage map of the valley. */
export const irrigation = [draw('valve-board', 'hero', board), draw('night-plan', 'screen', plan), draw('field-map', 'screen', map)];

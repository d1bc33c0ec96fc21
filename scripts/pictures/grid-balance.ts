import { createDrawing, smoothPath, svg, range, type Point } from './drawing.ts';

const css = `
.desk{left:48px;top:48px;width:792px;height:490px}
.chart{padding:22px 24px}
`;
const draw = createDrawing({ hue: '#9a6400', field: '#e3ad2e', css });

const hours = range(25);
const load = (hour: number): number =>
  9 +
  3.4 * Math.sin(((hour - 7.5) / 24) * 2 * Math.PI) +
  4.6 * Math.exp(-(((hour - 18.6) / 2.2) ** 2)) +
  1.6 * Math.exp(-(((hour - 8) / 1.8) ** 2));
const supply = (hour: number, shift = 0): number =>
  load(hour) - 5.2 * Math.exp(-(((hour - 18.2) / 1.9) ** 2)) + 1.5 * Math.exp(-(((hour - 13 - shift) / 3.2) ** 2));

/** Map an hour and megawatts to a chart of the given size, from zero to 20 MW. */
const plot =
  (width: number, height: number) =>
  (of: (hour: number) => number, until = 24): Point[] =>
    hours.filter((hour) => hour <= until).map((hour) => [(hour / 24) * width, height - (of(hour) / 20) * height] as const);

const frame = (width: number, height: number, size: number): string =>
  `<g stroke="var(--line)" stroke-width="1.5">${[0, 5, 10, 15].map((mw) => `<path d="M0 ${height - (mw / 20) * height}H${width}"/>`).join('')}</g>
  <g font-size="${size}">${[5, 10, 15].map((mw) => `<text x="-8" y="${height - (mw / 20) * height + size * 0.36}" text-anchor="end" style="fill:var(--mute)">${mw}</text>`).join('')}</g>
  <g font-size="${size}">${[0, 6, 12, 18, 24].map((hour) => `<text x="${(hour / 24) * width}" y="${height + size + 10}" text-anchor="${hour === 0 ? 'start' : hour === 24 ? 'end' : 'middle'}">${String(hour).padStart(2, '0')}:00</text>`).join('')}</g>`;
const band = (lower: readonly Point[], upper: readonly Point[]): string =>
  `${smoothPath(lower)}${smoothPath([...upper].reverse()).replace('M', 'L')}Z`;

const big = plot(704, 300);
const width = (hour: number): number => 0.45 + (hour / 24) * 2.1;
const desk = `<div class="sheet desk"><div class="top" style="height:78px;font-size:24px;padding:0 32px"><b style="font-size:34px">Tomorrow</b><span class="mute">Forecast of 12:00, in MW</span></div>
  <div style="padding:26px 32px 26px 48px">${svg(
    704,
    340,
    `${frame(704, 300, 22)}<path d="${band(
      big((hour) => supply(hour) - width(hour)),
      big((hour) => supply(hour) + width(hour)),
    )}" fill="color-mix(in oklab,var(--hue) 38%,#fbf9f4)"/>
    <path d="${smoothPath(big(supply))}" fill="none" stroke="var(--hue)" stroke-width="5"/><path d="${smoothPath(big(load))}" fill="none" stroke="var(--ink)" stroke-width="5" stroke-dasharray="1 10" stroke-linecap="round"/>
    <g transform="translate(534 0)"><path d="M0 ${300 - load(18.2) * 15}V${300 - supply(18.2) * 15}" stroke="#b3261e" stroke-width="7"/><rect x="-112" y="-12" width="224" height="62" fill="#b3261e"/><text x="0" y="30" text-anchor="middle" font-size="31" font-weight="650" style="fill:#fff">5.2 MW short</text><path d="M0 50V${300 - load(18.2) * 15}" stroke="#b3261e" stroke-width="2.5"/></g>`,
  )}</div></div>`;

const errors = [7.9, 8.4, 8.6, 8.1, 7.7, 7.9, 7.2, 6.9, 6.6, 6.1, 5.8, 5.6, 5.0, 4.9, 4.8];
const months = ['Apr 2022', '', '', 'Jul', '', '', 'Oct', '', '', 'Jan 2023', '', '', 'Apr', '', 'Jun'];
const step = 640 / (errors.length - 1);
const points = errors.map((value, index): Point => [index * step, 300 - value * 30]);
const errorChart = `<div class="sheet full"><div class="top"><b>Mean forecast error</b><span class="mute">per cent of installed capacity</span></div><div class="chart">${svg(
  690,
  350,
  `<g transform="translate(34 10)"><g stroke="var(--line)" stroke-width="1.5">${[0, 2, 4, 6, 8, 10].map((mark) => `<path d="M0 ${300 - mark * 30}H640"/>`).join('')}</g>
  <g font-size="16">${[0, 2, 4, 6, 8, 10].map((mark) => `<text x="-12" y="${306 - mark * 30}" text-anchor="end">${mark}</text>`).join('')}${months.map((month, index) => `<text x="${index * step}" y="328" text-anchor="${index === 0 ? 'start' : index === 14 ? 'end' : 'middle'}">${month}</text>`).join('')}</g>
  <path d="${smoothPath(points)}" fill="none" stroke="var(--hue)" stroke-width="5"/>${points.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="5.5" fill="var(--paper)" stroke="var(--hue)" stroke-width="3.5"/>`).join('')}</g>`,
)}</div></div>`;

const euros = (thousand: number): number => (thousand / 500) * 500;
const bar = (y: number, name: string, thousand: number, fill: string): string =>
  `<g transform="translate(0 ${y})"><text font-size="22" y="-14">${name}</text><rect width="${euros(thousand)}" height="66" fill="${fill}"/><text x="${euros(thousand) + 16}" y="46" font-size="38" style="font-family:Brygada">€${thousand},000</text></g>`;
const chargesChart = `<div class="sheet full"><div class="top"><b>Imbalance charges</b><span class="mute">settlement statements</span></div><div class="chart" style="padding-top:26px">${svg(
  690,
  340,
  `<g stroke="var(--line)" stroke-width="1.5">${[0, 100, 200, 300, 400, 500].map((mark) => `<path d="M${euros(mark)} 0V304"/>`).join('')}</g><g font-size="16">${[0, 100, 200, 300, 400, 500].map((mark) => `<text x="${euros(mark)}" y="328" text-anchor="${mark ? 'middle' : 'start'}" style="fill:var(--mute)">${mark ? `€${mark}k` : '0'}</text>`).join('')}</g>
  ${bar(60, 'Second quarter of 2022', 498, 'var(--mid)')}${bar(206, 'Second quarter of 2023', 187, 'var(--hue)')}<path d="M${euros(187) + 178} 239H${euros(498) - 8}" stroke="#b3261e" stroke-width="2.5" stroke-dasharray="3 7"/><text x="${euros(498) + 16}" y="251" font-size="38" style="font-family:Brygada;fill:#b3261e">−62%</text>`,
)}</div></div>`;

const small = plot(640, 290);
const line = (of: readonly Point[], dash: string, stroke: string): string =>
  `<path d="${smoothPath(of)}" fill="none" stroke="${stroke}" stroke-width="4" ${dash && `stroke-dasharray="${dash}" stroke-linecap="round"`}/>`;
const belief = (error: number) => (hour: number) => load(hour) + error * Math.exp(-(((hour - 17.5) / 3.4) ** 2));
const replay = `<div class="sheet full"><div class="top"><b>Replay, 14 January</b><span class="mute">MW fed in</span></div><div class="chart">${svg(
  690,
  350,
  `<g transform="translate(26 12)">${frame(640, 290, 16)}${line(small(belief(-4.4)), '2 9', 'var(--hue)')}${line(small(belief(-2.2)), '14 8', 'var(--hue)')}${line(small(belief(-0.5)), '', 'var(--hue)')}${line(small(load), '', 'var(--ink)')}
  <g font-size="17" transform="translate(10 8)"><path d="M0 0H44" stroke="var(--ink)" stroke-width="4"/><text x="56" y="6">measured</text>
  <path d="M160 0H204" stroke="var(--hue)" stroke-width="4" stroke-dasharray="2 9" stroke-linecap="round"/><text x="216" y="6">believed at 06:00</text>
  <path d="M0 30H44" stroke="var(--hue)" stroke-width="4" stroke-dasharray="14 8" stroke-linecap="round"/><text x="56" y="36">at 12:00</text><path d="M160 30H204" stroke="var(--hue)" stroke-width="4"/><text x="216" y="36">at 18:00</text></g></g>`,
)}</div></div>`;

/** Drawings of the forecast band with its shortfall, the two charts of results and the replay of one day. */
export const gridBalance = [
  draw('grid-balance-desk', 'hero', desk),
  draw('grid-chart-error', 'screen', errorChart),
  draw('grid-chart-charges', 'screen', chargesChart),
  draw('grid-replay', 'screen', replay),
];

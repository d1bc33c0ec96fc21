import { seededRandom } from '../seeded-random.ts';
import { pressLinePoster } from './press-line-film.ts';
import { createDrawing, smoothPath, straightPath, svg, range, type Point } from './drawing.ts';

const css = `
.signal{left:52px;top:56px;width:782px;height:478px}
.presses{display:grid;grid-template-columns:repeat(3,1fr);height:388px}.press{padding:16px 22px;border-right:1.5px solid var(--line);border-bottom:1.5px solid var(--line);position:relative}
.press:nth-child(3n){border-right:0}.press:nth-child(n+4){border-bottom:0}.press i{position:absolute;right:22px;top:20px;width:26px;height:26px;border-radius:50%}
.press p{font-size:16px}.press b{display:block;font:500 44px/1 Brygada;margin:16px 0 2px}.press.look{background:#f9d88c}
`;
const draw = createDrawing({ hue: '#33475c', field: '#3a3f45', css });

const random = seededRandom(29);
const amplitude = (x: number): number => 22 + 92 * Math.exp(-(((x - 330) / 70) ** 2)) + 34 * Math.exp(-(((x - 520) / 60) ** 2));
const xs = range(103).map((index) => index * 7);
const envelope = (sign: number): Point[] => xs.map((x) => [x, 160 + sign * amplitude(x) * 1.08]);
const signal = xs.map((x, index): Point => {
  const outside = x > 343 && x < 380 ? 1.62 : 0.82;
  return [x, 160 + (index % 2 ? 1 : -1) * amplitude(x) * outside * (0.62 + 0.38 * random())];
});
const leaving = signal.filter(([x]) => x > 335 && x < 388);
const stroke = `<div class="sheet signal"><div class="top" style="height:80px;padding:0 32px;font-size:24px"><b style="font-size:34px">Press 4, stroke 11,482</b><span class="mute">6 ms</span></div>
  <div style="padding:30px 32px">${svg(
    718,
    330,
    `<path d="${smoothPath(envelope(-1))}${smoothPath(envelope(1).reverse()).replace('M', 'L')}Z" fill="var(--tint)"/><path d="${straightPath(signal)}" fill="none" stroke="var(--hue)" stroke-width="4" stroke-linejoin="round"/>
    <path d="${straightPath(leaving)}" fill="none" stroke="#b3261e" stroke-width="6.5" stroke-linejoin="round"/>
    <text x="408" y="38" font-size="36" font-weight="650" style="fill:#b3261e">Stopped</text><text x="0" y="320" font-size="24" style="fill:var(--mute)">Shaded: the usual strokes of this tool</text>`,
  )}</div></div>`;

const lamps = { green: '#4f8a4b', amber: '#d98200', white: '#fff' } as const;
const presses = [
  ['Press 1', 'Hinge 40', '0.21', 'green', 'inside'],
  ['Press 2', 'Bracket L', '0.34', 'green', 'inside'],
  ['Press 3', 'Hinge 60', '', 'white', 'learning, stroke 131'],
  ['Press 4', 'Strike plate', '0.94', 'amber', 'please look'],
  ['Press 5', 'Bracket T', '0.18', 'green', 'inside'],
  ['Press 6', 'Washer 22', '0.40', 'green', 'inside'],
] as const;
const board = `<div class="sheet full"><div class="top"><b>Press line</b><span class="mute">Distance from the envelope, 1 is its edge</span></div><div class="presses">
  ${presses.map(([name, tool, distance, lamp, state]) => `<div class="press ${lamp === 'amber' ? 'look' : ''}"><i style="background:${lamps[lamp]};box-shadow:inset 0 0 0 2px var(--ink)"></i><p><strong>${name}</strong></p><p class="mute">${tool}</p><b>${distance || '–'}</b><p>${lamp === 'amber' ? `<strong>${state}</strong>` : state}</p></div>`).join('')}</div></div>`;

/** Drawings of one stroke's vibration above its envelope, the shift leader's board of six presses, and the poster of the film. */
export const pressLine = [draw('press-line-signal', 'hero', stroke), draw('press-line-board', 'screen', board), pressLinePoster];

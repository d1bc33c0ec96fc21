import { createDrawing } from './drawing.ts';

const css = `
.desk{left:48px;top:56px;width:792px;height:480px}
.slots{display:grid;grid-template-columns:204px repeat(4,1fr);padding:14px 28px 0;font-size:25px}.slots>*{height:72px;display:flex;align-items:center}
.slots b{font:500 30px/1 Brygada}.slots span{justify-content:center}.slots em{justify-content:center;font:600 28px Public;background:var(--tint);margin:5px;height:62px}.slots em.few{background:#f3c98a}.slots em.full{background:none;color:var(--mute);font-weight:400;font-size:24px}
`;
const draw = createDrawing({ hue: '#a8466a', css });

const houses = [
  ['Mint', [0, 4, 38, 52]],
  ['Foundry', [12, 26, 40, 40]],
  ['Ropewalk', [0, 0, 6, 31]],
  ['Gatehouse', [18, 22, 25, 25]],
] as const;
const slot = (places: number): string =>
  `<em class="${places === 0 ? 'full' : places < 10 ? 'few' : ''}">${places === 0 ? 'full' : places}</em>`;
const desk = `<div class="sheet desk"><div class="top" style="height:82px;padding:0 32px;font-size:24px"><b style="font-size:34px">Sunday 1 June</b><span class="mute">places left</span></div>
  <div class="slots"><i></i>${['11:00', '12:00', '13:00', '14:00'].map((time) => `<span>${time}</span>`).join('')}${houses.map(([house, places]) => `<b>${house}</b>${places.map(slot).join('')}`).join('')}</div></div>`;

/** Drawings of the ticket desk with the places left in four houses. */
export const museum = [draw('museum-timed-entry', 'hero', desk)];

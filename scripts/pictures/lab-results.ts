import { createDrawing, svg } from './drawing.ts';

const css = `
.list{left:56px;top:60px;width:776px;height:600px}
.list p.r{display:grid;grid-template-columns:258px 1fr 190px;align-items:center;height:96px;padding:0 34px;border-bottom:1.5px solid var(--line);font-size:29px}
.list p.r b{font:500 46px/1 Brygada}.list p.r small{font-size:22px;color:var(--mute)}
.list p.on{background:#b3261e;color:#fff;height:128px}.list p.on b{font-size:66px}.list p.on small{color:#ffe9e2}
.list .end{text-align:right;font-size:24px}
`;
const draw = createDrawing({ hue: '#27509b', css });

const row = (name: string, value: string, unit: string, state: string, on = ''): string =>
  `<p class="r ${on}"><span>${name}</span><span><b>${value}</b> <small>${unit}</small></span><span class="end">${state}</span></p>`;
const list = `<div class="sheet list"><div class="top" style="height:82px;font-size:24px;padding:0 34px"><b style="font-size:34px">Ward 4B</b><span class="mute">02:24</span></div>
  ${row('Potassium', '6.8', 'mmol/l', 'read within<br><b style="font:650 27px Public">20 minutes</b>', 'on')}${row('Haemoglobin', '131', 'g/l', 'read')}${row('Creatinine', '88', 'µmol/l', 'read')}${row('Sodium', '139', 'mmol/l', 'read')}</div>`;

const step = (x: number, time: string, name: string, who: string, fill: string, above: boolean): string =>
  `<g transform="translate(${x} 140)"><circle r="13" fill="${fill}" stroke="${fill === '#fff' ? 'var(--hue)' : fill}" stroke-width="4"/>
  <g text-anchor="middle" transform="translate(0 ${above ? -92 : 50})"><text font-size="28" style="font-family:Brygada">${time}</text><text y="26" font-size="19" font-weight="650">${name}</text><text y="49" font-size="16" fill="var(--mute)">${who}</text></g></g>`;
const chase = `<div class="sheet full"><div class="top"><b>Potassium 6.8 mmol/l</b><span class="mute">Test patient 12, ward 4B</span></div>
  <div style="padding:26px 24px 0">${svg(
    686,
    256,
    `<path d="M62 140H624" stroke="var(--line)" stroke-width="6"/><path d="M62 140H496" stroke="var(--hue)" stroke-width="6"/>
    ${step(62, '02:14', 'Released', 'laboratory', 'var(--hue)', true)}${step(268, '02:24', 'Reminded', 'nurse on duty', '#d28a00', false)}${step(496, '02:35', 'Read', 'nurse on duty', 'var(--hue)', true)}
    <g opacity=".75">${step(624, '02:44', 'Escalated', 'not needed', '#fff', false)}</g>`,
  )}</div><div class="between" style="margin:8px 24px 0;border-top:1.5px solid var(--line);padding-top:14px"><span style="font:500 40px/1 Brygada">21 minutes</span><span class="mute" style="font-size:17px">from release to reading by a named person</span></div></div>`;

/** Drawings of a ward's results with one critical value, and the course of that value until it was read. */
export const labResults = [draw('lab-results-list', 'hero', list), draw('lab-results-chase', 'screen', chase)];

import { createDrawing, svg, range } from './drawing.ts';

const css = `
.board{left:74px;top:48px;width:752px;background:#0f3b50;color:#f3efe2;padding:0 34px;box-shadow:0 0 0 7px #e9e4d6,0 0 0 8.5px #0f3b50}
.board header{display:flex;justify-content:space-between;align-items:baseline;padding:20px 0 14px;border-bottom:2px solid #f3efe255}
.board h1{font-size:42px}.board time{font-size:32px;font-weight:600}
.board p{display:grid;grid-template-columns:118px 1fr auto;align-items:center;height:62px;font-size:31px;border-bottom:1.5px solid #f3efe22e}
.board p:last-child{border:0}.board p b{font-weight:600}.board em{font-style:normal;color:#b9cdd2;font-size:26px}
.board p.late{background:#ffd25c;color:#17262d;margin:0 -34px;padding:0 34px}.late em{color:#17262d;font-weight:650}
.post{position:absolute;top:300px;width:24px;height:216px;background:#6d7f86;box-shadow:inset -7px 0 0 #56676e}
.water{position:absolute;left:0;top:490px}
.dialogue{right:64px;bottom:58px;width:292px;padding:18px 22px 20px;box-shadow:0 0 0 2px var(--ink),8px 9px 0 var(--shade)}
.phone{position:absolute;top:26px;width:262px;height:474px;background:var(--paper);border:9px solid #20262b;border-bottom:0;border-radius:34px 34px 0 0;padding:30px 22px 0;box-shadow:12px 12px 0 var(--shade)}
.phone h2{font-size:33px;margin:6px 0 16px}.phone .clock{font:500 68px/1 Brygada;letter-spacing:-.02em}
`;
const draw = createDrawing({ hue: '#14506b', field: '#86b6c6', css });

const sailings = [
  ['07:40', 'Skarvik', '9 min late', 'late'],
  ['07:55', 'Lyngholm', 'on time', ''],
  ['08:05', 'Halden town', 'on time', ''],
  ['08:20', 'Skarvik', 'on time', ''],
  ['08:35', 'Brattey', 'on time', ''],
] as const;
const waves = svg(
  900,
  110,
  `<rect width="900" height="110" fill="#2f6f88"/>${range(4)
    .map(
      (row) =>
        `<path d="M${-40 - row * 34} ${16 + row * 26}${'q20 -12 40 0t40 0'.repeat(14)}" fill="none" stroke="#dfeaea" stroke-opacity="${0.75 - row * 0.16}" stroke-width="3.5"/>`,
    )
    .join('')}`,
);
const board = `<div class="water">${waves}</div><i class="post" style="left:190px"></i><i class="post" style="left:690px"></i>
  <div class="sheet board"><header><h1>Osten quay</h1><time>07:31</time></header>
  ${sailings.map(([time, to, state, late]) => `<p class="${late}"><b>${time}</b><span>${to}</span><em>${state}</em></p>`).join('')}</div>`;

const hour = 158;
const x = (time: number): number => Math.round((time - 7) * hour);
/** The trips of each ship: its hour of departure, its length in hours, its line. */
const lanes: Record<string, string> = {
  Alke: '7.1 0.55 H1, 8.0 0.55 H1, 8.9 0.55 H1',
  Havella: '7.67 0.7 H2, 9.1 0.7 H2',
  Lunde: '7.3 0.45 K4, 8.2 0.45 K4, 9.4 0.45 K4',
  Teist: '7.0 0.8 B1, 8.6 0.8 B1',
  Skarv: '7.9 0.6 L3, 9.5 0.5 L3',
  Svale: '7.2 0.5 K5, 8.4 0.5 K5',
};
const late = '7.67 0.7 H2';
const strip = (y: number, trip: string): string => {
  const [start = '', length = '', name = ''] = trip.split(' ');
  const on = trip === late;
  return `<g transform="translate(${x(Number(start))} ${y})"><rect width="${Number(length) * hour}" height="34" fill="${on ? '#ffd25c' : 'var(--tint)'}" stroke="${on ? '#17262d' : 'var(--mid)'}" stroke-width="1.5"/>
  <text x="9" y="23" font-size="16" font-weight="600">${name}</text></g>`;
};
const desk = `<div class="sheet full"><div class="top"><b>Duty desk</b><span class="mute">Wednesday 14 February, fog at Skarvik</span></div>
  <div style="padding:14px 22px 0">${svg(
    690,
    376,
    `<g font-size="15">${range(4)
      .map(
        (step) =>
          `<text x="${96 + step * hour - (step ? 20 : 0)}" y="13" fill="var(--mute)">${String(7 + step).padStart(2, '0')}:00</text><path d="M${96 + step * hour} 22V374" stroke="var(--line)" stroke-width="1.5"/>`,
      )
      .join('')}</g>${Object.entries(lanes)
      .map(
        ([ship, trips], row) =>
          `<text x="0" y="${58 + row * 57}" font-size="17">${ship}</text><path d="M0 ${80 + row * 57}H690" stroke="var(--line)" stroke-width="1.5"/><g transform="translate(96 0)">${trips
            .split(', ')
            .map((trip) => strip(35 + row * 57, trip))
            .join('')}</g>`,
      )
      .join('')}<path d="M${96 + x(7.52)} 20V376" stroke="#b3261e" stroke-width="3"/>`,
  )}</div></div>
  <div class="sheet dialogue"><p style="font-size:16px" class="mute">Havella, H2 07:40</p><h2 style="font-size:27px;margin:2px 0 10px">Move by 9 minutes</h2>
  <p style="font-size:17px;padding-bottom:14px">Reason: fog<br>New departure: <b>07:49</b></p><span class="button" style="font-size:17px;padding:8px 22px">Publish</span></div>`;

const phone = (left: number, heading: string, time: string, state: string, color: string): string =>
  `<div class="phone" style="left:${left}px"><p class="mute" style="font-size:16px">From Osten quay</p><h2>Skarvik</h2>
  <p class="clock" style="color:${color}">${time}</p><p style="font-size:19px;margin-top:8px;min-height:54px">${state}</p>
  <div style="border-top:1.5px solid var(--line);margin-top:16px;padding-top:12px;font-size:18px;line-height:1.9"><span class="between"><b>08:20</b> on time</span><span class="between"><b>09:06</b> on time</span></div>
  <p class="mute" style="font-size:16px;margin-top:12px">${heading}</p></div>`;
const phones =
  phone(118, 'Updated 07:31:04', '07:40', 'on time', 'var(--ink)') +
  phone(428, 'Updated 07:31:44', '07:49', '9 minutes late, fog at Skarvik', '#a8401a');

/** Drawings of the quay board, the duty desk's strips and a passenger's phone before and after a delay. */
export const ferryTimetable = [
  draw('ferry-timetable-board', 'hero', board),
  draw('ferry-duty-desk', 'screen', desk),
  draw('ferry-phone', 'screen', phones),
];

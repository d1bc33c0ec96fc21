import { createDrawing, svg } from './drawing.ts';

const css = `
.file{width:690px;height:416px;left:84px;top:126px;padding:34px 42px}
.behind{width:690px;height:416px;padding:16px 30px;font-size:20px;box-shadow:0 0 0 1.5px color-mix(in oklab,var(--ink) 30%,transparent)}
.behind.a{left:142px;top:50px;background:var(--tint)}.behind.b{left:113px;top:88px;background:var(--soft)}
.file h1{font-size:66px;margin:8px 0 26px}.file dl{display:grid;grid-template-columns:1fr 1fr;font-size:26px;border-top:2px solid var(--line)}
.file dl div{padding:16px 0}.file dt{font-size:21px;color:var(--mute)}.file dd{font-weight:600}
.pages{display:flex;gap:18px;padding:22px 24px 18px}.pages figure{width:118px}.pages figcaption{font-size:15px;margin-top:8px}
.rules td:first-child,.rules th:first-child{padding-left:12px}.rules td:last-child{padding-right:8px}
.queue td{height:44px;font-size:17px}.queue td:first-child,.queue th:first-child{padding-left:12px}
.cols{display:grid;grid-template-columns:432px 1fr;height:388px}.cols aside{border-left:1.5px solid var(--line);padding:18px 24px}
.cols li{list-style:none;display:flex;gap:12px;font-size:18px;padding:8px 0;border-bottom:1.5px solid var(--line)}
`;
const draw = createDrawing({ hue: '#6b2756', css });

const tick = svg(
  24,
  24,
  '<circle cx="12" cy="12" r="12" fill="var(--hue)"/><path d="M6 12.5 10.5 17 18 8" fill="none" stroke="#fff" stroke-width="3"/>',
);
const open = svg(24, 24, '<circle cx="12" cy="12" r="10.5" fill="none" stroke="#a8401a" stroke-width="2.5" stroke-dasharray="4 3.2"/>');

const list = `<div class="sheet behind a"></div><div class="sheet behind b"></div>
  <div class="sheet file"><div class="between" style="font-size:24px"><span class="mute">Your next claim</span><span class="mute">HH 22 40817</span></div>
  <h1>Burst pipe, kitchen</h1><dl><div><dt>Documents</dt><dd class="row" style="gap:12px">${svg(26, 26, `<g transform="scale(1.08)"><circle cx="12" cy="12" r="12" fill="var(--hue)"/><path d="M6 12.5 10.5 17 18 8" fill="none" stroke="#fff" stroke-width="3"/></g>`)} complete, 5 of 5</dd></div>
  <div><dt>First decision due</dt><dd>Thursday</dd></div></dl><span class="button" style="font-size:26px;padding:14px 40px;margin-top:16px">Open the file</span></div>`;

const page = (drawing: string): string =>
  svg(118, 156, `<rect width="118" height="156" fill="#fff" stroke="var(--mid)" stroke-width="1.5"/>${drawing}`);
const letter = page(
  `<g stroke="var(--mid)" stroke-width="4"><path d="M14 24H62M14 34H50" /><path d="M14 62H104M14 74H104M14 86H96M14 98H104M14 110H70"/></g><path d="M16 136q10 -16 18 0t18 -6 16 4" fill="none" stroke="var(--hue)" stroke-width="2.5"/>`,
);
const photo = page(
  `<rect x="10" y="10" width="98" height="136" fill="#d9d3cc"/><path d="M10 96H108V146H10Z" fill="#b9aea3"/><path d="M72 10V52q0 10 -10 10H38q-10 0 -10 10V96" fill="none" stroke="#8b9298" stroke-width="9"/><path d="M28 100q-10 18 0 24 10 -6 0 -24ZM14 132q34 -14 74 0 -30 16 -74 0Z" fill="#6f9bb3"/>`,
);
const policy = page(
  `<path d="M0 0H118V30H0Z" fill="var(--hue)"/><g stroke="var(--mid)" stroke-width="4"><path d="M14 52H104M14 64H92"/></g><g fill="none" stroke="var(--mid)" stroke-width="2"><path d="M14 84H104V138H14ZM14 102H104M14 120H104M62 84V138"/></g>`,
);
const figure = (drawing: string, name: string): string => `<figure>${drawing}<figcaption>${name}</figcaption></figure>`;
const detail = `<div class="sheet full"><div class="top"><b>HH 22 40817</b><span class="mute">Burst pipe, kitchen</span></div><div class="cols"><div>
  <div class="pages">${figure(letter, 'Notification')}${figure(photo, 'Photograph')}${figure(policy, 'Policy of 2019')}</div>
  <div style="padding:0 24px;font-size:17px"><p class="mute" style="border-top:1.5px solid var(--line);padding-top:14px">Matched by address and date, confidence 0.97</p><p style="margin-top:8px">Next letter may go out on <b>9 June</b>.</p><p>First decision due on <b>16 June</b>.</p></div></div>
  <aside><h2 style="font-size:27px;margin-bottom:10px">Still missing: one</h2><ul>
  <li>${tick}Notification</li><li>${tick}Photographs</li><li>${tick}Policy in force</li><li>${tick}Plumber’s report</li><li style="border:0">${open}<b style="color:#a8401a">Estimate of repair</b></li></ul>
  <p class="mute" style="font-size:16px;margin-top:8px">Asked for on 4 June</p></aside></div></div>`;

const rows = [
  ['Burst pipe', 'notification, photographs, plumber’s report', '1 Jan 2022'],
  ['Storm, roof', 'notification, photographs, weather record', '1 Jan 2022'],
  ['Theft', 'notification, police number, list of goods', '15 Mar 2022'],
  ['Fire', 'notification, fire report, assessor’s visit', '1 Jan 2022'],
] as const;
const rules = `<div class="sheet full"><div class="top"><b>What a claim needs</b><span class="mute">Household, 14 kinds of damage</span></div>
  <div style="padding:8px 20px"><table class="rules"><tr><th style="width:142px">Damage</th><th>Documents</th><th style="width:120px">Applies from</th></tr>
  ${rows.map(([damage, papers, from], index) => `<tr style="font-size:17px${index === 2 ? ';background:var(--tint)' : ''}"><td style="height:68px"><b>${damage}</b></td><td>${papers}</td><td>${from}</td></tr>`).join('')}</table>
  <p class="mute" style="font-size:16px;margin-top:12px">Theft was changed on 8 March by the claims department: police number added.</p></div></div>`;

const claim = (number: string, damage: string, papers: string, state: string, waiting = false): string =>
  `<tr${waiting ? ' class="mute"' : ''}><td>HH 22 ${number}</td><td>${damage}</td><td>${papers}</td><td>${state}</td></tr>`;
const queue = (title: string, order: string, last: string, ...claims: string[]): string =>
  `<div class="sheet full"><div class="top"><b>${title}</b><span class="mute">${order}</span></div>
  <div style="padding:6px 20px"><table class="queue"><tr><th style="width:150px">Claim</th><th>Damage</th><th style="width:150px">Documents</th><th style="width:150px">${last}</th></tr>${claims.join('')}</table></div></div>`;
const before = queue(
  'Household claims',
  '312 open, by last change',
  'Last change',
  ...(
    [
      ['41902', 'Storm, roof', '2 of 4', 'today, 16:40'],
      ['41877', 'Theft', '1 of 4', 'today, 16:12'],
      ['40817', 'Burst pipe', '5 of 5', 'today, 15:55'],
      ['41650', 'Fire', '3 of 6', 'today, 15:20'],
      ['41811', 'Burst pipe', '2 of 5', 'today, 14:48'],
      ['41530', 'Theft', '3 of 4', 'today, 14:31'],
      ['39944', 'Fire', '6 of 6', 'yesterday'],
    ] as const
  ).map(([number, damage, papers, state]) => claim(number, damage, papers, state, true)),
);
const after = queue(
  'Your next claims',
  '2 complete and due',
  'Decision due',
  claim('39944', '<b>Fire</b>', '6 of 6', '<b>tomorrow</b>'),
  claim('40817', '<b>Burst pipe</b>', '5 of 5', '<b>Thursday</b>'),
);

/** Drawings of the next claim on its pile, a claim file with its missing documents, the table of required documents, and the queue before and after. */
export const claims = [
  draw('claims-worklist', 'hero', list),
  draw('claims-detail', 'screen', detail),
  draw('claims-rules', 'screen', rules),
  draw('claims-queue-before', 'screen', before),
  draw('claims-queue-after', 'screen', after),
];

import { createDrawing, svg } from './drawing.ts';

const css = `
.start{left:120px;top:44px;width:640px;height:600px}.choice{display:grid;grid-template-columns:92px 1fr 30px;align-items:center;height:98px;border:2px solid var(--line);margin-top:14px;padding:0 26px 0 20px;font-size:29px}
.choice.on{border-color:var(--hue);box-shadow:inset 0 0 0 2px var(--hue);background:var(--soft)}.choice i{width:28px;height:28px;border-radius:50%;border:2.5px solid var(--mute)}.choice.on i{border:9px solid var(--hue)}
.q{display:grid;grid-template-columns:1fr 330px;height:388px}.q>div{padding:26px 28px}.q>aside{background:var(--soft);border-left:1.5px solid var(--line);display:grid;place-items:center}
.field{display:inline-flex;align-items:center;border:2px solid var(--ink);height:52px;padding:0 14px;font-size:24px;width:112px;margin-right:10px;background:#fff}
.two{display:grid;grid-template-columns:1fr 1fr;height:388px}.two>div+div{border-left:1.5px solid var(--line)}.two p{padding:12px 20px 8px;font-size:17px}
.answers{border-top:1.5px solid var(--line);margin-top:28px;padding-top:14px;justify-content:space-between}.answers b{font-size:21px}
.plain td{height:60px;padding:0;font-size:17px}.plain th{padding:10px 0}.plain td:last-child{text-align:right}
`;
const draw = createDrawing({ hue: '#4d3b8f', css });
const top = (right: string): string => `<div class="top"><b>Wexcombe planning</b><span class="mute">${right}</span></div>`;

const icon = (body: string): string =>
  svg(64, 56, `<g fill="none" stroke="var(--hue)" stroke-width="3.5" stroke-linejoin="round">${body}</g>`);
const choice = (drawing: string, name: string, on = ''): string => `<div class="choice ${on}">${drawing}<span>${name}</span><i></i></div>`;
const start = `<div class="sheet start" style="padding:32px 40px"><p class="mute" style="font-size:22px">Wexcombe planning</p><h1 style="font-size:44px;margin:8px 0 20px">What do you want to build?</h1>
  ${choice(icon('<path d="M8 52V24L32 8l24 16v28ZM24 52V34h16v18"/>'), 'A shed or summer house', 'on')}${choice(icon('<path d="M2 52V26L20 12l18 14v26ZM38 52V32h24v20ZM46 40h8"/>'), 'An extension')}${choice(icon('<path d="M6 52V16l6 -8 6 8v36ZM26 52V16l6 -8 6 8v36ZM46 52V16l6 -8 6 8v36ZM0 26h64M0 42h64"/>'), 'A fence or wall')}${choice(icon('<path d="M6 52V26L32 6l26 20v26ZM16 30h10v9H16ZM38 30h10v9H38Z"/>'), 'A new house')}</div>`;

const measure = svg(
  270,
  270,
  `<path d="M10 238H260" stroke="var(--mid)" stroke-width="4"/><g fill="#fff" stroke="var(--hue)" stroke-width="4" stroke-linejoin="round"><path d="M36 238V124H182V238Z"/><path d="M24 126L109 56L194 126Z" fill="var(--tint)"/><path d="M86 238V160H130V238Z"/></g>
  <path d="M226 56V238M214 56h24M214 238h24" stroke="#b3261e" stroke-width="4"/><path d="M109 56H206" stroke="#b3261e" stroke-width="2.5" stroke-dasharray="5 6"/>`,
);
const question = `<div class="sheet full">${top('Question 5 of 7')}<div class="q"><div><h1 style="font-size:38px">How high will the shed be?</h1><p style="margin:14px 0 20px">Measure from the ground to the highest point of the roof.</p><p><span class="field">2.4</span> metres</p>
  <p style="margin-top:26px"><span class="button">Continue</span> &ensp; <span class="hue" style="text-decoration:underline">Back</span></p></div><aside>${measure}</aside></div></div>`;

const answers = [
  ['Height', '2.4 m'],
  ['Floor', '12 m²'],
  ['To the boundary', '3 m'],
  ['Use', 'garden tools'],
] as const;
const notNeeded = `<div class="sheet full">${top('Your answer')}<div style="padding:34px 40px"><div class="row" style="gap:24px;align-items:flex-start">${svg(66, 66, '<circle cx="33" cy="33" r="33" fill="#2f7a4d"/><path d="M17 34.5 28.5 46 50 22" fill="none" stroke="#fff" stroke-width="6.5"/>')}
  <div><h1 style="font-size:46px">You do not need a permit.</h1><p style="font-size:20px;margin-top:18px;max-width:520px">A shed up to 2.5 m high and 15 m² may be built in your garden without asking us.</p><p class="mute" style="margin-top:12px">Local plan 2, rule 14, as of 1 April 2022</p>
  <p style="margin-top:24px"><span class="button">Send me this answer</span></p></div></div>
  <div class="row answers">${answers.map(([name, value]) => `<p><span class="mute">${name}</span><br><b>${value}</b></p>`).join('')}</div></div></div>`;

const rooms = (stroke: string): string =>
  `<g fill="none" stroke="${stroke}" stroke-width="5"><path d="M0 0H240V170H0Z"/><path d="M0 96H88M88 0V58M88 84V170M168 170V128M168 96V96M88 96H130M156 96H240"/></g><g fill="none" stroke="${stroke}" stroke-width="2"><path d="M88 58A26 26 0 0 1 114 84H88M130 96A26 26 0 0 1 156 122V96"/></g>`;
const plan = svg(
  380,
  320,
  `<rect x="18" y="10" width="344" height="304" fill="#fff" stroke="var(--line)" stroke-width="1.5" transform="rotate(-1.4 190 160)"/><g transform="translate(70 34) rotate(-1.4)">${rooms('#3c3a36')}</g>
  <g transform="translate(84 258) rotate(-1.4)"><path d="M0 0H160M0 -8V8M80 -8V8M160 -8V8" stroke="#3c3a36" stroke-width="3.5"/><g font-size="15"><text x="-4" y="27">0</text><text x="150" y="27">8 m</text></g></g><rect x="66" y="236" width="208" height="60" fill="none" stroke="#b3261e" stroke-width="4"/>`,
);
const drawing = `<div class="sheet full">${top('Your drawing')}<div class="q" style="grid-template-columns:400px 1fr"><aside style="border:0">${plan}</aside><div><h1 style="font-size:34px">Is this right?</h1><p style="margin-top:16px">We found the scale bar.</p><p style="font:500 46px/1.2 Brygada;margin:10px 0 4px">1 : 100</p><p class="mute">Longest wall: 12.0 m</p>
  <p style="margin-top:26px"><span class="button">Yes, go on</span></p><p style="margin-top:16px" class="hue"><u>No, upload another</u></p></div></div></div>`;

const site = svg(
  366,
  342,
  `<rect width="366" height="342" fill="#ece6d8"/><path d="M0 262Q180 230 366 276V342H0Z" fill="#fff"/><text x="150" y="302" font-size="16" fill="var(--mute)">Mill Lane</text>
  <g fill="#d6cdb9"><path d="M18 150h76v66H18ZM270 166h70v72H270Z"/></g><path d="M108 28L254 40V244L112 226Z" fill="#dfe3c8" stroke="var(--hue)" stroke-width="3" stroke-dasharray="8 6"/><path d="M132 142h92v66h-92Z" fill="#b9ad95"/><path d="M178 62h60v42h-60Z" fill="var(--hue)"/><g transform="translate(20 28)"><path d="M0 0H72M0 -6V6M72 -6V6" stroke="var(--ink)" stroke-width="2.5"/><text x="0" y="24" font-size="15">10 m</text></g>`,
);
const elevation = svg(
  366,
  342,
  `<rect width="366" height="342" fill="#fff"/><g transform="translate(153 140)"><path d="M0 0h60v42H0Z" fill="none" stroke="#3c3a36" stroke-width="4"/><path d="M10 42V20h16v22M40 10h12v12H40Z" fill="none" stroke="#3c3a36" stroke-width="2.5"/></g>
  <g stroke="#b3261e" stroke-width="2.5"><path d="M153 206h60M153 198v16M213 198v16M237 140v42M229 140h16M229 182h16"/></g><g font-size="16"><text x="164" y="232">8.4 m</text><text x="250" y="166">5.9 m</text></g><g transform="translate(20 28)"><path d="M0 0H72M0 -6V6M72 -6V6" stroke="var(--ink)" stroke-width="2.5"/><text x="0" y="24" font-size="15">10 m</text></g>`,
);
const officer = `<div class="sheet full">${top('22/0418, 7 Mill Lane')}<div class="two"><div><p><b>Map</b></p>${site}</div><div><p><b>Applicant’s drawing</b></p>${elevation}</div></div></div>`;

const rules = [
  ['Shed up to 2.5 m high and 15 m²', 'none', '1 Apr 2022'],
  ['Shed above that', 'site plan, elevation', '1 Apr 2022'],
  ['Within 2 m of a boundary', 'neighbour’s letter', '6 Sep 2021'],
  ['In a conservation area', 'photographs', '6 Sep 2021'],
  ['Tree within 5 m', 'tree survey', '10 Jan 2022'],
] as const;
const table = `<div class="sheet full">${top('Decision table, 140 conditions')}<div style="padding:6px 24px"><table class="plain"><tr><th>When</th><th>We ask for</th><th style="text-align:right">Applies from</th></tr>${rules.map(([when, papers, from]) => `<tr><td><b>${when}</b></td><td>${papers}</td><td>${from}</td></tr>`).join('')}</table></div></div>`;

const decisions = [
  ['7 Mill Lane', 'Garden house, 50 m²', 'granted'],
  ['31 Station Road', 'Dormer window', 'granted'],
  ['2 Priory Close', 'Wall, 2.2 m', 'refused'],
  ['Weir Farm', 'Barn to dwelling', 'granted, conditions'],
  ['14 Quay Street', 'Shop front', 'granted'],
] as const;
const register = `<div class="sheet full">${top('Register of decisions')}<div style="padding:6px 24px"><table class="plain"><tr><th>Site</th><th>Proposal</th><th style="text-align:right">Decision, August 2022</th></tr>${decisions.map(([where, what, outcome]) => `<tr><td class="hue"><b>${where}</b></td><td>${what}</td><td>${outcome}</td></tr>`).join('')}</table></div></div>`;

/** Drawings of the permit service: its first question, three pages a resident meets and three the officers use. */
export const permits = [
  draw('permits-start', 'hero', start),
  draw('permits-question', 'screen', question),
  draw('permits-not-needed', 'screen', notNeeded),
  draw('permits-drawing', 'screen', drawing),
  draw('permits-officer', 'screen', officer),
  draw('permits-table', 'screen', table),
  draw('permits-register', 'screen', register),
];

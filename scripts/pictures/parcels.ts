import { createDrawing, svg, range } from './drawing.ts';

const css = `
.nights{display:grid;grid-template-columns:1fr 1fr;padding:18px 24px}.nights>div+div{border-left:1.5px solid var(--line);padding-left:26px}.nights h2{font-size:27px;margin-bottom:2px}
.trace{padding:6px 24px}.trace td{height:50px;padding:0;font-size:18px}.trace td:first-child{width:96px}.trace td:nth-child(2){width:150px;color:var(--mute)}.trace td:last-child{text-align:right}
`;
const draw = createDrawing({ hue: '#b9530f', css });

const chutes = range(9);
const hall = svg(
  900,
  600,
  `<rect x="52" y="58" width="796" height="490" fill="var(--shade)" transform="translate(10 12)"/><rect x="52" y="58" width="796" height="490" fill="var(--paper)" stroke="var(--ink)" stroke-opacity=".4" stroke-width="2"/>
  ${chutes.map((index) => `<g transform="translate(${206 + index * 66} 0)">${[0, 1].map((side) => `<g transform="translate(0 ${side ? 430 : 88})"><rect x="-23" width="46" height="88" fill="${side === 1 && index === 4 ? 'var(--hue)' : 'var(--tint)'}"/><text x="0" y="54" text-anchor="middle" font-size="27" font-weight="600" style="fill:${side === 1 && index === 4 ? '#fff' : 'var(--mute)'}">${side * 9 + index + 1}</text></g>`).join('')}</g>`).join('')}
  <rect x="170" y="212" width="630" height="182" rx="91" fill="none" stroke="var(--line)" stroke-width="46"/><rect x="170" y="212" width="630" height="182" rx="91" fill="none" stroke="var(--paper)" stroke-width="3" stroke-dasharray="3 22"/>
  <path d="M84 303H170" stroke="var(--line)" stroke-width="46"/><text x="80" y="262" font-size="26" font-weight="600">Gate 2</text>
  <path d="M88 303H170Q170 212 261 212H709Q800 212 800 303T709 394H470V424" fill="none" stroke="var(--hue)" stroke-width="12" stroke-linejoin="round"/>
  <rect x="72" y="285" width="36" height="36" fill="#d7a468" stroke="var(--ink)" stroke-width="2.5"/><path d="M90 285v36" stroke="var(--ink)" stroke-width="2.5"/>
  <text x="485" y="298" text-anchor="middle" font-size="46" style="font-family:Brygada">9.2 seconds</text><text x="485" y="334" text-anchor="middle" font-size="24" style="fill:var(--mute)">41 messages</text>`,
);

const changed = [7, 19, 33, 42, 58, 71, 76, 90, 104, 113, 127, 138, 146, 159];
const night = (moved: boolean): string =>
  svg(
    316,
    252,
    range(168)
      .map((index) => {
        const hit = changed.includes(index);
        const [x, y] = [(index % 14) * 23, Math.floor(index / 14) * 20.5];
        return `<rect x="${x}" y="${y}" width="17" height="14" fill="${hit ? (moved ? 'var(--hue)' : 'var(--paper)') : 'var(--tint)'}" ${hit ? 'stroke="var(--hue)" stroke-width="3"' : ''}/>`;
      })
      .join(''),
  );
const replay = `<div class="sheet full"><div class="top"><b>Replay, night of 3 December</b><span class="mute">22:40 to 22:41, 168 parcels</span></div><div class="nights">
  <div><h2>Rule as it is</h2><p class="mute" style="font-size:17px;margin-bottom:14px">14 to chute 6</p>${night(false)}</div><div><h2>Rule as proposed</h2><p style="font-size:17px;margin-bottom:14px" class="hue"><b>the same 14 to chute 14</b></p>${night(true)}</div></div>
  <p class="mute" style="padding:0 24px;font-size:17px">154 parcels take the same chute under both.</p></div>`;

const messages = [
  ['0.000', 'reading', 'Gate 2, scanner', '40 12 7781'],
  ['0.041', 'reading', 'Gate 2, length and height', '38 × 24 cm'],
  ['0.062', 'decision', 'Chute 6, weight unknown', 'provisional'],
  ['4.870', 'reading', 'Scale, belt 3', '11.4 kg'],
  ['4.903', 'decision', 'Chute 14, over 10 kg', 'final'],
  ['9.210', 'outcome', 'Chute 14, light barrier', 'arrived'],
] as const;
const trace = `<div class="sheet full"><div class="top"><b>Parcel 40 12 7781</b><span class="mute">6 of 41 messages</span></div><div class="trace"><table>
  ${messages.map(([time, kind, text, value], index) => `<tr style="${index === 3 ? 'box-shadow:inset 0 0 0 100px #f6cf9d' : ''}"><td style="padding-left:10px">${time} s</td><td style="padding-left:16px">${kind}</td><td>${kind === 'decision' ? `<b>${text}</b>` : text}</td><td style="padding-right:10px">${value}</td></tr>`).join('')}
  </table><p style="font-size:17px;margin-top:16px" class="hue"><b>The weight came 4.8 s late; the decision was revised in 33 ms.</b></p></div></div>`;

/** Drawings of the sorting hall with one parcel's path, a night under two rules and the messages of one parcel. */
export const parcels = [
  draw('parcel-hall-map', 'hero', hall),
  draw('parcel-replay', 'screen', replay),
  draw('parcel-trace', 'screen', trace),
];

import { createDrawing, svg, range } from './drawing.ts';

const css = `
.plan{left:44px;top:44px;width:800px;height:600px}
.spreads{display:grid;grid-template-columns:repeat(4,1fr);gap:26px 24px;padding:28px 32px}.spreads p{font-size:22px;margin-top:8px;display:flex;justify-content:space-between}
.article{display:grid;grid-template-columns:470px 1fr;height:388px}.article>div{padding:20px 28px}.article aside{border-left:1.5px solid var(--line);padding:20px 24px;font-size:17px}
.text{font:400 26px/1.5 Brygada}.text ins{white-space:nowrap}.text del{color:var(--mute);text-decoration-color:var(--hue);text-decoration-thickness:2.5px}.text ins{color:var(--hue);text-decoration:none;border-bottom:2.5px solid var(--hue)}
`;
const draw = createDrawing({ hue: '#a3271f', css });

const lines = (x: number, y: number, count: number, width = 56): string =>
  range(count)
    .map((line) => `<path d="M${x} ${y + line * 9}h${line === count - 1 ? width * 0.6 : width}" stroke="var(--mid)" stroke-width="3.5"/>`)
    .join('');
const layouts: readonly string[] = [
  `<rect x="82" width="80" height="112" fill="var(--hue)"/><path d="M122 30l26 15v30l-26 15 -26 -15v-30Z" fill="#f3c14b"/>${lines(12, 22, 9)}`,
  `${lines(12, 16, 10)}<rect x="94" y="12" width="56" height="40" fill="#c9b28a"/>${lines(94, 66, 5)}`,
  `<rect x="0" width="162" height="58" fill="#8fa58a"/><path d="M0 58Q40 22 82 44T162 26V58Z" fill="#5d7a58"/>${lines(12, 74, 4)}${lines(94, 74, 4)}`,
  `${lines(12, 16, 10)}${lines(94, 16, 10)}`,
  `<rect x="12" y="12" width="56" height="86" fill="#e6d3ae"/><path d="M24 88V50h32v38ZM20 50l20 -18 20 18Z" fill="#a97d44"/>${lines(94, 16, 10)}`,
  `${lines(12, 16, 4)}<circle cx="40" cy="76" r="24" fill="#f3c14b"/><path d="M26 70q14 -12 28 0M26 82q14 12 28 0" stroke="#5b3a1a" stroke-width="5" fill="none"/>${lines(94, 16, 10)}`,
  `<path d="M14 14h134v84H14Z" fill="none" stroke="var(--hue)" stroke-width="3" stroke-dasharray="7 6"/><text x="81" y="64" text-anchor="middle" font-size="22" style="fill:var(--hue)">missing</text>`,
  `${lines(12, 16, 10)}<rect x="94" y="12" width="56" height="86" fill="#d8dccf"/>`,
];
const spread = (layout: string, index: number): string =>
  `<div>${svg(162, 112, `<rect width="162" height="112" fill="#fff"/>${layout}<path d="M81 0V112" stroke="var(--line)" stroke-width="2"/><rect width="162" height="112" fill="none" stroke="var(--mid)" stroke-width="2"/>`)}<p><span>${index * 2 + 2}–${index * 2 + 3}</span></p></div>`;
const plan = `<div class="sheet plan"><div class="top" style="height:86px;padding:0 32px;font-size:24px"><b style="font-size:38px">The Bee-keeper</b><span class="mute">April 2018, one spread late</span></div>
  <div class="spreads">${layouts.map(spread).join('')}${range(4)
    .map((index) => spread(lines(12, 16, 10) + lines(94, 16, 10), index + 8))
    .join('')}</div></div>`;

const versions = `<div class="sheet full"><div class="top"><b>Where to place a hive</b><span class="mute">The Bee-keeper, March 2018, page 14</span></div><div class="article">
  <div><p class="text">A hive should face <del>north-west</del> <ins>south-east</ins>, so that the morning sun reaches the entrance. Keep <del>30&nbsp;cm</del> <ins>3&nbsp;m</ins> of clear flight path in front of it, and never place it in a hollow, where cold air gathers on still nights.</p></div>
  <aside><p class="mute">Printed</p><p><b>1 March 2018</b></p><p class="mute" style="margin-top:14px">Corrected</p><p><b>5 March 2018, 10:42</b></p><p>on the web at 10:48</p>
  <p class="mute" style="margin-top:14px">Reason, required</p><p style="border:1.5px solid var(--hue);padding:9px 12px;margin-top:5px;background:#fff">Two readers wrote. Author confirms both.</p></aside></div></div>`;

const stages = [
  ['Commission', '<path d="M-26 8h52M-26 -6h52"/>'],
  ['Write', '<path d="M-22 20L14 -22l10 9L-12 26l-14 3Z"/>'],
  ['Lay out', '<path d="M-26 -20h52v40h-52ZM0 -20V20M8 -8h12M8 2h12"/>'],
  ['Publish', '<path d="M-24 22V-20h34l14 14v28ZM10 -20v14h14"/>'],
  ['Archive', '<path d="M-26 -18h52v12h-52ZM-22 -6h44v28h-44ZM-8 4h16"/>'],
] as const;
const angle = (index: number): number => (index / stages.length) * 2 * Math.PI - Math.PI / 2;
const flow = svg(
  800,
  500,
  `<g transform="translate(400 262)"><ellipse rx="270" ry="165" fill="none" stroke="var(--paper)" stroke-width="3.5"/>
  ${stages.map((_, index) => `<path d="M0 0L${Math.cos(angle(index)) * 270} ${Math.sin(angle(index)) * 165}" stroke="var(--paper)" stroke-width="3.5"/>`).join('')}
  <g transform="translate(-82 -64)"><rect x="8" y="9" width="164" height="128" fill="var(--shade)"/><rect width="164" height="128" fill="var(--hue)"/><text x="82" y="62" text-anchor="middle" font-size="38" style="font-family:Brygada;fill:#fff">The text</text><text x="82" y="92" text-anchor="middle" font-size="17" style="fill:#fff">eleven elements</text></g>
  ${stages
    .map(
      ([name, icon], index) =>
        `<g transform="translate(${Math.round(Math.cos(angle(index)) * 270)} ${Math.round(Math.sin(angle(index)) * 165)})"><rect x="-71" y="-49" width="142" height="98" fill="var(--paper)" stroke="var(--mid)" stroke-width="1.5"/><g transform="translate(0 -14) scale(.8)" fill="none" stroke="var(--hue)" stroke-width="4">${icon}</g><text y="36" text-anchor="middle" font-size="20" font-weight="600">${name}</text></g>`,
    )
    .join('')}</g>`,
);

/** Drawings of an issue's spreads, a correction after print and the five stages around one text. */
export const editorial = [
  draw('editorial-desk', 'hero', plan),
  draw('editorial-versions', 'screen', versions),
  draw('editorial-flow', 'screen', flow),
];

import { createDrawing, smoothPath, svg, type Point } from './drawing.ts';

const css = `
.shop{inset:54px 64px auto 56px;height:620px}
.goods{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:22px;padding:26px 28px}
.good{background:var(--soft);height:330px;display:grid;place-items:end center;padding-bottom:22px}
.good.on{background:var(--tint)}
.name{font:500 30px/1.1 Brygada;margin-top:16px}.price{font-size:25px;font-weight:600;margin-top:4px}
.product{display:grid;grid-template-columns:372px 1fr;gap:30px;padding:22px 26px}
.view{background:var(--tint);height:318px;display:grid;place-items:end center;padding-bottom:26px}
.small{display:flex;gap:10px;margin-top:10px}.small i{width:58px;height:44px;background:var(--soft);display:grid;place-items:center}.small i:first-child{box-shadow:inset 0 0 0 2px var(--hue)}
.dots{display:flex;gap:10px;margin:8px 0 16px}.dots i{width:30px;height:30px;border-radius:50%}.dots i:first-child{outline:2px solid var(--ink);outline-offset:3px}
.figures{display:grid;grid-template-columns:repeat(4,1fr);padding:16px 24px 12px}.figures div+div{border-left:1.5px solid var(--line);padding-left:18px}
.figures p{font-size:15px;color:var(--mute)}.figures b{font:500 36px/1.15 Brygada;display:block}.figures small{font-size:15px;color:var(--mute)}
`;
const draw = createDrawing({ hue: '#2c5e4d', css });

const chair = (scale: number): string =>
  svg(
    220 * scale,
    230 * scale,
    `<g transform="scale(${scale})" stroke-linejoin="round" stroke-linecap="round">
    <path d="M52 160 36 228M168 160l16 68M70 160l-8 52M150 160l8 52" stroke="#7a5a3a" stroke-width="8" fill="none"/>
    <path d="M58 20Q110 4 162 20L156 128H64Z" fill="var(--hue)"/><path d="M74 32Q110 22 146 32L142 116H78Z" fill="#fff" opacity=".09"/>
    <path d="M46 120Q110 106 174 120L182 158Q110 174 38 158Z" fill="color-mix(in oklab,var(--hue) 82%,#000)"/>
    <path d="M40 78Q22 82 26 104L38 150H54L48 92Q50 82 40 78ZM180 78Q198 82 194 104L182 150H166L172 92Q170 82 180 78Z" fill="#8d6a47"/></g>`,
  );
const lamp = svg(
  150,
  250,
  `<path d="M75 96V236" stroke="#7a5a3a" stroke-width="7"/><path d="M36 240Q75 226 114 240V246H36Z" fill="#7a5a3a"/>
  <path d="M46 14H104L140 100Q75 112 10 100Z" fill="#e9dcb8"/><path d="M46 14H104L140 100Q110 105 92 106Z" fill="#d9c794"/><path d="M98 104V132" stroke="#7a5a3a" stroke-width="2"/><circle cx="98" cy="134" r="4" fill="#7a5a3a"/>`,
);
const vase = svg(
  150,
  240,
  `<path d="M76 112Q66 60 96 14M78 112Q88 66 58 36M74 112Q52 84 34 74" stroke="var(--hue)" stroke-width="4.5" fill="none"/>
  <g fill="var(--hue)"><ellipse cx="100" cy="12" rx="9" ry="17" transform="rotate(24 100 12)"/><ellipse cx="52" cy="32" rx="9" ry="17" transform="rotate(-38 52 32)"/><ellipse cx="28" cy="70" rx="8" ry="15" transform="rotate(-62 28 70)"/><ellipse cx="88" cy="58" rx="7" ry="14" transform="rotate(42 88 58)"/></g>
  <path d="M58 108H94Q90 136 114 164Q124 196 100 236H52Q28 196 38 164Q62 136 58 108Z" fill="#c4643c"/><path d="M94 108Q90 136 114 164Q124 196 100 236H82Q104 190 94 164Q78 136 80 108Z" fill="#a84f2c"/>`,
);
const top = (right: string): string => `<div class="top"><b>Global Retailer</b><span class="mute">${right}</span></div>`;

const good = (picture: string, name: string, price: string, on = ''): string =>
  `<div><div class="good ${on}">${picture}</div><p class="name">${name}</p><p class="price hue">${price}</p></div>`;
const shop = `<div class="sheet shop"><div class="top" style="height:72px;padding:0 28px;font-size:22px"><b style="font-size:30px">Global Retailer</b><span class="mute">Living &ensp; Kitchen &ensp; Basket (1)</span></div>
  <div class="goods">${good(lamp, 'Standing lamp', '€129')}${good(chair(1.08), 'Alder chair', '€420', 'on')}${good(vase, 'Clay vase', '€58')}</div></div>`;

const product = `<div class="sheet full">${top('Living &ensp; Kitchen &ensp; Basket (1)')}
  <div class="product"><div><div class="view">${chair(1.2)}</div></div>
  <div><p class="mute" style="font-size:16px">Living / Chairs</p><h1 style="font-size:42px;margin:4px 0 6px">Alder chair</h1><p style="font-size:26px;font-weight:600" class="hue">€420</p>
  <p style="margin-top:14px;font-size:16px" class="mute">Wool, three colours</p><div class="dots" style="margin-top:10px"><i style="background:var(--hue)"></i><i style="background:#c4643c"></i><i style="background:#3b4a63"></i></div>
  <span class="button" style="font-size:19px;padding:12px 34px">Add to basket</span>
  <p style="margin-top:18px;font-size:16px;border-top:1.5px solid var(--line);padding-top:12px">In stock, delivered on Thursday</p><p class="mute" style="font-size:16px">30 days to change your mind</p></div></div></div>`;

const load: readonly Point[] = [
  ...[20, 14, 24, 17, 10, 23, 18, 52, 80, 96, 121, 128, 124, 132, 128, 131].map((y, week): Point => [week * 40, y]),
  [660, 130],
];
const chart = svg(
  690,
  214,
  `<g transform="translate(30 8)"><g stroke="var(--line)" stroke-width="1.5"><path d="M0 0H660M0 45H660M0 90H660M0 135H660M0 180H660"/></g>
  <path d="${smoothPath(load)}L660 180L0 180Z" fill="var(--tint)"/><path d="${smoothPath(load)}" fill="none" stroke="var(--hue)" stroke-width="4"/>
  <path d="M256 -4L256 180" stroke="var(--ink)" stroke-width="1.5" stroke-dasharray="4 4"/>
  <text x="266" y="23" font-size="15">New front end live</text><g font-size="15" fill="var(--mute)">
  <text x="-30" y="5">4 s</text><text x="-30" y="95">2 s</text><text x="-30" y="185">0 s</text><text x="0" y="204">January</text><text x="256" y="204">March</text><text x="600" y="204">June</text></g></g>`,
);
const figure = (name: string, value: string, was: string): string => `<div><p>${name}</p><b>${value}</b><small>was ${was}</small></div>`;
const admin = `<div class="sheet full"><div class="top"><b>Shop performance</b><span class="mute">January to June 2023</span></div>
  <div class="figures">${figure('Page load', '1.1 s', '3.6 s')}${figure('Conversion', '2.5%', '2.0%')}${figure('Average order', '€92', '€80')}${figure('Uptime', '99.9%', '98.7%')}</div>
  <div style="padding:10px 24px;border-top:1.5px solid var(--line)"><p style="font-size:16px;margin-bottom:8px"><b>Page load</b> <span class="mute">median, by week</span></p>${chart}</div></div>`;

/** Drawings of the shop's catalogue, a product page and the performance board of its administration. */
export const ecommerceRearchitecture = [
  draw('ecommerce-rearchitecture-thumb', 'hero', shop),
  draw('ecommerce-rearchitecture-1', 'screen', product),
  draw('ecommerce-rearchitecture-2', 'screen', admin),
];

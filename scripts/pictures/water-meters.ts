import { createDrawing, svg, range } from './drawing.ts';

const draw = createDrawing({ hue: '#0d6d7e' });

const heights = [118, 142, 104, 150, 126];
const readings = ['412.6', '388.1', '507.9', '291.4', '460.0'];
const house = (index: number): string => {
  const height = heights[index] ?? 120;
  const x = 58 + index * 160;
  return `<g transform="translate(${x} ${318 - height})"><path d="M0 ${height}V0L70 -54L140 0V${height}Z" fill="${index % 2 ? 'var(--mid)' : 'var(--paper)'}" stroke="var(--ink)" stroke-opacity=".5" stroke-width="2"/><path d="M24 ${height}V${height - 56}H58V${height}Z" fill="var(--hue)"/><path d="M82 24H118V58H82Z" fill="var(--tint)" stroke="var(--ink)" stroke-opacity=".4" stroke-width="2"/></g>
  <g transform="translate(${x + 70} 372)"><path d="M0 -54V-14" stroke="var(--ink)" stroke-width="5"/>${range(4)
    .map(
      (mark) =>
        `<circle cx="${-45 + mark * 30}" cy="0" r="11" fill="${index === 3 && mark === 1 ? 'var(--paper)' : 'var(--hue)'}" stroke="${index === 3 && mark === 1 ? '#c4561c' : 'var(--hue)'}" stroke-width="4"/>`,
    )
    .join(
      '',
    )}<text y="62" text-anchor="middle" font-size="34" style="font-family:Brygada${index === 3 ? ';fill:#a8401a' : ''}">${readings[index] ?? ''}</text></g>`;
};
const street = svg(
  900,
  600,
  `<rect y="318" width="900" height="282" fill="color-mix(in oklab,var(--hue) 7%,#efe8d9)"/>${range(5).map(house).join('')}<path d="M0 318H900" stroke="var(--ink)" stroke-width="3"/>
  <path d="M608 446V478" stroke="#c4561c" stroke-width="3"/><rect x="270" y="478" width="572" height="72" fill="var(--paper)" stroke="#c4561c" stroke-width="3"/><text x="556" y="524" text-anchor="middle" font-size="29">not heard at 12:00, repeated at 12:07</text>`,
);

/** Drawings of a street of meters with their last readings, one of them filled by a repeat. */
export const waterMeters = [draw('water-meter-readings', 'hero', street)];

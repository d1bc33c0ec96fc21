import { seededRandom } from '../seeded-random.ts';
import { createDrawing, range, smoothPath, straightPath, svg, type Film, type Point } from './drawing.ts';

const css = `
.film .top{height:84px;padding:0 32px;font-size:24px}.film .top b{font-size:34px}
.lamp{display:flex;align-items:center;gap:14px;font-weight:600}.lamp i{width:30px;height:30px;border-radius:50%;box-shadow:inset 0 0 0 2px var(--ink)}
`;
const draw = createDrawing({ hue: '#33475c', field: '#3a3f45', css });

/** The last three strokes of a punch: how far each goes, the distance from the envelope that is shown, and the lamp. */
const strokes = [
  { number: '11,480', distance: '0.58', reach: 0.58, lamp: ['#4f8a4b', 'inside'] },
  { number: '11,481', distance: '0.94', reach: 0.94, lamp: ['#d98200', 'please look'] },
  { number: '11,482', distance: '1.62', reach: 1.62, lamp: ['#b3261e', 'stopped'] },
] as const;

/** Frames that draw a stroke, and that show the whole of it. */
const [drawing, showing] = [20, 6];
const width = 672;
const xs = range(97).map((index) => index * 7);
const amplitude = (x: number): number => 16 + 68 * Math.exp(-(((x - 310) / 66) ** 2)) + 27 * Math.exp(-(((x - 490) / 56) ** 2));
const envelope = (sign: number): Point[] => xs.map((x) => [x, 138 + sign * amplitude(x) * 1.06]);
const shade = `<path d="${smoothPath(envelope(-1))}${smoothPath(envelope(1).reverse()).replace('M', 'L')}Z" fill="var(--tint)"/>`;

function waveOf(index: number): Point[] {
  const random = seededRandom(29 + index);
  const { reach } = strokes[index] ?? strokes[0];
  return xs.map((x, at) => {
    const outside = reach > 1 && (x < 322 || x > 358) ? 0.82 : reach;
    return [x, 138 + (at % 2 ? 1 : -1) * amplitude(x) * outside * (0.62 + 0.38 * random())];
  });
}

function frame(index: number, step: number): string {
  const { number, distance, reach, lamp } = strokes[index] ?? strokes[0];
  const wave = waveOf(index).slice(0, Math.max(2, Math.round((Math.min(step, drawing) / drawing) * xs.length)));
  const leaving = reach > 1 ? wave.filter(([x]) => x > 310 && x < 368) : [];
  const isHeard = step >= drawing;
  const [color, words] = isHeard ? lamp : ['#fff', 'listening'];
  return `<div class="sheet full film"><div class="top"><b>Press 4, stroke ${number}</b><span class="lamp">${words}<i style="background:${color}"></i></span></div>
  <div style="padding:26px 30px">${svg(
    width,
    310,
    `${shade}<path d="${straightPath(wave)}" fill="none" stroke="var(--hue)" stroke-width="4" stroke-linejoin="round"/>
    ${leaving.length > 1 ? `<path d="${straightPath(leaving)}" fill="none" stroke="#b3261e" stroke-width="6.5" stroke-linejoin="round"/>` : ''}
    <text x="0" y="304" font-size="24" style="fill:var(--mute)">Shaded: the usual strokes of this tool</text>
    <text x="${width}" y="304" font-size="24" font-weight="650" text-anchor="end">${isHeard ? distance : ''}</text>`,
  )}</div></div>`;
}

const last = draw('press-line-strokes', 'screen', frame(2, drawing));

/** The last stroke, which is the poster of the film. */
export const pressLinePoster = last;

/** Three strokes of a press, drawn as they are heard, until the line stops. */
export const pressLineFilm: Film = {
  file: last.file.replace('.jpg', '.mp4'),
  size: 'screen',
  rate: 12,
  frames: [
    ...range(strokes.length).flatMap((index) => range(drawing + showing).map((step) => frame(index, step + 1))),
    ...range(18).map(() => frame(2, drawing)),
  ].map((body) => draw('', 'screen', body).html),
};

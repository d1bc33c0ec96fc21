import { drawnColors, tones } from './colors.ts';

const { paper, wash, ink, muted, line, accent } = drawnColors;

/** Colours of parts, whose names a text lists for each colour. */
const colored = (parts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(parts).flatMap(([color, names]) => names.match(/\w+/g)?.map((name) => [name, color]) ?? []));

/** Colours of parts that differ by their number: branches, slices, sections. */
const numbered = (names: Readonly<Record<string, number>>, colorAt: (index: number) => string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([name, count]) =>
      Array.from({ length: count }, (_, index) => [name.replace('#', String(index)), colorAt(index)]),
    ),
  );

const toneAt = (index: number): string => tones[index % tones.length]?.[0] ?? wash;

const c4Shapes = ['person', ...['system', 'container', 'component'].flatMap((shape) => [shape, `${shape}_db`, `${shape}_queue`])];

/** Settings of Mermaid: plain SVG text, nothing random, and colours that `flatten` knows by their values. */
export const mermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  deterministicIds: true,
  deterministicIDSeed: 'casefolio',
  handDrawnSeed: 7,
  look: 'classic',
  theme: 'base',
  htmlLabels: false,
  fontFamily: 'sans-serif',
  fontSize: 16,
  maxTextSize: 100_000,
  // What a diagram must not choose by itself: it would break the rest or look like another site.
  secure: [
    ...['secure', 'securityLevel', 'startOnLoad', 'suppressErrorRendering', 'maxTextSize', 'maxEdges', 'deterministicIds'],
    ...['handDrawnSeed', 'look', 'theme', 'themeVariables', 'themeCSS', 'darkMode', 'htmlLabels', 'fontFamily', 'fontSize'],
  ],
  flowchart: { htmlLabels: false, useMaxWidth: false },
  class: { htmlLabels: false, useMaxWidth: false },
  state: { useMaxWidth: false },
  gantt: {
    useWidth: 760,
    useMaxWidth: false,
    numberSectionStyles: 4,
    fontSize: 14,
    sectionFontSize: 14,
    barHeight: 26,
    barGap: 6,
    leftPadding: 100,
  },
  themeCSS: `.grid text { font-size: 12px } .grid line { stroke: ${line} } .statediagram-state .label text { text-anchor: middle } .edgeTerminals { font-size: 14px } .edgeLabel rect, .edgeLabel .label rect { opacity: 1 }`,
  xyChart: { width: 700, height: 440, useMaxWidth: false },
  c4: {
    useMaxWidth: false,
    ...Object.fromEntries(
      c4Shapes.flatMap((shape, index) => [
        [`${shape}FontSize`, 16],
        [`${shape}FontFamily`, 'sans-serif'],
        [`external_${shape}FontSize`, 16],
        [`${shape}_bg_color`, toneAt(Math.floor((index + 2) / 3))],
        [`${shape}_border_color`, muted],
        [`external_${shape}_bg_color`, wash],
        [`external_${shape}_border_color`, muted],
      ]),
    ),
  },
  themeVariables: {
    darkMode: false,
    fontFamily: 'sans-serif',
    fontSize: '16px',
    ...{ pieOpacity: '1', pieStrokeWidth: '1px', pieOuterStrokeWidth: '1px' },
    ...{ pieTitleTextSize: '18px', pieSectionTextSize: '16px', pieLegendTextSize: '16px' },
    ...{ archEdgeWidth: '2', commitLabelFontSize: '13px', tagLabelFontSize: '13px' },
    ...colored({
      [paper]: `
        quadrant1Fill quadrant2Fill quadrant3Fill quadrant4Fill
        background secondaryColor tertiaryColor clusterBkg edgeLabelBackground sequenceNumberColor activationBkgColor rectBkgColor
        rowOdd attributeBackgroundColorOdd relationLabelBackground altSectionBkgColor errorBkgColor labelBackgroundColor
        compositeBackground altBackground stateEdgeLabelBackground commitLabelBackground tagLabelBackground
      `,
      [wash]: `
        primaryColor rowEven attributeBackgroundColorEven sectionBkgColor sectionBkgColor2 excludeBkgColor doneTaskBkgColor
        compositeTitleBackground requirementBackground
      `,
      [ink]: `
        primaryTextColor secondaryTextColor tertiaryTextColor textColor titleColor nodeTextColor noteTextColor signalColor
        signalTextColor loopTextColor labelTextColor relationLabelColor activeTaskBorderColor taskTextColor taskTextOutsideColor
        taskTextLightColor taskTextDarkColor taskTextClickableColor errorTextColor transitionLabelColor stateLabelColor
        specialStateColor pieTitleTextColor pieSectionTextColor pieLegendTextColor commitLabelColor tagLabelColor requirementTextColor
        quadrantPointTextFill quadrantTitleFill quadrantXAxisTextFill quadrantYAxisTextFill
      `,
      [muted]: `
        primaryBorderColor tertiaryBorderColor lineColor arrowheadColor border2 clusterBorder noteBorderColor actorLineColor
        activationBorderColor relationColor taskBorderColor doneTaskBorderColor transitionColor compositeBorder pieStrokeColor
        pieOuterStrokeColor archEdgeColor archEdgeArrowColor archGroupBorderColor tagLabelBorder requirementBorderColor
        quadrantExternalBorderStrokeFill
      `,
      [line]: 'secondaryBorderColor gridColor quadrantInternalBorderStrokeFill',
      [accent]: 'critBorderColor todayLineColor vertLineColor quadrantPointFill',
    }),
    ...{ noteBkgColor: toneAt(0), critBkgColor: toneAt(0), taskBkgColor: toneAt(1), activeTaskBkgColor: toneAt(2) },
    ...numbered({ 'git#': 8, 'cScale#': 12, 'fillType#': 8, 'surface#': 5 }, toneAt),
    ...numbered(
      { 'cScaleLabel#': 12, 'gitBranchLabel#': 8, 'gitInv#': 8, 'cScaleInv#': 12, 'cScalePeer#': 12, 'surfacePeer#': 5 },
      () => ink,
    ),
    ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`pie${index + 1}`, toneAt(index)])),
    xyChart: {
      backgroundColor: paper,
      ...colored({
        [ink]: 'titleColor dataLabelColor xAxisLabelColor xAxisTitleColor yAxisLabelColor yAxisTitleColor',
        [muted]: 'xAxisTickColor xAxisLineColor yAxisTickColor yAxisLineColor',
      }),
      plotColorPalette: ['#958c7b', accent, ink, muted].join(','),
    },
  },
};

import { drawnColors, tones } from './colors.ts';

const { paper, wash, ink, muted, line, accent } = drawnColors;

/** Colours of parts that differ by their number: branches, slices, sections. */
const numbered = (names: Readonly<Record<string, number>>, colorAt: (index: number) => string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([name, count]) =>
      Array.from({ length: count }, (_, index) => [name.replace('#', String(index)), colorAt(index)]),
    ),
  );

const toneAt = (index: number): string => tones[index % tones.length]?.[0] ?? wash;

const c4Shapes = [
  'person',
  'system',
  'system_db',
  'system_queue',
  'container',
  'container_db',
  'container_queue',
  'component',
  'component_db',
  'component_queue',
];

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
    background: paper,
    ...{ primaryColor: wash, primaryTextColor: ink, primaryBorderColor: muted },
    ...{ secondaryColor: paper, secondaryTextColor: ink, secondaryBorderColor: line },
    ...{ tertiaryColor: paper, tertiaryTextColor: ink, tertiaryBorderColor: muted },
    ...{ textColor: ink, titleColor: ink, lineColor: muted, arrowheadColor: muted, border2: muted },
    ...{ clusterBkg: paper, clusterBorder: muted, edgeLabelBackground: paper, nodeTextColor: ink },
    ...{ noteBkgColor: toneAt(0), noteTextColor: ink, noteBorderColor: muted },
    ...{
      actorLineColor: muted,
      signalColor: ink,
      signalTextColor: ink,
      loopTextColor: ink,
      labelTextColor: ink,
      sequenceNumberColor: paper,
    },
    ...{ activationBkgColor: paper, activationBorderColor: muted, rectBkgColor: paper },
    ...{ rowOdd: paper, rowEven: wash, attributeBackgroundColorOdd: paper, attributeBackgroundColorEven: wash },
    ...{ relationColor: muted, relationLabelColor: ink, relationLabelBackground: paper },
    ...{ sectionBkgColor: wash, altSectionBkgColor: paper, sectionBkgColor2: wash, excludeBkgColor: wash, gridColor: line },
    ...{ taskBkgColor: toneAt(1), taskBorderColor: muted, activeTaskBkgColor: toneAt(2), activeTaskBorderColor: ink },
    ...{ doneTaskBkgColor: wash, doneTaskBorderColor: muted, critBkgColor: toneAt(0), critBorderColor: accent },
    ...{ taskTextColor: ink, taskTextOutsideColor: ink, taskTextLightColor: ink, taskTextDarkColor: ink, taskTextClickableColor: ink },
    ...{ todayLineColor: accent, vertLineColor: accent, errorBkgColor: paper, errorTextColor: ink },
    ...{ transitionColor: muted, transitionLabelColor: ink, stateLabelColor: ink, labelBackgroundColor: paper, specialStateColor: ink },
    ...{
      compositeBackground: paper,
      compositeTitleBackground: wash,
      compositeBorder: muted,
      altBackground: paper,
      stateEdgeLabelBackground: paper,
    },
    ...{
      pieTitleTextColor: ink,
      pieSectionTextColor: ink,
      pieLegendTextColor: ink,
      pieStrokeColor: muted,
      pieStrokeWidth: '1px',
      pieOuterStrokeColor: muted,
    },
    ...{ pieOpacity: '1', pieTitleTextSize: '18px', pieSectionTextSize: '16px', pieLegendTextSize: '16px', pieOuterStrokeWidth: '1px' },
    ...{ archEdgeColor: muted, archEdgeArrowColor: muted, archGroupBorderColor: muted, archEdgeWidth: '2' },
    ...{ commitLabelColor: ink, commitLabelBackground: paper, commitLabelFontSize: '13px' },
    ...{ tagLabelColor: ink, tagLabelBackground: paper, tagLabelBorder: muted, tagLabelFontSize: '13px' },
    ...{ requirementBackground: wash, requirementBorderColor: muted, requirementTextColor: ink },
    ...{
      quadrantPointFill: accent,
      quadrantPointTextFill: ink,
      quadrantTitleFill: ink,
      quadrantXAxisTextFill: ink,
      quadrantYAxisTextFill: ink,
    },
    ...{ quadrantInternalBorderStrokeFill: line, quadrantExternalBorderStrokeFill: muted },
    ...numbered({ quadrant1Fill: 1, quadrant2Fill: 1, quadrant3Fill: 1, quadrant4Fill: 1 }, () => paper),
    ...numbered({ 'git#': 8, 'cScale#': 12, 'fillType#': 8, 'surface#': 5 }, toneAt),
    ...numbered(
      { 'cScaleLabel#': 12, 'gitBranchLabel#': 8, 'gitInv#': 8, 'cScaleInv#': 12, 'cScalePeer#': 12, 'surfacePeer#': 5 },
      () => ink,
    ),
    ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`pie${index + 1}`, toneAt(index)])),
    xyChart: {
      backgroundColor: paper,
      ...{ titleColor: ink, dataLabelColor: ink },
      ...{ xAxisLabelColor: ink, xAxisTitleColor: ink, xAxisTickColor: muted, xAxisLineColor: muted },
      ...{ yAxisLabelColor: ink, yAxisTitleColor: ink, yAxisTickColor: muted, yAxisLineColor: muted },
      plotColorPalette: ['#958c7b', accent, ink, muted].join(','),
    },
  },
};

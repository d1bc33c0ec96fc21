import { stringify } from 'yaml';
import { interpolate } from '../../src/i18n/strings.ts';
import type { CalendarDate } from '../../src/schemas/calendar.ts';
import { initWords } from './words.ts';

/** Write the one case study that a new site starts with, and its picture: invented, in the language of a locale, with notes for its author. */
export function starterFiles(locale: string, today: CalendarDate): [path: string, text: string][] {
  const { slug, starter } = initWords(locale);
  const { notes, time, share, body, ...texts } = starter;
  const { business_context, technical_challenges, solutions, key_learnings } = texts;
  const folder = `src/content/projects/${slug}`;
  const path = `${folder}/index.md`;
  const frontMatter = [
    note(notes.top),
    '',
    yaml({ title: texts.title }),
    note(notes.tagline),
    yaml({ tagline: texts.tagline }),
    note(notes.client),
    yaml({ client: texts.client, industry: texts.industry, role: texts.role }),
    note(notes.date),
    yaml({ date: today.slice(0, 7), duration: texts.duration }),
    'technologies: [Python, PostgreSQL]',
    note(notes.thumbnail),
    `thumbnail: ./${picture}`,
    '',
    note(notes.metrics),
    yaml({ metrics: { time: { ...time, headline: true }, payment: share } }),
    '',
    note(notes.sections),
    ...Object.entries({ business_context, technical_challenges, solutions, key_learnings }).map(
      ([field, text]) => `${field}: |\n${text.replace(/^/gm, '  ')}`,
    ),
  ];
  return [
    [`${folder}/${picture}`, drawing],
    [path, `---\n${frontMatter.join('\n')}\n---\n\n${interpolate(body, { file: `projects/${slug}/index.md` })}\n`],
  ];
}

const picture = 'picture.svg';

/** Nine sheets, and one: a picture without words, which fits every language and both themes. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800" width="1200" height="800">
  <style>.paper { fill: #e3e3e2 } .sheet { fill: #fff; stroke: #8a8a88; stroke-width: 3 } @media (prefers-color-scheme: dark) { .paper { fill: #313131 } .sheet { fill: #474747; stroke: #a2a2a0 } }</style>
  <path class="paper" d="M0 0h1200v800H0z"/>
${[0, 1, 2, 3, 4, 5, 6, 7, 8].map((sheet) => `  <path class="sheet" d="M${180 + (sheet % 3) * 14} ${630 - sheet * 48}l120-60h260l-120 60z"/>`).join('\n')}
  <path class="sheet" d="M700 630l120-60h260l-120 60z"/>
</svg>
`;

function note(text: string): string {
  return text.replace(/^/gm, '# ');
}

function yaml(fields: object): string {
  return stringify(fields, { lineWidth: 0 }).trimEnd();
}

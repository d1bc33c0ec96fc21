import { format, resolveConfig } from 'prettier';
import { stringify } from 'yaml';
import { interpolate, stringsFor } from '../../src/i18n/strings.ts';
import { paragraph, writeMarkdown } from '../../src/lib/alternates/write-markdown.ts';
import type { CalendarDate } from '../../src/schemas/calendar.ts';
import type { SiteInput } from '../../src/schemas/site.ts';
import { starterFiles } from './starter.ts';
import { initWords } from './words.ts';

export const configPath = 'src/site.config.ts';

/** Write the first files of a site, by path: its options, its pages and one case study, in its language and voice. */
export async function siteFiles(options: SiteInput, { root, today }: { root: string; today: CalendarDate }): Promise<Map<string, string>> {
  const config = await format(configText(options), { ...(await resolveConfig(`${root}/${configPath}`)), filepath: configPath });
  const pages = Object.entries(pageTexts(options)).map(([slug, text]) => [`src/content/pages/${slug}.md`, text] as const);
  return new Map([...pages, ...starterFiles(options.locale ?? 'en-GB', today), [configPath, config]]);
}

/** Comments explain the options, and name one that the questions leave out. Prettier lays out the rest. */
function configText(options: SiteInput): string {
  const comments: Record<string, string> = {
    locale: 'Language of the site, and region for dates and numbers.',
    promise: 'The sentence at the top of the home page, at most 120 characters.',
    description: 'For search results and feeds, at most 200 characters.',
    about: 'The paragraph about you on the home page. More about you belongs in src/content/pages/about.md.',
    author: "kind: 'person' says “I”, kind: 'organization' says “we”.",
    theme: "Your look: docs/theme.md. Without a mark ('initials', 'plate' or the path of your SVG), the icon is public/favicon.svg.",
  };
  const lines = Object.entries(options).flatMap(([key, value]) => [
    ...(comments[key] ? [`// ${comments[key]}`] : []),
    `${key}: ${JSON.stringify(value)},`,
  ]);
  return `import { defineSite } from './schemas/site.ts';

/** Your identity and options. README.md, “Options”, lists all of them; npm run check names a mistake and its line. */
export default defineSite({
${lines.join('\n')}
// The invitation to write to you, at the end of each page:
// contact: { question: '…', action: '…' },
});
`;
}

function pageTexts({ name, promise, about, locale = 'en-GB', author }: SiteInput): Record<'about' | 'contact' | 'accessibility', string> {
  const words = initWords(locale);
  const voice = author.kind ?? 'organization';
  const t = stringsFor(locale, voice);
  const mail = `[${author.email}](mailto:${author.email})`;
  const { aboutPage, contactPage, accessibilityPage } = words;
  return {
    about: page(
      { title: t.about, description: promise, note: aboutPage.note },
      `${text(promise)}\n${text(about)}\n${aboutPage.end[voice]}`,
    ),
    contact: page(
      { title: t.contact, description: interpolate(contactPage.description, { name }), note: contactPage.note },
      `${interpolate(contactPage.write, { mail })}\n\n## ${contactPage.helps[voice]}\n\n${contactPage.list.map((one) => `- ${one}`).join('\n')}`,
    ),
    accessibility: page(
      { title: t.accessibility, description: accessibilityPage.description, note: accessibilityPage.note },
      interpolate(accessibilityPage.text, { mail }),
    ),
  };
}

function page({ note, ...fields }: { title: string; description: string; note: string }, body: string): string {
  return `---\n# ${note}\n${stringify(fields, { lineWidth: 0 })}---\n\n${body}\n`;
}

/** A paragraph of an owner's words, in which nothing is taken for Markdown. */
function text(words: string): string {
  return writeMarkdown([paragraph(words)]);
}

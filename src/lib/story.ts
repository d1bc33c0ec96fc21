import { markdownToMdast, mdxToMdast } from 'satteri';
import { storyOf, type Story } from './story-parts.ts';

/** Find the headings with a role in the body of a case study; MDX that does not compile has none. */
export function readStory(body: string, { mdx }: { mdx: boolean }): Story {
  return storyOf(body, (text) => (mdx ? mdxToMdast : markdownToMdast)(text, { features: { frontmatter: false, gfm: true } }));
}

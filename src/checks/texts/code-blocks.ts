import { checkChart } from './charts.ts';
import type { CodeNote, CodeOptions, CodeRule } from './code-rule.ts';
import { checkDiagram } from './diagrams.ts';
import { checkListing } from './listings.ts';
import type { MarkdownCode } from './markdown.ts';

/** Check a code block by the rules of its language. `root` is the absolute path of the project. */
export function checkCodeBlock(block: Omit<MarkdownCode, 'position'>, options: CodeOptions): CodeNote[] {
  return rules.flatMap((rule) => rule(block, options));
}

const rules: readonly CodeRule[] = [checkListing, checkChart, checkDiagram];

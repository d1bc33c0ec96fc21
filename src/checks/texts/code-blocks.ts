import type { Note } from '../../documents/diagnostic.ts';
import { checkChart } from './charts.ts';
import { checkDiagram } from './diagrams.ts';
import { checkListing } from './listings.ts';
import type { MarkdownCode } from './markdown.ts';

/** Check a code block by the rules of its language. */
export const checkCodeBlock: CodeRule = (block, options) =>
  [checkListing, checkChart, checkDiagram].flatMap((rule) => rule(block, options));

/** Check a code block by one rule. */
export type CodeRule = (block: Omit<MarkdownCode, 'position'>, options: CodeOptions) => CodeNote[];

interface CodeOptions {
  /** The absolute path of the project. */
  root: string;
  /** Whether the author is writing: what a command makes later may be absent. */
  writing?: boolean;
}

/** A diagnostic of a code block. */
export interface CodeNote extends Note {
  /** Line of the code, from 1; 0 for the fence. */
  line: number;
}

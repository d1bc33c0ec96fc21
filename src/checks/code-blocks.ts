import type { FieldDiagnostic } from '../documents/diagnostic.ts';
import { checkChart } from './charts.ts';
import { checkListing } from './listings.ts';
import type { MarkdownCode } from './markdown.ts';

/** Check a code block by the rules of its language. `root` is the absolute path of the project. */
export function checkCodeBlock(block: Omit<MarkdownCode, 'position'>, { root }: { root: string }): CodeNote[] {
  return rules.flatMap((rule) => rule(block, { root }));
}

/** A diagnostic of a code block. */
export interface CodeNote extends Pick<FieldDiagnostic, 'severity' | 'message' | 'fix' | 'value'> {
  /** Line of the code, from 1; 0 for the fence. */
  line: number;
}

export type CodeRule = (block: Omit<MarkdownCode, 'position'>, options: { root: string }) => CodeNote[];

const rules: readonly CodeRule[] = [checkListing, checkChart];

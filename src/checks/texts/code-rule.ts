import type { Note } from '../../documents/diagnostic.ts';
import type { MarkdownCode } from './markdown.ts';

/** Check a code block by one rule. */
export type CodeRule = (block: Omit<MarkdownCode, 'position'>, options: CodeOptions) => CodeNote[];

export interface CodeOptions {
  root: string;
  /** Whether the author is writing: what a command makes later may be absent. */
  writing?: boolean;
}

/** A diagnostic of a code block. */
export interface CodeNote extends Note {
  /** Line of the code, from 1; 0 for the fence. */
  line: number;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describeDiagram, diagramEngine, diagramFile, diagramsFolder } from '../../lib/charts/diagrams.ts';
import type { CodeNote, CodeRule } from './code-blocks.ts';

/** Message of the diagnostic for a diagram whose drawing is absent, or is that of an earlier source. */
export const undrawn = 'is a diagram that is not drawn yet, or has changed since';

/** Check that a diagram is drawn, and has words for those who cannot see it. */
export const checkDiagram: CodeRule = ({ language, meta, code }, { root, writing }) => {
  const engine = diagramEngine(language);
  if (engine === undefined) return [];
  const value = language ?? '';
  const { title, description } = describeDiagram({ code, meta });
  const drawn = existsSync(join(root, diagramsFolder, diagramFile(engine, code)));
  const notes: CodeNote[] = [];
  if (!drawn) notes.push({ line: 0, severity: writing ? 'warning' : 'error', message: undrawn, value, fix: 'run `npm run diagrams`' });
  if (title === undefined) notes.push({ line: 0, severity: 'warning', value, ...noTitle });
  else if (description === undefined) notes.push({ line: 0, severity: 'warning', value, ...noDescription });
  return notes;
};

const noTitle = {
  message: 'is a diagram without a title, by which readers who cannot see it would know it',
  fix: 'write `title="…"` and `description="…"` after the language',
};

const noDescription = {
  message: 'is a diagram without a description, which readers who cannot see it get instead',
  fix: 'say what it shows in `description="…"` after the language',
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { attempt } from './attempt.ts';

/** The name of the owner's secret, in the environment and in `.env`. */
export const secretName = 'CASEFOLIO_SECRET';

/** The shortest secret that nobody guesses. */
export const shortestSecret = 16;

/** Read the owner's secret from the environment, else from the `.env` of the project; undefined where there is none. */
export function readSecret(root: string, environment: NodeJS.ProcessEnv = process.env): string | undefined {
  return environment[secretName]?.trim() || readEnvFile(root)[secretName]?.trim() || undefined;
}

function readEnvFile(root: string): NodeJS.Dict<string> {
  return attempt(() => parseEnv(readFileSync(join(root, '.env'), 'utf8')), {});
}

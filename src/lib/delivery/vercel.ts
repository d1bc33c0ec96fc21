import type { HeaderRule } from './headers.ts';
import type { Move } from './redirect-rules.ts';

/** Write `vercel.json`, which Vercel reads at the top of the folder that is deployed. */
export function vercelFile({ rules, moves, trailingSlash }: VercelOptions): string {
  const config = {
    $schema: 'https://openapi.vercel.sh/vercel.json',
    framework: null,
    trailingSlash: trailingSlash === 'always',
    redirects: moves.map(({ from, to }) => ({ source: literal(from), destination: to, statusCode: 301 })),
    headers: rules.map(({ path, headers }) => ({
      source: folder(path),
      headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
    })),
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

interface VercelOptions {
  rules: readonly HeaderRule[];
  moves: readonly Move[];
  trailingSlash: 'always' | 'never';
}

/** A folder and all in it; a group may not begin with a question mark. */
function folder(path: string): string {
  return path.endsWith('/*') ? `${literal(path.slice(0, -2))}(/.*|)` : literal(path);
}

/** Escape what means something in Vercel's patterns, in which `:name` is one segment as in ours. */
function literal(path: string): string {
  return path.replace(/[(){}+?*\\]/g, '\\$&');
}

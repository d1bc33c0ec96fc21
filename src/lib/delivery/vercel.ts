import type { Delivery } from './headers.ts';

/** Write `vercel.json`, which Vercel reads from the top of the deployed folder. */
export function vercelFile({ rules, redirects, trailingSlash }: Pick<Delivery, 'rules' | 'redirects' | 'trailingSlash'>): string {
  const config = {
    $schema: 'https://openapi.vercel.sh/vercel.json',
    framework: null,
    trailingSlash: trailingSlash === 'always',
    redirects: redirects.map(({ from, to }) => ({ source: escape(from), destination: to, statusCode: 301 })),
    headers: rules.map(({ path, except, headers }) => ({
      source: except === undefined ? pattern(path) : patternWithout(path, except),
      headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
    })),
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** Match a folder and everything below it with `(/.*|)`: Vercel does not accept a group that begins with a question mark. */
function pattern(path: string): string {
  return path.endsWith('/*') ? `${escape(path.slice(0, -2))}(/.*|)` : escape(path);
}

/** Match a folder and everything below it, other than a folder in it. */
function patternWithout(path: string, except: string): string {
  const [folder, inner] = [path, except].map((one) => one.slice(0, -2)) as [string, string];
  return `${escape(folder)}((?!${escape(inner.slice(folder.length))}(?:/|$))(?:/.*|))`;
}

/** Escape Vercel's special characters, all but `:name`, which means the same in our patterns. */
function escape(path: string): string {
  return path.replace(/[(){}+?*\\]/g, '\\$&');
}

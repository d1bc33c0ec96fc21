import { z } from 'zod';

/** An editor of the documents in the browser, off by default; docs/editor.md describes it. */
export const editor = z
  .strictObject({
    host: z.enum(['github', 'gitlab', 'gitea']).describe('Host of the repository; `gitea` is Forgejo and Codeberg too'),
    repository: z
      .string()
      .regex(/^[\w.-]+(?:\/[\w.-]+)+$/, { error: "must be the owner and the name, like 'ann/site'" })
      .describe('Owner and name of the repository, like `ann/site`'),
    branch: z
      .string()
      .regex(/^[\w.-]+(?:\/[\w.-]+)*$/, { error: "must be the name of a branch, like 'main'" })
      .default('main')
      .describe('Branch that it writes to'),
    server: z
      .url({ protocol: /^https$/, error: 'must be an https: address' })
      .transform((address) => new URL(address).origin)
      .optional()
      .describe('Address of the host, for a GitLab or Gitea of your own; defaults to gitlab.com or codeberg.org'),
    appId: z
      .string()
      .regex(/^[\w-]+$/, { error: 'must be the ID of the application, as the host shows it' })
      .optional()
      .describe('ID of the OAuth application, for sign-in without a token on GitLab and Gitea'),
    path: z
      .string()
      .regex(/^\/[a-z0-9][a-z0-9-]*\/$/, { error: "must be one folder between slashes, like '/admin/'" })
      .optional()
      .describe('Folder of the site that the build writes it into, like `/admin/`; or write `origin`'),
    origin: z
      .url({ protocol: /^https$/, error: 'must be an https: address' })
      .transform((address) => new URL(address).origin)
      .optional()
      .describe('Address of its own that you publish it at, like `https://edit.example.com`; `npm run editor` builds it'),
    review: z
      .boolean()
      .default(false)
      .describe('Whether a change waits in a pull request until somebody merges it; only on GitHub and GitLab'),
  })
  .superRefine((options, ctx) => {
    for (const [key, message] of contradictions(options)) ctx.addIssue({ code: 'custom', path: [key], message });
  })
  .optional()
  .describe('Editor of the documents in the browser, at a path of the site or at an address of its own; see docs/editor.md');

export type EditorOptions = NonNullable<z.output<typeof editor>>;

/** List what contradicts another option, by its key. */
function contradictions({ host, server, appId, path, origin, review }: EditorOptions): [string, string][] {
  return [
    ...(path === undefined && origin === undefined
      ? [['path', "is missing; write path: '/admin/', or the address of its own, like origin: 'https://edit.example.com'"] as const]
      : []),
    ...(path !== undefined && origin !== undefined ? [['path', 'contradicts `origin`; keep one of the two'] as const] : []),
    ...(host === 'github' && server !== undefined ? [['server', 'is for GitLab and Gitea only; remove it'] as const] : []),
    ...(host === 'github' && appId !== undefined
      ? [['appId', 'is for GitLab and Gitea only: on GitHub, people sign in with a token; remove it'] as const]
      : []),
    ...(host === 'gitea' && review ? [['review', 'is for GitHub and GitLab only; remove it'] as const] : []),
  ].map(([key, message]) => [key, message]);
}

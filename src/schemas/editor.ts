import { z } from 'zod';
import { httpsOrigin } from './address.ts';

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
    server: httpsOrigin()
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
    origin: httpsOrigin()
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
  const onGitHub = host === 'github';
  const rules: [boolean, string, string][] = [
    [
      path === undefined && origin === undefined,
      'path',
      "is missing; write path: '/admin/', or the address of its own, like origin: 'https://edit.example.com'",
    ],
    [path !== undefined && origin !== undefined, 'path', 'contradicts `origin`; keep one of the two'],
    [onGitHub && server !== undefined, 'server', 'is for GitLab and Gitea only; remove it'],
    [onGitHub && appId !== undefined, 'appId', 'is for GitLab and Gitea only: on GitHub, people sign in with a token; remove it'],
    [host === 'gitea' && review, 'review', 'is for GitHub and GitLab only; remove it'],
  ];
  return rules.flatMap(([applies, key, message]) => (applies ? [[key, message]] : []));
}

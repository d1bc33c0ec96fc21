import { describe, expect, test } from 'vitest';
import { parseOptions } from '../../../src/schemas/option-errors.ts';
import { siteSchema } from '../../../src/schemas/site.ts';

const required = {
  ...{ name: 'Ann', url: 'https://ann.example', promise: 'We mend.', description: 'Mended.', about: 'A practice.' },
  author: { name: 'Ann', email: 'ann@ann.example' },
};
const github = { host: 'github', repository: 'ann/site' };
const parse = (editor: unknown) => parseOptions(siteSchema, { ...required, editor });

describe('the option `editor`', () => {
  test('is off by default, and needs a host, a repository and a place', () => {
    expect(parse(undefined).data?.editor).toBeUndefined();
    expect(parse({ ...github, path: '/admin/' }).data?.editor).toEqual({ ...github, branch: 'main', path: '/admin/', review: false });
    expect(parse({ ...github, origin: 'https://edit.ann.example/' }).data?.editor?.origin).toBe('https://edit.ann.example');
    expect(parse({ ...github, host: 'gitlab', repository: 'a/b/site', path: '/admin/' }).errors).toEqual([]);
  });

  test.each<[string, object, string, RegExp]>([
    ['no place', github, 'path', /is missing; write path: '\/admin\/', or the address of its own/],
    ['two places', { ...github, path: '/admin/', origin: 'https://edit.ann.example' }, 'path', /contradicts `origin`/],
    ['a misspelt host', { ...github, host: 'githab', path: '/admin/' }, 'host', /did you mean `github`/],
    ['a misspelt option', { ...github, pathe: '/admin/' }, 'pathe', /`pathe` is not an option of `editor`; did you mean `path`/],
    [
      'an address for a repository',
      { ...github, repository: 'https://github.com/ann/site', path: '/admin/' },
      'repository',
      /like 'ann\/site'/,
    ],
    ['a path of two folders', { ...github, path: '/a/b/' }, 'path', /one folder between slashes/],
    ['the path of the site', { ...github, path: '/' }, 'path', /one folder between slashes/],
    ['a server of GitHub', { ...github, path: '/admin/', server: 'https://git.example' }, 'server', /GitLab and Gitea only/],
    ['sign-in without a token on GitHub', { ...github, path: '/admin/', appId: 'abc' }, 'appId', /people sign in with a token/],
    ['a review on Gitea', { ...github, host: 'gitea', path: '/admin/', review: true }, 'review', /GitHub and GitLab only/],
  ])('refuses %s', (_, editor, key, message) => {
    expect(parse(editor).errors.map(({ path, message: text }) => [path.slice(1).join('.'), text])).toEqual([
      [key, expect.stringMatching(message)],
    ]);
  });
});

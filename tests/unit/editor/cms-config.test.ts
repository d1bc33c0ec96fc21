import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formShape, type Shape } from '../../../src/lib/content/form-shape.ts';
import { cmsConfig, type ConfigInput } from '../../../src/lib/editor/cms-config.ts';
import { formFields, withoutField, type Field } from '../../../src/lib/editor/form-fields.ts';
import { editorPolicy } from '../../../src/lib/editor/policy.ts';
import { jsonSchemaOf } from '../../../src/lib/json-schema.ts';
import { synonyms } from '../../../src/schemas/metric.ts';
import { pageSchema } from '../../../src/schemas/page.ts';
import { projectSchema } from '../../../src/schemas/project.ts';

const schemas = { projects: jsonSchemaOf(projectSchema), pages: jsonSchemaOf(pageSchema) };
const options = { host: 'github', repository: 'ann/site', branch: 'main', path: '/admin/', review: false } as const;
const input: ConfigInput = {
  ...{ editor: options, name: 'Ann', address: 'https://ann.example/', language: 'en', schemas },
  documents: ['projects/a.md', 'projects/b/index.md', 'projects/c.mdx', 'pages/about.md'],
};
const withTranslation = { ...input, documents: [...input.documents, 'projects/a.de.md', 'pages/about.pt-BR.md'] };

describe('the form', () => {
  test.each([
    ['projects', projectSchema],
    ['pages', pageSchema],
  ] as const)('has one field for each key of the schema, or a reason: %s', (name, { shape }) => {
    const names = formFields(schemas[name]).map((field) => field.name);
    expect(names).toEqual(Object.keys(shape).filter((key) => !Object.hasOwn(withoutField, key)));
    expect(new Set(names).size).toBe(names.length);
  });

  test('has what the form of the product has, at every depth', () => {
    const shapes = formShape(schemas.projects);
    for (const field of formFields(schemas.projects))
      expect(pathsOf(field), field.name).toEqual(pathsOfShape(field.name, shapes[field.name]));
  });

  test('requires the title alone, so that a draft may have gaps', () => {
    const required = (fields: readonly Field[]): string[] =>
      fields.flatMap(({ name, required: one, fields: inner = [] }) => [...(one ? [name] : []), ...required(inner)]);
    expect(required(formFields(schemas.projects))).toEqual(['title']);
    expect(required(formFields(schemas.pages))).toEqual(['title']);
  });

  test('offers each outcome without the other names of its fields', () => {
    const metrics = formFields(schemas.projects).find(({ name }) => name === 'metrics');
    const names = metrics?.fields?.map(({ name }) => name) ?? [];
    expect(names.slice(0, 3)).toEqual(['category', 'sentence', 'label']);
    expect(names.filter((name) => synonyms.some(([usual, ...others]) => name !== usual && (others as string[]).includes(name)))).toEqual(
      [],
    );
  });

  test('begins Markdown in its raw form, which keeps what nobody touches', () => {
    const markdown = formFields(schemas.projects).filter(({ widget }) => widget === 'richtext');
    expect(markdown.length).toBeGreaterThan(8);
    expect(markdown.every(({ modes }) => (modes as string[])[0] === 'raw')).toBe(true);
  });
});

describe('the configuration', () => {
  test('has a collection for each way in which documents are named, and creates case studies in folders', () => {
    expect(cmsConfig(input).collections.map(({ name, path, create }) => [name, path, create])).toEqual([
      ['projects', '{{slug}}/index', true],
      ['projects-md-files', '{{slug}}', false],
      ['projects-mdx-files', '{{slug}}', false],
      ['pages', '{{slug}}', true],
    ]);
    expect(cmsConfig({ ...input, documents: [] }).collections.map(({ name }) => name)).toEqual(['projects', 'pages']);
  });

  test('pairs translations where there are any', () => {
    expect(cmsConfig(input)).not.toHaveProperty('i18n');
    const { i18n, collections } = cmsConfig(withTranslation);
    expect(i18n).toMatchObject({ locales: ['en', 'de', 'pt-BR'], default_locale: 'en', omit_default_locale_from_file_path: true });
    const [first] = collections;
    expect(first?.fields.filter((field) => field['i18n'] !== true)).toEqual([]);
  });

  test('asks for a token, or for the OAuth application of a GitLab or Gitea', () => {
    expect(cmsConfig(input).backend).toEqual({ name: 'github', repo: 'ann/site', branch: 'main', auth_methods: ['token'] });
    const backendOf = (more: object) => cmsConfig({ ...input, editor: { ...options, ...more } }).backend;
    expect(backendOf({ host: 'gitlab', appId: 'abc' })).toMatchObject({
      ...{ name: 'gitlab', base_url: 'https://gitlab.com', api_root: 'https://gitlab.com/api/v4' },
      ...{ auth_type: 'pkce', app_id: 'abc', auth_methods: ['oauth', 'token'] },
    });
    expect(backendOf({ host: 'gitea', server: 'https://git.example' })).toMatchObject({
      ...{ base_url: 'https://git.example', api_root: 'https://git.example/api/v1', auth_methods: ['token'] },
    });
  });

  test('asks for a review where the owner wants one', () => {
    expect(cmsConfig(input)).not.toHaveProperty('publish_mode');
    expect(cmsConfig({ ...input, editor: { ...options, review: true } })).toMatchObject({ publish_mode: 'editorial_workflow' });
  });

  test('allows requests to the host alone', () => {
    const connects = (more: object) => /connect-src ([^;]*)/.exec(editorPolicy({ ...options, ...more }))?.[1];
    expect(connects({})).toBe("'self' blob: data: https://api.github.com");
    expect(connects({ host: 'gitlab' })).toBe("'self' blob: data: https://gitlab.com");
    expect(connects({ host: 'gitea', server: 'https://git.example' })).toBe("'self' blob: data: https://git.example");
    expect(editorPolicy(options)).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|\*/);
  });
});

test('the lock file has the version that was chosen', () => {
  const read = (name: string) =>
    JSON.parse(readFileSync(new URL(`../../../scripts/editor/engine/${name}`, import.meta.url), 'utf8')) as Manifest;
  const version = read('package.json').dependencies?.['@sveltia/cms'];
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(read('package-lock.json').packages?.['node_modules/@sveltia/cms']?.version).toBe(version);
});

/** List a field and the fields in it, without those that have no key in the schema. */
function pathsOf({ name, fields = [], field }: Field, prefix = ''): string[] {
  const inner = [...fields, ...(field?.fields ?? [])];
  return [prefix + name, ...inner.flatMap((one) => pathsOf(one, `${prefix}${name}.`))];
}

function pathsOfShape(name: string, shape: Shape | undefined, prefix = ''): string[] {
  const path = prefix + name;
  if (shape?.kind === 'list') return pathsOfShape(name, shape.item, prefix);
  if (shape?.kind === 'outcomes') {
    const usual = Object.keys(shape.item.fields).filter(
      (key) => !synonyms.some(([first, ...others]) => key !== first && (others as string[]).includes(key)),
    );
    return [path, ...['category', 'sentence', ...usual].map((key) => `${path}.${key}`)];
  }
  if (shape?.kind !== 'map') return [path];
  const words = shape.textKey !== undefined && !shape.fields[shape.textKey] ? [`${path}.${shape.textKey}`] : [];
  return [path, ...words, ...Object.entries(shape.fields).flatMap(([key, one]) => pathsOfShape(key, one, `${path}.`))];
}

interface Manifest {
  dependencies?: Record<string, string>;
  packages?: Record<string, { version: string }>;
}

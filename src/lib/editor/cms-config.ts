import { readFileName } from '../../documents/file-names.ts';
import type { EditorOptions } from '../../schemas/editor.ts';
import type { JsonSchema } from '../json-schema.ts';
import { formFields, type Field } from './form-fields.ts';

/** What the configuration of the editor is made of. */
export interface ConfigInput {
  editor: EditorOptions;
  /** Name of the site. */
  name: string;
  /** Address of the published site, with its base. */
  address: string;
  /** Language of the site, as the names of its translations have it. */
  language: string;
  /** JSON Schemas of the documents. */
  schemas: Record<EditedCollection, JsonSchema>;
  /** Every document, by its path below `src/content/`. */
  documents: readonly string[];
}

export type EditedCollection = 'projects' | 'pages';

/** Fields of the form that are none of the document: the text it was read from, and what the check found. */
export const ownFields = { source: 'document_source', findings: 'document_findings' } as const;

/** Name the format of a document: Sveltia hands it a text without its path. */
export function formatOf(collection: EditedCollection, extension: Extension): string {
  return `${collection}-${extension}`;
}

export type Extension = 'md' | 'mdx';

export type CmsConfig = ReturnType<typeof cmsConfig>;

/** Write Sveltia's configuration: the forms from our schemas, the pictures where the documents look for them. */
export function cmsConfig(input: ConfigInput) {
  const { editor, name, address, language } = input;
  const others = new Set(input.documents.flatMap((path) => readFileName(path.replace(/^[^/]+\//, ''))?.lang ?? []));
  const languages = [language, ...[...others].filter((one) => one !== language).toSorted()];
  const translated = languages.length > 1;
  return {
    load_config_file: false,
    app_title: name,
    site_url: address,
    backend: backendOf(editor),
    ...(editor.review && { publish_mode: 'editorial_workflow' }),
    media_folder: '/src/assets/images/projects',
    public_folder: '/assets/images/projects',
    media_libraries: { all: uploads, stock_assets: { providers: [] } },
    slug: { encoding: 'ascii', clean_accents: true },
    ...(translated && {
      i18n: {
        ...{ structure: 'multiple_files', locales: languages, default_locale: language, initial_locales: 'default' },
        omit_default_locale_from_file_path: true,
      },
    }),
    output: { omit_empty_optional_fields: false },
    collections: kinds.flatMap((kind) => collectionsOf(kind, input, translated)),
  };
}

/** Pictures of a phone are too large for a repository, and have spaces in their names and places in their data. */
const uploads = {
  slugify_filename: true,
  transformations: { raster_image: { format: 'webp', quality: 88, width: 2880, height: 2880 } },
};

const kinds = [
  { collection: 'projects', label: 'Case studies', singular: 'Case study', thumbnail: 'thumbnail.image', folders: true },
  { collection: 'pages', label: 'Pages', singular: 'Page', thumbnail: false, folders: false },
] as const;

/** Sveltia knows one way to name files in a collection. New case studies go into a folder, which holds the pictures too. */
function collectionsOf(
  { collection, label, singular, thumbnail, folders }: (typeof kinds)[number],
  { schemas, documents }: ConfigInput,
  translated: boolean,
) {
  const own = documents.filter((path) => path.startsWith(`${collection}/`)).map((path) => path.slice(collection.length + 1));
  const has = (extension: Extension, inFolder: boolean): boolean =>
    own.some((path) => path.endsWith(`.${extension}`) && path.includes('/') === inFolder);
  const ways = [
    { extension: 'md', inFolder: true, note: '' },
    { extension: 'md', inFolder: false, note: folders ? ' (files)' : '' },
    { extension: 'mdx', inFolder: true, note: ' (MDX)' },
    { extension: 'mdx', inFolder: false, note: folders ? ' (MDX files)' : ' (MDX)' },
  ] as const;
  const fields: Field[] = [
    { name: ownFields.findings, label: 'Check', widget: 'findings', required: false },
    ...formFields(schemas[collection]),
    { name: 'body', label: 'Text', widget: 'richtext', modes: ['raw', 'rich_text'], required: false },
    { name: ownFields.source, label: 'Source', widget: 'hidden' },
  ];
  const i18n = translated ? { i18n: true } : {};
  return ways
    .map((way) => ({ ...way, create: way.extension === 'md' && way.inFolder === folders }))
    .filter(({ create, extension, inFolder }) => create || has(extension, inFolder))
    .map(({ extension, inFolder, note, create }) => ({
      name: create ? collection : `${collection}-${extension}${inFolder ? '-folders' : '-files'}`,
      label: label + note,
      label_singular: singular,
      folder: `src/content/${collection}`,
      path: inFolder ? '{{slug}}/index' : '{{slug}}',
      format: formatOf(collection, extension),
      create,
      // A copy would bring the old addresses along, which belong to one document.
      duplicate: false,
      thumbnail,
      sortable_fields: Object.keys(schemas[collection].properties ?? {}).filter((key) => ['title', 'date', 'updated'].includes(key)),
      ...(inFolder && { media_folder: '', public_folder: '' }),
      ...i18n,
      fields: fields.map((field) => ({ ...field, ...i18n })),
    }));
}

function backendOf({ host, repository, branch, server = servers[host], appId }: EditorOptions) {
  const common = { name: host, repo: repository, branch, auth_methods: appId === undefined ? ['token'] : ['oauth', 'token'] };
  if (host === 'github') return common;
  return {
    ...{ ...common, base_url: server, ...(appId !== undefined && { app_id: appId }) },
    api_root: `${server}/api/${host === 'gitlab' ? 'v4' : 'v1'}`,
    ...(host === 'gitlab' && appId !== undefined && { auth_type: 'pkce' }),
  };
}

/** Where each host is, unless the owner has their own. */
export const servers = { github: 'https://github.com', gitlab: 'https://gitlab.com', gitea: 'https://codeberg.org' } as const;

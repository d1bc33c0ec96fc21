import { languageOf, languages } from '../../i18n/languages.ts';
import { jsonSchemaOf } from '../../lib/json-schema.ts';
import type { Site } from '../api.ts';
import { schemas } from './front-matter-edits.ts';
import type { Workspace } from './workspace.ts';

/** Everything that the page needs to start. */
export function describeSite({ site: { name, locale } }: Pick<Workspace, 'site'>): Site {
  return {
    name,
    locale,
    languages: languages.filter((one) => one !== languageOf(locale)),
    schemas: { projects: jsonSchemaOf(schemas.projects), pages: jsonSchemaOf(schemas.pages), selections: jsonSchemaOf(schemas.selections) },
  };
}

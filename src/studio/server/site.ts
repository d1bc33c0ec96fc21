import { languageOf, languages } from '../../i18n/languages.ts';
import { jsonSchemaOf } from '../../lib/json-schema.ts';
import { pageSchema } from '../../schemas/page.ts';
import { projectSchema } from '../../schemas/project.ts';
import { selectionSchema } from '../../schemas/selection.ts';
import type { Site } from '../api.ts';
import type { Workspace } from './workspace.ts';

/** Everything that the page needs to start. */
export function describeSite({ site: { name, locale } }: Pick<Workspace, 'site'>): Site {
  return {
    ...{ name, locale },
    languages: languages.filter((one) => one !== languageOf(locale)),
    schemas: { projects: jsonSchemaOf(projectSchema), pages: jsonSchemaOf(pageSchema), selections: jsonSchemaOf(selectionSchema) },
  };
}

import { slugify } from '../../../src/documents/file-names.ts';
import { textAt } from '../../../src/documents/values.ts';

/**
 * Render the simple templates of permalinks, in Liquid or Nunjucks: `{{ title | slug }}` and `{% if slug %} … {% else %} … {% endif %}`.
 * Null if a variable has no value or a filter is unknown.
 */
export function renderTemplate(template: string, data: Record<string, unknown>): string | null {
  let isComplete = true;
  const chosen = template.replace(
    /\{%-?\s*if\s+([\w.]+)\s*-?%\}([^]*?)(?:\{%-?\s*else\s*-?%\}([^]*?))?\{%-?\s*endif\s*-?%\}/g,
    (_, name: string, yes: string, no = '') => (lookUp(name, data) === undefined ? no : yes),
  );
  const rendered = chosen.replace(/\{\{-?\s*([^}]*?)\s*-?\}\}/g, (_, expression: string) => {
    // A script calls its filters: `slugify(data.title)`.
    const [variable = '', ...filters] = expression.replace(/^(?:this\.)?(\w+)\(([^()]*)\)$/, '$2 | $1').split('|');
    const value = filters.reduce<string | undefined>(
      (text, filter) => (text === undefined ? undefined : filterNamed(filter)?.(text, filter)),
      lookUp(variable, data),
    );
    isComplete &&= value !== undefined;
    return value ?? '';
  });
  return isComplete && !rendered.includes('{%') ? rendered.trim() : null;
}

function lookUp(expression: string, data: Record<string, unknown>): string | undefined {
  const name = expression.trim();
  const quoted = /^(['"])(.*)\1$/.exec(name)?.[2];
  if (quoted !== undefined) return quoted;
  return textAt(data, name.replace(/^data\./, '').split(/\??\./)) || undefined;
}

type Filter = (text: string, source: string) => string | undefined;

function filterNamed(filter: string): Filter | undefined {
  return filters[/^\s*(\w+)/.exec(filter)?.[1] ?? ''];
}

const slug: Filter = (text) => slugify(text.replaceAll('&', ' and '));
const lower: Filter = (text) => text.toLowerCase();
const filters: Record<string, Filter | undefined> = {
  slug,
  slugify: slug,
  lower,
  downcase: lower,
  url: (text) => text,
  date: (text, source) => {
    const [year = '', month = '', day = ''] = text.split('-');
    return /['"](.+)['"]/
      .exec(source)?.[1]
      ?.replace(/%Y|yyyy|YYYY/g, year)
      .replace(/%m|MM/g, month)
      .replace(/%d|dd|DD/g, day);
  },
};

import { stringsFor } from '../i18n/strings.ts';
import type { JsonSchema } from '../lib/json-schema.ts';
import { sectionFields } from '../schemas/sections.ts';
import { findingsOf } from './findings.ts';
import { plain, react, type ImmutableMap } from './react.ts';

interface PreviewProps {
  entry: ImmutableMap;
  /** Sveltia's own preview of a field: Markdown as sanitised HTML. */
  widgetFor: (key: string) => unknown;
}

/** The preview of a document in the styles of the site: title, sentence, outcomes and sections; a confidential client under its alias. */
export function preview({ schema, path, locale }: { schema: JsonSchema; path: string; locale: string }): unknown {
  const { createClass, h } = react();
  const t = stringsFor(locale);
  return createClass({
    render(this: { props: PreviewProps }) {
      const { entry, widgetFor } = this.props;
      const data = plain(entry.getIn(['data']));
      const text = (key: string): string => (typeof data[key] === 'string' ? data[key].trim() : '');
      const { readings } = findingsOf(data, { path, schema, locale });
      const sections = sectionFields.filter((field) => text(field) !== '');
      const client = shownClient(data['client']);
      return h(
        'main',
        { className: 'preview' },
        client && h('p', { className: 'mb-2 text-small text-muted' }, client),
        h('h1', { className: 'max-w-title text-h1' }, text('title')),
        text('tagline') && h('p', { className: 'mt-4 text-deck text-muted' }, text('tagline')),
        readings.length > 0 && h('ul', { className: 'mt-8 outcomes' }, ...readings.map((words) => h('li', { className: 'strong' }, words))),
        ...sections.map((field) =>
          h(
            'section',
            { className: 'part', key: field },
            h('h2', { className: 'text-h2' }, t.section[field].heading),
            h('div', { className: 'prose' }, widgetFor(field)),
          ),
        ),
        h('div', { className: 'prose' }, widgetFor('body')),
      );
    },
  });
}

/** The name that readers see: the alias of a confidential client, and nothing while it has none. */
function shownClient(client: unknown): string {
  const { name, alias, confidential } = plain(client) as Partial<Record<string, unknown>>;
  const shown = confidential === true ? alias : name;
  return typeof shown === 'string' ? shown : '';
}

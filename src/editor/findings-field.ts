import type { JsonSchema } from '../lib/json-schema.ts';
import type { Entry } from './document-format.ts';
import { findingsOf, type Findings } from './findings.ts';
import { plain, react, type ImmutableMap } from './react.ts';

interface Control {
  props: { entry?: ImmutableMap; value?: unknown; onChange: (value: string) => void };
  findings: () => Findings;
}

/**
 * The field at the top of each form: what the check finds, and how it reads the outcomes. Sveltia asks a field whether it is valid only
 * when its own value changes, so the errors are its value; no document has it.
 */
export function findingsField({ schemaOf, pathOf, locale }: FindingsOptions): unknown {
  const { createClass, h } = react();
  const field = {
    findings(this: Control): Findings {
      const { entry } = this.props;
      const data = plain(entry?.getIn(['data'])) as Entry;
      const [collection, slug, path] = ['collection', 'slug', 'path'].map((key) => String(entry?.get(key) ?? '')) as [
        string,
        string,
        string,
      ];
      const others = Object.keys(plain(entry?.get('i18n')));
      return findingsOf(data, { path: path || pathOf(collection, slug, others), schema: schemaOf(collection), locale });
    },
    report(this: Control) {
      const { diagnostics, blocks } = this.findings();
      const value = blocks
        ? diagnostics
            .filter(({ severity }) => severity === 'error')
            .map(({ field: name, message }) => `${name} ${message}`)
            .join('\n')
        : '';
      if (value !== (this.props.value ?? '')) this.props.onChange(value);
    },
    componentDidMount(this: Control & { report: () => void }) {
      this.report();
    },
    componentDidUpdate(this: Control & { report: () => void }) {
      this.report();
    },
    isValid(this: Control) {
      return this.findings().blocks ? { error: { message: blocked } } : true;
    },
    render(this: Control) {
      const { diagnostics, readings } = this.findings();
      const listOf = (wanted: 'error' | 'warning') =>
        diagnostics
          .filter(({ severity }) => severity === wanted)
          .map(({ field: name, message, value, fix }) =>
            h(
              'li',
              null,
              ...inCode(`${name ? `\`${name}\` ` : ''}${message}${value ? ` (${value})` : ''}${fix ? `. ${sentence(fix)}` : ''}`),
            ),
          );
      const inCode = (text: string) => text.split('`').map((part, index) => (index % 2 === 0 ? part : h('code', null, part)));
      const [errors, advice] = [listOf('error'), listOf('warning')];
      return h(
        'div',
        { className: 'findings', role: 'status' },
        readings.length > 0 && h('p', null, 'We understood:'),
        readings.length > 0 && h('ul', { className: 'readings' }, ...readings.map((words) => h('li', null, words))),
        errors.length > 0 && h('p', { className: 'error' }, 'To correct:'),
        errors.length > 0 && h('ul', { className: 'errors' }, ...errors),
        advice.length > 0 && h('details', null, h('summary', null, `Advice (${advice.length})`), h('ul', null, ...advice)),
        diagnostics.length === 0 && h('p', null, 'The check finds nothing wrong in this document.'),
        h('p', { className: 'limits' }, limits),
      );
    },
  };
  return createClass(field);
}

interface FindingsOptions {
  schemaOf: (collection: string) => JsonSchema;
  /** Where a new document will be; `others` are the languages that the editor has beside the one of this form. */
  pathOf: (collection: string, slug: string, others: string[]) => string;
  locale: string;
}

const blocked = 'The errors above would break the site. Correct them, or tick “Draft”.';

const limits =
  'Other documents, links between them and pictures are checked when the site is built. If that fails, the last good site stays.';

function sentence(fix: string): string {
  return fix.charAt(0).toUpperCase() + fix.slice(1);
}

import type { JsonSchema } from '../lib/json-schema.ts';
import { findingsOf, type Findings } from './findings.ts';
import { plain, react, type ImmutableMap } from './react.ts';

interface Control {
  props: { entry?: ImmutableMap; value?: unknown; onChange: (value: string) => void };
}

/**
 * The field at the top of each form: what the check finds, and how it reads the outcomes. Sveltia asks a field whether it is valid only
 * when its own value changes, so the errors are its value; no document has it.
 */
export function findingsField({ schemaOf, pathOf, locale }: FindingsOptions): unknown {
  const { createClass, h } = react();
  const check = ({ props: { entry } }: Control): Findings => {
    const text = (key: string): string => String(entry?.get(key) ?? '');
    const collection = text('collection');
    const path = text('path') || pathOf(collection, text('slug'), Object.keys(plain(entry?.get('i18n'))));
    return findingsOf(plain(entry?.getIn(['data'])), { path, schema: schemaOf(collection), locale });
  };
  const report = (control: Control): void => {
    const { diagnostics, blocks } = check(control);
    const errors = blocks ? diagnostics.filter(({ severity }) => severity === 'error') : [];
    const value = errors.map(({ field, message }) => `${field} ${message}`).join('\n');
    if (value !== (control.props.value ?? '')) control.props.onChange(value);
  };
  const inCode = (text: string) => text.split('`').map((part, index) => (index % 2 === 0 ? part : h('code', null, part)));
  const item = ({ field, message, value, fix }: Findings['diagnostics'][number]) =>
    h('li', null, ...inCode(`${field ? `\`${field}\` ` : ''}${message}${value ? ` (${value})` : ''}${fix ? `. ${sentence(fix)}` : ''}`));
  return createClass({
    componentDidMount(this: Control) {
      report(this);
    },
    componentDidUpdate(this: Control) {
      report(this);
    },
    isValid(this: Control) {
      return check(this).blocks ? { error: { message: blocked } } : true;
    },
    render(this: Control) {
      const { diagnostics, readings } = check(this);
      const { error: errors = [], warning: advice = [] } = Object.groupBy(diagnostics, ({ severity }) => severity);
      return h(
        'div',
        { className: 'findings', role: 'status' },
        readings.length > 0 && h('p', null, 'We understood:'),
        readings.length > 0 && h('ul', { className: 'readings' }, ...readings.map((words) => h('li', null, words))),
        errors.length > 0 && h('p', { className: 'error' }, 'To correct:'),
        errors.length > 0 && h('ul', { className: 'errors' }, ...errors.map(item)),
        advice.length > 0 && h('details', null, h('summary', null, `Advice (${advice.length})`), h('ul', null, ...advice.map(item))),
        diagnostics.length === 0 && h('p', null, 'The check finds nothing wrong in this document.'),
        h('p', { className: 'limits' }, limits),
      );
    },
  });
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

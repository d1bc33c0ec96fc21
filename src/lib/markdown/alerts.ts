import type { Strings } from '../../i18n/strings.ts';
import { escapeHtml } from './escape-html.ts';

/** The kinds of alerts, as GitHub names them: a quotation that begins with `[!NOTE]`. */
export const alertKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const satisfies (keyof Strings['prose']['alerts'])[];

export type AlertKind = (typeof alertKinds)[number];

/** Read the kind at the start of a quotation, in lower case; null where there is none. */
export function alertMark(text: string): string | null {
  return /^\[!([a-z]+)\]/i.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** Give the alerts of rendered HTML their names, in a form of the page or of a feed. */
export function withAlerts(html: string, { colon, prose: { alerts } }: Strings, form: AlertForm): string {
  return html.replace(opening, (whole, written: string, own: string, end: string) => {
    const kind = alertKinds.find((one) => one === written.toLowerCase());
    if (!kind) return whole;
    const title = own ? `${alerts[kind]}${colon}${own}` : alerts[kind];
    return forms[form](title, kind, escapeHtml(alerts[kind])) + (end === '\n' ? '<p>' : '');
  });
}

/** End the paragraph after the kind and title of each alert, where a conversion of HTML would join the lines. */
export function splitAlerts(html: string): string {
  return html.replace(opening, (whole, kind: string, own: string, end: string) =>
    end === '\n' ? `<blockquote><p>${`[!${kind}] ${own}`.trim()}</p><p>` : whole,
  );
}

type AlertForm = keyof typeof forms;

const forms = {
  page: (title: string, kind: AlertKind, name: string) =>
    `<blockquote class="alert ${kind}" role="note" aria-label="${name}"><p class="alert-title">${title}</p>`,
  feed: (title: string) => `<blockquote><p><strong>${title}</strong></p>`,
};

/** The quotation and its first line: the kind, and a title of its own. Other tools fold what has a plus or minus. */
const opening = /<blockquote>\s*<p>\[!([a-z]+)\][-+]?[ \t]*([^\n]*?)(?:<br ?\/?>)?(\n|<\/p>)/gi;

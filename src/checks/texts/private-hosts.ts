import type { Note } from '../../documents/diagnostic.ts';

/** Whether an address leads to the reader's own computer, however its number is written. */
export function isLocalhost(address: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(hostOf(address));
}

/** Whether an address leads into a private network, by its number or its name. https://www.rfc-editor.org/rfc/rfc6762#appendix-G */
export function isPrivateHost(address: string): boolean {
  const host = hostOf(address);
  return (
    /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.)[\d.]+$/.test(host) ||
    /^\[f(?:[cd]|e[89ab])/.test(host) ||
    /\.(?:local|lan|internal|intranet|corp|home|private|home\.arpa)$/.test(host) ||
    /^[a-z\d_-]+$/.test(host)
  );
}

export const privateHost = {
  severity: 'warning',
  message: 'links into a private network, where no reader can follow',
  fix: 'write the published address, or put it in backticks to show it',
} as const satisfies Note;

/** Host of an http(s) address as browsers read it: in lower case, with numbers in full and without a last dot; empty for any other address. */
function hostOf(address: string): string {
  if (!/^https?:/i.test(address)) return '';
  return URL.parse(address)?.hostname.replace(/\.$/, '') ?? '';
}

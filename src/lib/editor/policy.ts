import type { EditorOptions } from '../../schemas/editor.ts';
import { servers } from './cms-config.ts';

/**
 * The content security policy of the editor, which no other page has. Sveltia writes `<style>` elements, shows pictures as `blob:` and
 * its preview in a frame of `blob:`, and sends to the host of the repository alone.
 */
export function editorPolicy({ host, server = servers[host] }: EditorOptions): string {
  const api = host === 'github' ? 'https://api.github.com' : server;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline' blob:",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self' blob: data: ${api}`,
    'frame-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

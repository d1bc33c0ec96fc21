/** Escape text for HTML and XML, between tags and in double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Undo `escapeHtml`. */
export function unescapeHtml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#3[49]|#38);/g, (whole, name: string) => entities[name] ?? whole);
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#34': '"', '#38': '&', '#39': "'" };

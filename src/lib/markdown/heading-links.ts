/** Make the words of each heading with an id a link to it, which readers copy to point at this part; headings with a link stay. */
export function withHeadingLinks(html: string): string {
  return html.replace(heading, (whole, open: string, id: string, content: string, close: string) =>
    content.includes('<a ') ? whole : `${open}<a class="here" href="#${id}">${content}</a>${close}`,
  );
}

/** A heading of the author's: neither one of the template's, nor that of the notes, which readers do not see. */
const heading = /(<h[2-6](?=[^>]* id="((?!section-)[^"]+)")(?![^>]*\bsr-only\b)[^>]*>)([^]*?)(<\/h[2-6]>)/g;

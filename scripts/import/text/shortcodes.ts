import { markBlock } from './blocks.ts';
import { fenceCode } from './code-fences.ts';
import { mermaidFence } from './mermaid.ts';
import type { ConversionContext, TemplateConverter } from './conversion-context.ts';
import { parseArguments } from './figures.ts';
import { writeForeignTag } from './foreign-tag.ts';

/** Convert Hugo shortcodes: what readers saw of them becomes Markdown, and what they enclose stays. Expects protected code. */
export const convertShortcodes: TemplateConverter = (text, context, protect) => {
  const highlighted = text
    .replace(
      /\{\{[<%]\s*highlight\s+([\w+#-]+)([^]*?)[>%]\}\}\n?([^]*?)\n?\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/g,
      (_, language: string, options: string, code: string) => protect(fenceCode(language, options, code)),
    )
    .replace(/\{\{[<%]\s*mermaid\b[^]*?[>%]\}\}([^]*?)\{\{[<%]\s*\/\s*mermaid\s*[>%]\}\}/g, (_, code: string) =>
      protect(mermaidFence(code)),
    )
    // Written so that Hugo shows the shortcode itself.
    .replace(/\{\{([<%])\/\*([^]*?)\*\/([>%])\}\}/g, (_, open: string, inner: string, close: string) =>
      protect(`{{${open}${inner}${close}}}`),
    );
  const quoted = highlighted.replace(
    /\{\{[<%]\s*([\w./-]*(?:quote|testimonial)[\w./-]*)\s*([^]*?)\s*[>%]\}\}([^]*?)\{\{[<%]\s*\/\s*\1\s*[>%]\}\}/gi,
    (_, name: string, rest: string, content: string) => writeForeignTag({ name, args: parseArguments(rest), content }),
  );
  return quoted.replace(
    /\{\{([<%])\s*(\/?)\s*([\w./-]+)\s*([^]*?)\s*\/?\s*[>%]\}\}/g,
    (tag, _open: string, slash: string, name: string, rest: string, offset: number) => {
      if (slash) return '';
      const args = parseArguments(rest);
      const convert = Object.hasOwn(shortcodes, name) ? shortcodes[name] : undefined;
      const known = convert?.(args, context);
      if (known !== undefined) return known;
      const after = quoted.slice(offset + tag.length);
      const end = after.search(new RegExp(`\\{\\{[<%]\\s*/\\s*${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`));
      const written = writeForeignTag({ name, args, content: end === -1 ? undefined : after.slice(0, end) });
      if (written === '' || end !== -1)
        context.log.add('dropped', context.part, `the shortcode \`${name}\`, which does not exist here; its words and pictures stay`);
      return written !== '' && end !== -1 ? `${written}\n\n` : written;
    },
  );
};

/** Converts the arguments of a shortcode; undefined if they make no sense. */
type Shortcode = (args: Readonly<Record<string, string>>, context: ConversionContext) => string | undefined;

/** Hugo's own shortcodes that are no figure or video (https://gohugo.io/content-management/shortcodes/). */
const shortcodes: Readonly<Record<string, Shortcode>> = {
  ref: reference,
  relref: reference,
  gist: ({ 0: user, 1: id }) => (user && id ? markBlock(`[Gist](https://gist.github.com/${user}/${id})`) : undefined),
};

/** A link to a page that is not imported leads nowhere; `convertReferences` removes it. */
function reference({ 0: path }: Readonly<Record<string, string>>, context: ConversionContext): string | undefined {
  return path === undefined ? undefined : (context.linkTo(path.replace(/^\//, '')) ?? '');
}

import { isLanguageTag } from '../i18n/languages.ts';
import { slugPattern } from '../schemas/slug.ts';
import { errorIn, warningIn, type FieldDiagnostic } from './diagnostic.ts';

/** The slug and language in a document's file name; the language is null unless the document is a translation. */
export interface FileName {
  slug: string;
  lang: string | null;
  diagnostics: FieldDiagnostic[];
}

/**
 * Read the name of a file below a collection's folder (`a.md`, `a.de.md`, `a/index.mdx`). Null for a file that is not a document:
 * pictures, and anything that begins with `.` or `_`.
 */
export function readFileName(relative: string): FileName | null {
  const parts = relative.split('/');
  if (parts.some((part) => /^[._]/.test(part))) return null;
  const file = parts.at(-1) ?? '';
  if (!/\.mdx?$/.test(file)) return otherFile(relative, file);
  const { base, lang } = splitLanguage(file.replace(/\.mdx?$/, ''));
  if (parts.length === 1) return withSlug(base, lang, (slug) => `${slug}${file.slice(base.length)}`);
  const folder = parts[0] ?? '';
  if (parts.length === 2 && base === 'index') return withSlug(folder, lang, (slug) => `${slug}/${file}`);
  const name = base === 'index' ? (parts.at(-2) ?? base) : base;
  const slug = (base === 'index' ? parts.slice(0, -1) : parts).join('-').replace(/\.mdx?$/, '');
  const message = 'is nested too deeply: a folder contains one document, `index.md` or `index.mdx`';
  const fix = `move it to \`${slugify(name)}.md\` in the folder of its collection`;
  return { slug, lang, diagnostics: [errorIn([], message, fix, { value: relative })] };
}

/** Turn any name into a valid slug: accents and case dropped, everything else a hyphen. */
export function slugify(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđð]/giu, (letter) => ligatures[letter.toLowerCase()] ?? letter)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug || 'case-study';
}

/** Return the key by which slugs are compared. */
export function slugKey({ slug, lang }: Pick<FileName, 'slug' | 'lang'>): string {
  return `${slug}\0${lang ?? ''}`.normalize('NFC').toLowerCase();
}

const ligatures: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd' };
const otherMarkdown = /\.(?:markdown|mdown|mkdn?|mdwn|mdtxt|mdtext|rmd|qmd)$/i;
const otherDocuments = /\.(?:html?|rst|adoc|asciidoc|org|textile|txt|docx?|odt|rtf)$/i;

function otherFile(relative: string, file: string): FileName | null {
  const extension = /\.[^.]*$/.exec(file)?.[0] ?? '';
  const base = file.slice(0, file.length - extension.length);
  const wrongCase = /^\.mdx?$/i.test(extension);
  if (wrongCase || otherMarkdown.test(file)) {
    const fix = `rename it to \`${slugify(base)}${wrongCase ? extension.toLowerCase() : '.md'}\``;
    const message = `has the extension \`${extension}\`; a document has \`.md\` or \`.mdx\``;
    const slug = base === 'index' ? (relative.split('/').at(-2) ?? base) : base;
    return { slug, lang: null, diagnostics: [errorIn([], message, fix, { value: file })] };
  }
  if (!otherDocuments.test(file)) return null;
  const message = `is ignored: it has the extension \`${extension}\`, and a document has \`.md\` or \`.mdx\``;
  const ignored = warningIn([], message, 'write it as Markdown, or start its name with `_`', { value: file });
  return { slug: base, lang: null, diagnostics: [ignored] };
}

/** Split `name.de` into name and language. */
function splitLanguage(name: string): { base: string; lang: string | null } {
  const dot = name.lastIndexOf('.');
  const tag = name.slice(dot + 1);
  return dot > 0 && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) && isLanguageTag(tag)
    ? { base: name.slice(0, dot), lang: tag }
    : { base: name, lang: null };
}

function withSlug(slug: string, lang: string | null, rename: (slug: string) => string): FileName {
  if (slugPattern.test(slug)) return { slug, lang, diagnostics: [] };
  const message = 'has a name that cannot be an address: use lower-case letters, digits and single hyphens';
  return { slug, lang, diagnostics: [errorIn([], message, `rename it to \`${rename(slugify(slug))}\``, { value: slug })] };
}

import { isLanguageTag } from '../schemas/language.ts';
import type { Finding } from './diagnostic.ts';

/** What a file's name says: the address of its page, its language where it is a translation, and what is wrong with it. */
export interface Named {
  slug: string;
  lang: string | null;
  findings: Finding[];
}

const legal = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const documents = /\.mdx?$/;
const otherMarkdown = /\.(?:markdown|mdown|mkdn?|mdwn|mdtxt|mdtext|rmd|qmd)$/i;
const otherDocuments = /\.(?:html?|rst|adoc|asciidoc|org|textile|txt|docx?|odt|rtf)$/i;

/**
 * Read the name of a file below a collection's folder (`a.md`, `a.de.md`, `a/index.mdx`). Null for what is no document:
 * pictures, and whatever begins with `.` or `_`.
 */
export function readName(relative: string): Named | null {
  const parts = relative.split('/');
  if (parts.some((part) => /^[._]/.test(part))) return null;
  const file = parts.at(-1) ?? '';
  if (!documents.test(file)) return strayFile(relative, file);
  const { base, lang } = stem(file.replace(documents, ''));
  if (parts.length === 1) return named(base, lang, (slug) => `${slug}${file.slice(base.length)}`);
  const folder = parts[0] ?? '';
  if (parts.length === 2 && base === 'index') return named(folder, lang, (slug) => `${slug}/${file}`);
  return {
    ...named(
      parts
        .slice(0, base === 'index' ? -1 : undefined)
        .join('-')
        .replace(documents, ''),
      lang,
      (slug) => slug,
    ),
    findings: [
      fault(`lies where no document is looked for: a folder holds one document, \`index.md\` or \`index.mdx\``, {
        value: relative,
        fix: `move it to \`${proposal(base === 'index' ? (parts.at(-2) ?? base) : base)}.md\` in the folder of its collection`,
      }),
    ],
  };
}

/** Make a legal slug of any name: accents and case dropped, everything else a hyphen. */
export function proposal(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđð]/giu, (letter) => ligatures[letter.toLowerCase()] ?? letter)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug || 'case-study';
}

/** What two slugs are compared by. */
export function slugKey({ slug, lang }: Pick<Named, 'slug' | 'lang'>): string {
  return `${slug}\0${lang ?? ''}`.normalize('NFC').toLowerCase();
}

const ligatures: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd' };

function strayFile(relative: string, file: string): Named | null {
  const extension = /\.[^.]*$/.exec(file)?.[0] ?? '';
  const base = file.slice(0, file.length - extension.length);
  const wrongCase = /^\.mdx?$/i.test(extension);
  if (wrongCase || otherMarkdown.test(file)) {
    const right = wrongCase ? extension.toLowerCase() : '.md';
    const slug = base === 'index' ? (relative.split('/').at(-2) ?? base) : base;
    return {
      slug,
      lang: null,
      findings: [
        fault(`ends in \`${extension}\`; a document ends in \`.md\` or \`.mdx\``, {
          value: file,
          fix: `rename it to \`${proposal(base)}${right}\``,
        }),
      ],
    };
  }
  if (!otherDocuments.test(file)) return null;
  const message = `ends in \`${extension}\` and is not read: a document ends in \`.md\` or \`.mdx\``;
  return {
    slug: base,
    lang: null,
    findings: [{ ...fault(message, { value: file, fix: 'write it as Markdown, or begin its name with `_`' }), severity: 'warning' }],
  };
}

/** Part `name.de` into name and language. */
function stem(name: string): { base: string; lang: string | null } {
  const dot = name.lastIndexOf('.');
  const tag = name.slice(dot + 1);
  return dot > 0 && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) && isLanguageTag(tag)
    ? { base: name.slice(0, dot), lang: tag }
    : { base: name, lang: null };
}

function named(slug: string, lang: string | null, rename: (slug: string) => string): Named {
  if (legal.test(slug)) return { slug, lang, findings: [] };
  const fix = `rename it to \`${rename(proposal(slug))}\``;
  return {
    slug,
    lang,
    findings: [fault('has a name that makes no address: lower-case letters, digits and single hyphens only', { value: slug, fix })],
  };
}

function fault(message: string, rest: Pick<Finding, 'value' | 'fix'>): Finding {
  return { severity: 'error', field: [], line: 1, column: 1, message, ...rest };
}

/** Read an SVG's size from its width and height or its view box; null for a file that is not an SVG. */
export function identifySvg(bytes: Uint8Array): SvgInfo | { message: string; fix: string } | null {
  const text = new TextDecoder().decode(bytes);
  const [, prolog = '', root] =
    /^((?:\s|<\?xml[^>]*>|<!DOCTYPE[^[>]*(?:\[[^\]]*\])?\s*>|<!--(?:[^-]|-(?!->))*-->)*)<svg\b([^>]*)>/i.exec(text.slice(0, 16_384)) ?? [];
  if (root === undefined) return null;
  if (compoundEntity.test(prolog)) {
    return {
      message: 'is an SVG whose entities contain other entities or files, which can expand without limit',
      fix: 'save it as plain SVG',
    };
  }
  const length = (name: string): number | undefined => {
    const written = new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`).exec(root)?.[1];
    return whole(written);
  };
  const box = /\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(root);
  const width = length('width') ?? whole(box?.[1]);
  const height = length('height') ?? whole(box?.[2]);
  if (Math.max(width ?? 0, height ?? 0) > maxSide) {
    const [w, h, max] = [width ?? 0, height ?? 0, maxSide].map((number) => number.toLocaleString('en-GB'));
    return { message: `is ${w} × ${h} pixels large; ${max} are the limit for a side`, fix: 'save it smaller' };
  }
  return { width, height, ...(code.test(text) ? { scripted: true } : {}) };
}

/** Round a size up to whole pixels, as HTML requires them. Drawing programs write fractions. */
function whole(written: string | undefined): number | undefined {
  return Math.ceil(Number(written ?? 0)) || undefined;
}

export interface SvgInfo {
  /** Undefined for an SVG without a size. */
  width: number | undefined;
  height: number | undefined;
  /** Whether the file contains code. */
  scripted?: true;
}

const maxSide = 100_000;

/** Editors declare namespaces as entities; those are harmless. An entity that refers to an entity, a parameter or a file is not. */
const compoundEntity = /<!ENTITY\s+(?:%|[^\s"'>]+\s+(?:SYSTEM|PUBLIC|"[^"]*[&%]|'[^']*[&%]))/i;

/** Code that a browser would run when the file is opened on its own. */
const code = /<(?:[\w-]+:)?(?:script|handler|iframe|embed|object)\b|<[^<>]*\son[a-z]+\s*=|(?:java|vb)script\s*:/i;

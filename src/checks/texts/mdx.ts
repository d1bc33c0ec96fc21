import { existsSync, readdirSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { mdxToJs, mdxToMdast, type MdastNode, type MdxjsEsm } from 'satteri';
import { attempt } from '../../documents/attempt.ts';
import { createLocator, type Position } from '../../documents/positions.ts';
import { escapeControlCharacters } from '../../documents/diagnostic.ts';
import { closestMatch } from '../../schemas/closest-match.ts';
import type { MarkdownNote } from './markdown-text.ts';
import { checkCode } from './mdx-code.ts';
import { nodesOf } from './nodes.ts';
import { describeRemoval, styleAttribute } from './raw-html.ts';

/**
 * Compile an MDX body and resolve its imports, without running any of it. Positions count from the start of the body.
 * `root` is the project's, `file` the document's absolute path.
 */
export function checkMdx(body: string, { root, file }: { root: string; file: string }): MarkdownNote[] {
  const options = { features: { frontmatter: false, gfm: true } };
  let tree: MdastNode;
  let code: string;
  try {
    ({ code } = mdxToJs(body, options));
    tree = mdxToMdast(body, options);
  } catch (error) {
    return [syntaxDiagnostic(error)];
  }
  const nodes = nodesOf(tree);
  const scripts = nodes.filter((node) => node.type === 'mdxjsEsm');
  const source = scripts.map(({ value }) => value).join('\n');
  const positionAt = createLocator(body);
  const imports = scripts.flatMap((node) => checkImports(node, { root, file, positionAt }));
  const unknown = unknownNames(nodes, { source, code, body, positionAt });
  const shown = objects(nodes);
  return [
    ...imports,
    ...repeatedNames(scripts, positionAt),
    ...unknown,
    ...checkCode(code, { body, known: new Set([...unknown, ...shown].flatMap(({ value = '' }) => value.match(identifiers) ?? [])) }),
    ...shown,
    ...inlineStyles(nodes, body),
  ];
}

const identifiers = /[\p{ID_Start}$_][\p{ID_Continue}$]*/gu;

const extensions = ['', '.ts', '.tsx', '.mts', '.js', '.jsx', '.mjs', '.json', '/index.ts', '/index.js'];
/** Modules that exist only during a build. */
const virtualModules = /^(?:astro|virtual):/;

function syntaxDiagnostic(error: unknown): MarkdownNote {
  const message = error instanceof Error ? error.message : String(error);
  const parts = /^(?:(\d+):(\d+): )?([^]*?)(?:\s*\((?:mdx|mdxjs-rs)[^)]*\))?$/.exec(message.replace(/\s*\(\d+:\d+\)/g, ''));
  const [, inline] = /closing tag for `(<\w+>)` before the end of `paragraph`/.exec(parts?.[3] ?? '') ?? [];
  return {
    line: Number(parts?.[1] ?? 1),
    column: Number(parts?.[2] ?? 1),
    severity: 'error',
    message: `is not valid MDX: ${parts?.[3] ?? message}`,
    fix: inline
      ? `write \`${inline}\` on a line of its own, if it goes beyond a paragraph, or close it`
      : 'close every tag and brace, or write `\\{` and `&lt;` for the characters themselves',
  };
}

interface ImportContext {
  root: string;
  file: string;
  positionAt: (offset: number) => Position;
}

/** Resolve the specifiers of static and dynamic imports and of re-exports. */
function checkImports({ value, position }: MdxjsEsm, context: ImportContext): MarkdownNote[] {
  const start = position?.start.offset ?? 0;
  return [...value.matchAll(specifiers)].flatMap((match): MarkdownNote[] => {
    const specifier = match[2] ?? match[4] ?? '';
    const error = checkImport(specifier, context);
    const at = start + match.index + match[0].indexOf(specifier);
    return error ? [{ ...context.positionAt(at), severity: 'error', value: specifier, ...error }] : [];
  });
}

/** The addresses of static imports and re-exports, and of dynamic imports. */
const specifiers = /(?:^|[;\n])\s*(?:import|export)\b[^'"`;]{0,2000}?\bfrom\s*(["'])(.*?)\1|\bimport\s*\(?\s*(["'])(.*?)\3/g;

function checkImport(written: string, { root, file }: ImportContext): Pick<MarkdownNote, 'message' | 'fix'> | null {
  const specifier = written.replace(/[?#].*$/, '');
  if (virtualModules.test(specifier) || isBuiltin(specifier)) return null;
  if (/^[./]/.test(specifier)) {
    const target = specifier.startsWith('/') ? join(root, specifier) : join(dirname(file), specifier);
    if (extensions.some((extension) => isFile(target + extension))) return null;
    const siblings = attempt(() => readdirSync(dirname(target)), []);
    const match = closestMatch(basename(target), siblings);
    const fix = match
      ? `did you mean \`${specifier.slice(0, specifier.lastIndexOf('/') + 1)}${match}\`?`
      : 'correct the path; it is relative to the document, or starts with `/src/` at the root';
    return { message: `imports \`${written}\`, but no such file exists`, fix };
  }
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules', name))) return null;
    if (dirname(folder) === folder) break;
  }
  return {
    message: `imports \`${written}\`, but no such package is installed`,
    fix: 'start the path of a file with `./` or `../`, or install the package',
  };
}

/** Find names that two imports or declarations give, which would stop the build. */
function repeatedNames(scripts: readonly MdxjsEsm[], positionAt: ImportContext['positionAt']): MarkdownNote[] {
  const seen = new Set<string>();
  return scripts.flatMap((node) =>
    [...node.value.matchAll(declarations)].flatMap(({ 0: value, 1: name = '', index }): MarkdownNote[] => {
      const isRepeated = seen.has(name);
      seen.add(name);
      const { line } = positionAt((node.position?.start.offset ?? 0) + index);
      const message = `declares \`${name}\` a second time`;
      return isRepeated ? [{ line, column: 1, severity: 'error', value, message, fix: 'delete one of the two' }] : [];
    }),
  );
}

const declarations = /^(?:import|export\s+(?:const|let|function|class))\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/gmu;

/** Find components and names in braces that are neither imported nor declared; they would fail the build when the page is rendered. */
function unknownNames(nodes: readonly MdastNode[], { source, code, body, positionAt }: UnknownNamesOptions): MarkdownNote[] {
  const declared = new Set(source.match(identifiers));
  const seen = new Set<string>();
  const inTree = nodes.flatMap((node) => {
    if (!node.type.startsWith('mdx') || node.type === 'mdxjsEsm') return [];
    const position = positionOf(node);
    return usesOf(node).flatMap((use) => {
      if (seen.has(use.name) || declared.has(use.name)) return [];
      seen.add(use.name);
      return [notImported(use, position)];
    });
  });
  // The compiler knows the components within expressions.
  const missing = [...code.matchAll(/_missingMdxReference\("([^".]+)[^"]*", \w+\)/g)].slice(0, 100).map(([, name = '']) => name);
  const others = new Set(missing).difference(seen);
  return [
    ...inTree,
    ...[...others].map((name) => {
      const at = body.search(new RegExp(`<${name.replaceAll('$', '\\$')}(?![\\w$])`));
      return notImported(componentUse(name), positionAt(Math.max(0, at)));
    }),
  ];
}

interface UnknownNamesOptions extends Pick<ImportContext, 'positionAt'> {
  /** What the document imports and declares. */
  source: string;
  /** What the compiler makes of the body. */
  code: string;
  body: string;
}

function notImported({ name, written, fix }: Use, position: Position): MarkdownNote {
  return { ...position, severity: 'error', value: name, message: `uses \`${written}\`, which is not imported`, fix };
}

function positionOf({ position }: MdastNode): Position {
  return { line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
}

interface Use {
  name: string;
  written: string;
  fix: string;
}

/** List the names that an element or expression needs: its component, and the name with which each expression begins. */
function usesOf(node: MdastNode): Use[] {
  if ('value' in node) return namesIn(node.value);
  const component = 'name' in node && typeof node.name === 'string' ? (node.name.split('.')[0] ?? '') : '';
  const attributes = 'attributes' in node && Array.isArray(node.attributes) ? node.attributes : [];
  const expressions = attributes.flatMap(({ value }) => (typeof value === 'object' ? (value?.value ?? []) : []));
  return [...(/^[A-Z_$]/.test(component) ? [componentUse(component)] : []), ...expressions.flatMap(namesIn)];
}

function componentUse(name: string): Use {
  return { name, written: `<${name}>`, fix: `import ${name} at the top of the body` };
}

/**
 * Find the names in an expression, except words of JavaScript, globals and what every MDX document has. Of one that declares names itself,
 * as a function does, only the name with which it begins is certain.
 */
function namesIn(expression: string): Use[] {
  const plain = expression.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');
  const names = /=>|[{}`<]|\/[*/]|\b(?:function|class)\b|\/.*\//.test(plain)
    ? [/^\s*([\p{ID_Start}$_][\p{ID_Continue}$]*)(?![\p{ID_Continue}$]|\s*=>)/u.exec(expression)?.[1]]
    : [...plain.matchAll(/(?<![\p{ID_Continue}$.#]|\btypeof\s+)([\p{ID_Start}$_][\p{ID_Continue}$]*)/gu)].map(([name]) => name);
  return names.flatMap((name): Use[] => {
    if (name === undefined || name in globalThis || given.has(name)) return [];
    const fix = `import or declare ${name} at the top of the body, or write \`\\{\` for the character itself`;
    return [{ name, written: `{${name}}`, fix }];
  });
}

const words = 'true false null this typeof void new await async function class delete import super yield in instanceof of as';
const given = new Set(`props frontmatter url file ${words}`.split(' '));

/** Find objects in braces, mostly placeholders of templates like `{{ title }}`, which would print as `[object Object]`. */
function objects(nodes: readonly MdastNode[]): MarkdownNote[] {
  return nodes.flatMap((node): MarkdownNote[] => {
    if ((node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') || !/^\s*\{/.test(node.value)) return [];
    const fix = 'write the text itself, or `\\{\\{` for the characters';
    const message = 'is an object, which has no text to show';
    return [{ ...positionOf(node), severity: 'error', value: `{${node.value}}`, message, fix }];
  });
}

/** Find the elements with an inline style, also within expressions; a component may do with a `style` what it likes. */
function inlineStyles(nodes: readonly MdastNode[], body: string): MarkdownNote[] {
  return nodes.flatMap((node): MarkdownNote[] => {
    if (!node.type.startsWith('mdx')) return [];
    const [from = 0, to = 0] = [node.position?.start.offset, node.position?.end.offset];
    const isElement = (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && /^[a-z]/.test(node.name ?? '');
    const isStyled = isElement && node.attributes.some((one) => one.type === 'mdxJsxAttribute' && one.name === 'style');
    const written =
      'value' in node ? /<[a-z][\w.-]*(?=[^<>]*\sstyle\s*=)[^<>]*/.exec(node.value)?.[0] : isStyled ? body.slice(from, to) : undefined;
    if (written === undefined) return [];
    const value = escapeControlCharacters(/^[^\n>]*>?/.exec(written)?.[0] ?? '');
    return [{ ...positionOf(node), severity: 'warning', value, ...describeRemoval(styleAttribute, written) }];
  });
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

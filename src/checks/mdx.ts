import { existsSync, readdirSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { mdxToJs, mdxToMdast, type MdastNode } from 'satteri';
import type { Place } from '../documents/positions.ts';
import type { Finding } from '../documents/diagnostic.ts';
import { nearest } from '../documents/closest-match.ts';

type MdxFinding = Place & Pick<Finding, 'severity' | 'message' | 'fix' | 'value'>;

/**
 * Compile an MDX body and resolve what it imports, without running any of it. Faults have the line and column of the body.
 * `root` is the project's, `file` the document's absolute path.
 */
export function checkMdx(body: string, { root, file }: { root: string; file: string }): MdxFinding[] {
  const options = { features: { frontmatter: false, gfm: true } };
  let tree: MdastNode;
  try {
    mdxToJs(body, options);
    tree = mdxToMdast(body, options);
  } catch (error) {
    return [syntaxFinding(error)];
  }
  const scripts = collect(tree, (node) => node.type === 'mdxjsEsm');
  const source = scripts.map((node) => ('value' in node ? node.value : '')).join('\n');
  const imports = scripts.flatMap((node) => importsOf(node, { root, file }));
  return [...imports, ...unknownComponents(tree, source)];
}

const extensions = ['', '.ts', '.tsx', '.mts', '.js', '.jsx', '.mjs', '.json', '/index.ts', '/index.js'];
/** Modules that only exist while Astro builds. */
const virtual = /^(?:astro|virtual):/;

function syntaxFinding(error: unknown): MdxFinding {
  const message = error instanceof Error ? error.message : String(error);
  const parts = /^(?:(\d+):(\d+): )?([^]*?)(?:\s*\(\d+:\d+\))?(?:\s*\((?:mdx|mdxjs-rs)[^)]*\))?$/.exec(message);
  return {
    line: Number(parts?.[1] ?? 1),
    column: Number(parts?.[2] ?? 1),
    severity: 'error',
    message: `cannot be compiled as MDX: ${parts?.[3] ?? message}`,
    fix: 'close every tag and brace, or write `\\{` and `&lt;` where the sign itself is meant',
  };
}

/** Find the specifiers of static and dynamic imports and of re-exports, and look each of them up. */
function importsOf(node: MdastNode, context: { root: string; file: string }): MdxFinding[] {
  if (!('value' in node) || !node.position) return [];
  const { line, column } = node.position.start;
  const source = node.value;
  const found = [
    ...source.matchAll(/(?:^|[;\n])\s*(?:import|export)\b[^'"`;]{0,2000}?\bfrom\s*(["'])(.*?)\1|\bimport\s*\(?\s*(["'])(.*?)\3/g),
  ];
  return found.flatMap((match) => {
    const specifier = match[2] ?? match[4] ?? '';
    const fault = importFault(specifier, context);
    if (!fault) return [];
    const before = source.slice(0, match.index + match[0].indexOf(specifier));
    const lines = before.split('\n');
    const at = { line: line + lines.length - 1, column: (lines.length === 1 ? column : 1) + (lines.at(-1)?.length ?? 0) };
    return [{ ...at, severity: 'error' as const, value: specifier, ...fault }];
  });
}

function importFault(written: string, { root, file }: { root: string; file: string }): Pick<MdxFinding, 'message' | 'fix'> | null {
  const specifier = written.replace(/[?#].*$/, '');
  if (virtual.test(specifier) || isBuiltin(specifier)) return null;
  if (/^[./]/.test(specifier)) {
    const target = specifier.startsWith('/') ? join(root, specifier) : join(dirname(file), specifier);
    if (extensions.some((extension) => isFile(target + extension))) return null;
    const near = nearest(basename(target), names(dirname(target)));
    const fix = near
      ? `did you mean \`${specifier.slice(0, specifier.lastIndexOf('/') + 1)}${near}\`?`
      : 'mend the path; it begins at the document, or with `/src/` at the root';
    return { message: `imports \`${written}\`, and there is no such file`, fix };
  }
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules', name))) return null;
    if (dirname(folder) === folder) break;
  }
  return {
    message: `imports \`${written}\`, and no such package is installed`,
    fix: 'begin the path of a file with `./` or `../`, or install the package',
  };
}

/** Components that nothing imports or declares would fail the build when the page is rendered. */
function unknownComponents(tree: MdastNode, source: string): MdxFinding[] {
  const elements = collect(tree, (node) => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement');
  const seen = new Set<string>();
  return elements.flatMap((node) => {
    const name = 'name' in node && typeof node.name === 'string' ? (node.name.split('.')[0] ?? '') : '';
    if (!/^[A-Z_$]/.test(name) || seen.has(name)) return [];
    seen.add(name);
    if (new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(source)) return [];
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    return [
      {
        line,
        column,
        severity: 'error' as const,
        message: `uses \`<${name}>\`, which is not imported`,
        fix: `import ${name} at the top of the body`,
      },
    ];
  });
}

function collect(root: MdastNode, wanted: (node: MdastNode) => boolean): MdastNode[] {
  const found: MdastNode[] = [];
  const left = [root];
  for (let node = left.pop(); node; node = left.pop()) {
    if (wanted(node)) found.push(node);
    if ('children' in node) for (const child of (node.children as MdastNode[]).toReversed()) left.push(child);
  }
  return found;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

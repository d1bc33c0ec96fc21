import ts from 'typescript';
import { SourceScalar } from '../../src/schemas/scalar.ts';

/** The literals of a JavaScript or TypeScript file, which is never run. */
export interface ScriptLiterals {
  /** Values of the constants at the top level, by name. */
  constants: ReadonlyMap<string, unknown>;
  /** Every object literal, the outer ones before the inner ones. */
  objects: Record<string, unknown>[];
}

/**
 * Read the literals of a script without running it. A call counts as its first argument (`defineConfig({ … })`), a name as the constant or
 * the imported file it names; other expressions have no value. Numbers and booleans are `SourceScalar`. Never throws.
 */
export function readScriptLiterals(text: string): ScriptLiterals {
  const source = ts.createSourceFile('script.ts', text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX);
  const constants = new Map<string, unknown>();
  const objects: Record<string, unknown>[] = [];
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement) && statement.importClause?.name && ts.isStringLiteral(statement.moduleSpecifier))
      constants.set(statement.importClause.name.text, statement.moduleSpecifier.text);
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations)
      if (ts.isIdentifier(name) && initializer) constants.set(name.text, evaluate(initializer, { source, constants }));
  }
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) objects.push(evaluate(node, { source, constants }) as Record<string, unknown>);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { constants, objects };
}

interface Scope {
  source: ts.SourceFile;
  constants: ReadonlyMap<string, unknown>;
}

function evaluate(node: ts.Expression, scope: Scope): unknown {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) return evaluateTemplate(node, scope);
  if (ts.isNumericLiteral(node)) return new SourceScalar(Number(node.text), node.getText(scope.source));
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword)
    return new SourceScalar(node.kind === ts.SyntaxKind.TrueKeyword, node.getText(scope.source));
  if (ts.isIdentifier(node)) return scope.constants.get(node.text);
  if (ts.isArrayLiteralExpression(node))
    return node.elements.map((element) => evaluate(element, scope)).filter((value) => value !== undefined);
  if (ts.isObjectLiteralExpression(node))
    return Object.fromEntries(node.properties.flatMap((property) => evaluateProperty(property, scope)));
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node))
    return evaluate(node.expression, scope);
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return evaluateBody(node.body, scope);
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined;
  const [argument] = node.arguments ?? [];
  const value = argument && evaluate(argument, scope);
  return ts.isNewExpression(node) || (typeof value === 'object' && value !== null) ? value : undefined;
}

/** A function counts as what it returns, if it does nothing else. */
function evaluateBody(body: ts.ConciseBody | undefined, scope: Scope): unknown {
  if (body === undefined || !ts.isBlock(body)) return body && evaluate(body, scope);
  const [statement, ...others] = body.statements;
  const isReturn = statement !== undefined && ts.isReturnStatement(statement) && others.length === 0;
  return isReturn && statement.expression ? evaluate(statement.expression, scope) : undefined;
}

function evaluateProperty(property: ts.ObjectLiteralElementLike, scope: Scope): [string, unknown][] {
  if (ts.isShorthandPropertyAssignment(property)) return [[property.name.text, scope.constants.get(property.name.text)]];
  if (!ts.isPropertyAssignment(property) && !ts.isMethodDeclaration(property)) return [];
  const { name } = property;
  if (!ts.isIdentifier(name) && !ts.isStringLiteralLike(name)) return [];
  const value = ts.isMethodDeclaration(property) ? evaluateBody(property.body, scope) : evaluate(property.initializer, scope);
  return value === undefined || name.text === '__proto__' ? [] : [[name.text, value]];
}

/** Write a template literal with the placeholders of Liquid: `/work/${page.fileSlug}/` is `/work/{{ page.fileSlug }}/`. */
function evaluateTemplate({ head, templateSpans }: ts.TemplateExpression, { source }: Scope): string {
  const spans = templateSpans.map(({ expression, literal }) => `{{ ${expression.getText(source)} }}${literal.text}`);
  return head.text + spans.join('');
}

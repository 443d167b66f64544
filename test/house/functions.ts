import { parseSync } from '@swc/core';
import type { SourceFile } from './files';

/** A function with a body, or a method, from its first line to its last. */
export interface SourceFunction {
  file: string;
  line: number;
  /** In lines. */
  length: number;
  /** Whether it stands for itself; others are arguments of a call, such as what `map` is given. */
  isNamed: boolean;
}

const FUNCTIONS = [
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassMethod',
  'PrivateMethod',
  'Constructor',
  'MethodProperty',
  'GetterProperty',
  'SetterProperty',
];
const EXPRESSIONS = ['FunctionExpression', 'ArrowFunctionExpression'];

interface Span {
  start: number;
  end: number;
}

interface SyntaxNode {
  type?: string;
  span?: Span;
  function?: { span: Span };
}

/** The functions of a file of TypeScript. */
export function functionsOf({ path: file, text }: SourceFile): SourceFunction[] {
  // Places are counted in bytes, from the first thing in the file that is no comment, and go on from file to file.
  const whole = `;${text}`;
  const program = parseSync(whole, { syntax: 'typescript', decorators: true, target: 'es2022' });
  const origin = program.body[0]?.span.start ?? 0;
  const bytes = Buffer.from(whole);
  const lineAt = (place: number) =>
    bytes
      .subarray(0, place - origin)
      .toString()
      .split('\n').length;
  return nodesOf(program).flatMap(({ node, parent }) => {
    const span = node.span ?? node.function?.span;
    if (!FUNCTIONS.includes(node.type ?? '') || !span) return [];
    const [line, last] = [lineAt(span.start), lineAt(span.end - 1)];
    const isNamed = !EXPRESSIONS.includes(node.type!) || parent?.type === 'VariableDeclarator';
    return [{ file, line, length: last - line + 1, isNamed }];
  });
}

function nodesOf(value: unknown, parent?: SyntaxNode): { node: SyntaxNode; parent: SyntaxNode | undefined }[] {
  if (Array.isArray(value)) return value.flatMap((each) => nodesOf(each, parent));
  if (typeof value !== 'object' || value === null) return [];
  const node = value as SyntaxNode;
  const nearest = node.type === undefined ? parent : node;
  return [{ node, parent }, ...Object.values(value).flatMap((child) => nodesOf(child, nearest))];
}

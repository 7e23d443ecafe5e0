import type { SyntaxNode } from '@lezer/common';
import { firstChild, isLiteral, unwrap } from '../../../syntax/typescript/nodes';
import type { TextSource } from '../../../text/source';
import { childrenOf, isFunction } from '../../expressions/walk';
import { targetOf } from '../names/assignments';

/** Expressions that run code, or that let other code run. */
const RUNNING =
  /^(?:CallExpression|NewExpression|TaggedTemplateExpression|AwaitExpression|YieldExpression|DynamicImport|ClassExpression)$/;
/** Arguments that nothing can be changed through. */
const PLAIN =
  /^(?:MemberExpression|Number|BooleanLiteral|null|RegExp|UnaryExpression|TemplateString)$/;
/** Methods that only look, whatever they are of. */
export const LOOKING: ReadonlySet<string> = new Set([
  'at',
  'charAt',
  'endsWith',
  'has',
  'includes',
  'indexOf',
  'lastIndexOf',
  'match',
  'startsWith',
  'test',
  'toLocaleLowerCase',
  'toLocaleUpperCase',
  'toLowerCase',
  'toString',
  'toUpperCase',
  'trim',
]);

/** Whether evaluating an expression may change something, or run code that does. */
export function mayRun(source: TextSource, wrapped: SyntaxNode): boolean {
  const node = unwrap(wrapped);
  if (isFunction(node)) return false;
  if (targetOf(node) !== undefined) return true;
  if (RUNNING.test(node.name) && !isLook(source, node)) return true;
  return childrenOf(node).some((child) => mayRun(source, child));
}

/** Whether a call only looks something up, and is handed nothing that it could change. */
function isLook(source: TextSource, call: SyntaxNode): boolean {
  const callee = call.name === 'CallExpression' ? firstChild(call) : null;
  const method = callee?.name === 'MemberExpression' ? callee.lastChild : null;
  if (method?.name !== 'PropertyName' || method.to - method.from > 20) return false;
  if (!LOOKING.has(source.read(method.from, method.to))) return false;
  const given = childrenOf(call.getChild('ArgList') ?? call);
  return given.every(
    (each) => /^[(),]$/.test(each.name) || isLiteral(each) || PLAIN.test(each.name),
  );
}

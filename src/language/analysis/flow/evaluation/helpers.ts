import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../../records/keyed-source';
import { firstChild } from '../../../syntax/typescript/nodes';
import { bodyOf, childrenOf } from '../../expressions/walk';
import { AccessPaths } from '../names/access-paths';
import { type Binding, Bindings } from '../names/bindings';

/** A function whose whole body is one expression, which calls of it are evaluated as. */
export interface Helper {
  readonly paths: AccessPaths;
  readonly body: SyntaxNode;
  /** What its parameters are: a name, or the path of a pattern. */
  readonly parameters: readonly (Binding | string)[];
}

/** The one expression that a function gives, if it does nothing else. */
function resultOf(node: SyntaxNode): SyntaxNode | undefined {
  if (node.getChild('async') || node.getChild('Star')) return undefined;
  const body = bodyOf(node);
  if (body?.name !== 'Block')
    return node.name === 'ArrowFunction' ? (body ?? undefined) : undefined;
  const statements = childrenOf(body).slice(1, -1);
  const [only] = statements;
  if (only?.name !== 'ReturnStatement' || statements.length > 1) return undefined;
  const keyword = firstChild(only);
  const value = keyword?.nextSibling;
  return value && value.name !== ';' ? value : undefined;
}

/** The helper that a function is; undefined where it does more than give a value, or takes others than these. */
export function helperOf(source: KeyedSource, node: SyntaxNode): Helper | undefined {
  const body = resultOf(node);
  const list = node.getChild('ParamList');
  if (!body || !list || body.name === 'Block') return undefined;
  const bindings = new Bindings(source, node, undefined, () => undefined);
  if (bindings.isBroken || list.getChild('Spread')) return undefined;
  const parameters: (Binding | string)[] = [];
  for (const child of childrenOf(list)) {
    if (child.name === 'Equals' || child.name === 'ArrayPattern') return undefined;
    if (child.name === 'ObjectPattern') parameters.push(`{${child.from}`);
    if (child.name !== 'VariableDefinition') continue;
    const binding = bindings.resolve(
      source.read(child.from, Math.min(child.to, child.from + 128)),
      body.from,
    );
    if (!binding || bindings.assigned.has(binding.name)) return undefined;
    parameters.push(binding);
  }
  return { paths: new AccessPaths(source, bindings), body, parameters };
}

import type { SyntaxNode } from '@lezer/common';
import { firstChild, LONGEST_NAME } from '../../../syntax/typescript/nodes';
import type { TextSource } from '../../../text/source';

const NAME = /^(?:VariableDefinition|VariableName|PropertyDefinition|PropertyName|PrivateProperty)/;

/** The names by which what a region declares is called: those of a function, or of the variables of a statement. */
export function namesOfRegion(source: TextSource, node: SyntaxNode): string[] {
  const declaration = node.name === 'ExportDeclaration' ? declarationIn(node) : node;
  const own = namesIn(source, declaration);
  if (own.length > 0 || !/^(?:Arrow|Function)/.test(node.name)) return own;
  const holder = node.parent;
  if (holder?.name !== 'AssignmentExpression') return holder ? namesIn(source, holder) : [];
  const target = firstChild(holder);
  const member = target?.name === 'MemberExpression' ? target.lastChild : target;
  return member ? [textOf(source, member)] : [];
}

/** The name of the function or method that a call runs, and those of the functions that it is given. */
export function namesCalled(source: TextSource, call: SyntaxNode): string[] {
  const callee = firstChild(call);
  const called = callee?.name === 'MemberExpression' ? callee.lastChild : callee;
  const given = call.getChild('ArgList')?.getChildren('VariableName') ?? [];
  const methods = (call.getChild('ArgList')?.getChildren('MemberExpression') ?? []).flatMap(
    ({ lastChild }) => lastChild ?? [],
  );
  const nodes = [...(called && NAME.test(called.name) ? [called] : []), ...given, ...methods];
  return nodes.map((node) => textOf(source, node));
}

function declarationIn(node: SyntaxNode): SyntaxNode {
  for (let child = firstChild(node); child; child = child.nextSibling)
    if (child.name.endsWith('Declaration')) return child;
  return node;
}

function namesIn(source: TextSource, node: SyntaxNode): string[] {
  const names: string[] = [];
  for (let child = firstChild(node); child; child = child.nextSibling)
    if (/^(?:VariableDefinition|PropertyDefinition|PrivatePropertyDefinition)$/.test(child.name))
      names.push(textOf(source, child));
  return names;
}

function textOf(source: TextSource, { from, to }: SyntaxNode): string {
  return source.read(from, Math.min(to, from + LONGEST_NAME));
}

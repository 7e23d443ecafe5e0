import type { SyntaxNodeRef } from '@lezer/common';
import { isOfCloud } from '../../records/server-names';
import type { TextSource } from '../../text/source';

/** Names and paths of modules are not longer, in UTF-16 code units. */
const LONGEST_NAME = 100;
const SHORTEST_NAME = 5;
const NAMES = new Set(['TypeDefinition', 'TypeName', 'VariableDefinition']);
const MODULES = new Set(['ExportDeclaration', 'ImportDeclaration']);

/** Whether a node is a name, or the path of a module, of a cloud that has such servers. */
export function mentionsCloud(source: TextSource, ref: SyntaxNodeRef): boolean {
  const { name, from, to } = ref;
  if (to - from < SHORTEST_NAME || to - from > LONGEST_NAME) return false;
  if (!NAMES.has(name) && !(name === 'String' && isModule(source, ref))) return false;
  return isOfCloud(source.read(from, to).replace(/["'`]/g, ''));
}

/** Whether a string is what is imported: `import … from '…'`, `import('…')`, `require('…')`. */
function isModule(source: TextSource, { node }: SyntaxNodeRef): boolean {
  const { parent } = node;
  if (MODULES.has(parent?.name ?? '') || parent?.name === 'DynamicImport') return true;
  const callee = parent?.name === 'ArgList' ? parent.prevSibling : null;
  if (callee?.name !== 'VariableName') return false;
  return callee.to - callee.from === 7 && source.read(callee.from, callee.to) === 'require';
}

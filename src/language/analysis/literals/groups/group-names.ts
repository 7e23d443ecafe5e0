import type { SyntaxNode } from '@lezer/common';
import type { Field } from '../../../../model';
import type { KeyedSource } from '../../../records/keyed-source';
import { stateOfTypeName } from '../../../records/keys';
import { isServersStatusName } from '../../../records/server-names';
import {
  firstChild,
  isLiteral,
  LONGEST_NAME,
  readIdentifier,
} from '../../../syntax/typescript/nodes';
import { decode } from '../../../syntax/typescript/strings';

/** So many expressions may be around a list in what it is the value of: `Object.freeze([...] as const)`. */
const MOST_AROUND = 6;
/** So many nodes before it are looked through for its name. */
const MOST_BEFORE = 60;

/** What a list, map or type of states adds to the name of the field. */
const ADDED =
  /[_$]?(?:(?:enum|type|list|array|set|map|label|text|name|title|color|colour|icon|option|value|key|filter|config|message|desc|description)s?|i18n|s)$/i;
const MOST_ADDED = 3;

/** What a value can stand in between its literals and its name. */
const AROUND = new Set([
  'ArgList',
  'BinaryExpression',
  'CallExpression',
  'NewExpression',
  'ParenthesizedExpression',
  'PrefixCast',
]);
const HOLDERS = new Set([
  'EnumDeclaration',
  'Property',
  'PropertyDeclaration',
  'PropertyType',
  'TypeAliasDeclaration',
  'TypeAnnotation',
  'VariableDeclaration',
]);
const NAMES = new Set([
  'PropertyDefinition',
  'PropertyName',
  'String',
  'TypeDefinition',
  'VariableDefinition',
]);

/** The field that the variable, property, enum or type is named after in which a node stands. */
export function fieldOfHolder(source: KeyedSource, node: SyntaxNode): Field | undefined {
  const text = nameOfHolder(source, node);
  return text ? fieldOfGroupName(source, text) : undefined;
}

/** The name of the variable, property, enum or type in which a node stands. */
export function nameOfHolder(source: KeyedSource, node: SyntaxNode): string | undefined {
  let holder = node.parent;
  let inner = node;
  for (let depth = 0; holder && AROUND.has(holder.name) && depth < MOST_AROUND; depth++) {
    inner = holder;
    holder = holder.parent;
  }
  if (holder?.name === 'TypeAnnotation') {
    inner = holder;
    holder = holder.parent;
  }
  if (!holder || !HOLDERS.has(holder.name)) return undefined;
  const name = nameBefore(holder, inner);
  return name && textOf(source, name);
}

/** The last name before a node within what holds it. */
function nameBefore(holder: SyntaxNode, inner: SyntaxNode): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  let left = MOST_BEFORE;
  for (
    let child = firstChild(holder);
    child && child.from < inner.from;
    child = child.nextSibling
  ) {
    if (left-- === 0) return undefined;
    if (NAMES.has(child.name)) found = child;
  }
  return found;
}

function textOf(source: KeyedSource, name: SyntaxNode): string | undefined {
  if (name.to - name.from > LONGEST_NAME) return undefined;
  if (isLiteral(name)) return decode(source.read(name.from + 1, name.to - 1));
  return readIdentifier(source, name)?.name;
}

/** The field that the name of a group of words says: `vmStateLabels`, `TASK_STATES`, `ServerStatus`. */
function fieldOfGroupName({ keys }: KeyedSource, name: string): Field | undefined {
  let rest = name;
  for (let added = 0; added <= MOST_ADDED; added++) {
    const meaning = keys.read(rest);
    if (meaning && (meaning.field !== 'status' || meaning.own)) return meaning.field;
    const field = stateOfTypeName(rest);
    if (field) return field;
    const shorter = rest.replace(ADDED, '');
    if (shorter === rest) break;
    rest = shorter;
  }
  return isServersStatusName(name) ? 'status' : undefined;
}

import ts from 'typescript';
import { type KeyMeaning, readKey } from '../../src/language/records/keys';
import type { StateField, StateRecord, Value } from '../../src/language/records/record';
import type { Range } from '../../src/language/text/range';

/**
 * The records of a text as the TypeScript compiler's own parser has it, for texts without syntax errors. A
 * second opinion on the reader: it shares no code with it but the meaning of keys.
 * @returns undefined where the compiler reports syntax errors
 */
export function oracleRecords(text: string, languageId: string): StateRecord[] | undefined {
  const kinds: Record<string, ts.ScriptKind> = {
    typescript: ts.ScriptKind.TS,
    typescriptreact: ts.ScriptKind.TSX,
    javascript: ts.ScriptKind.JSX,
    javascriptreact: ts.ScriptKind.JSX,
  };
  const file = ts.createSourceFile('x', text, ts.ScriptTarget.Latest, true, kinds[languageId]);
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: readonly unknown[] };
  if (parseDiagnostics.length > 0) return undefined;
  const records: StateRecord[] = [];
  let groups = 0;

  const visit = (node: ts.Node): void => {
    const group = groups++;
    if (ts.isObjectLiteralExpression(node) && !isAssigned(node)) {
      records.push(...objectRecord(file, node, node.properties, node.getStart(file)));
    } else if (ts.isTypeLiteralNode(node)) {
      records.push(...objectRecord(file, node, node.members, node.getStart(file)));
    } else if (ts.isInterfaceDeclaration(node)) {
      const brace = node
        .getChildren(file)
        .find((each) => each.kind === ts.SyntaxKind.OpenBraceToken);
      records.push(...objectRecord(file, node, node.members, brace?.getStart(file) ?? 0));
    } else if (ts.isBinaryExpression(node)) {
      records.push(...comparison(file, node, group));
    } else if (ts.isSwitchStatement(node)) {
      for (const clause of node.caseBlock.clauses) {
        if (ts.isCaseClause(clause)) {
          records.push(...coded(file, node.expression, clause.expression, clause, group));
        }
      }
    } else if (ts.isCallExpression(node)) {
      records.push(...lookup(file, node, group));
    } else if (ts.isTypeAliasDeclaration(node)) {
      const field = fieldOfType(node.name.text);
      if (field) records.push(...union(file, node.name, node.name.text, field, node.type, group));
    }
    if ((ts.isPropertySignature(node) || ts.isPropertyDeclaration(node)) && node.type) {
      const key = keyOf(file, node.name);
      let type = node.type;
      while (ts.isParenthesizedTypeNode(type)) type = type.type;
      if (key && key.field !== 'status' && ts.isUnionTypeNode(type)) {
        records.push(...union(file, key.node, key.spelling, key.field, type, group));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return records.sort((a, b) => a.range.start - b.range.start);
}

type Written = Pick<StateField, 'value' | 'inner' | 'outer' | 'quote'>;
type Key = KeyMeaning & { spelling: string; node: ts.Node; range: Range };

/** Whether an object literal is the target of an assignment, that is, a pattern. */
function isAssigned(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) {
    if (parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return false;
    return parent.left === node;
  }
  if (ts.isForOfStatement(parent) || ts.isForInStatement(parent))
    return parent.initializer === node;
  if (ts.isPropertyAssignment(parent)) return isAssigned(parent.parent);
  return ts.isArrayLiteralExpression(parent) && isAssigned(parent);
}

function rangeOf(file: ts.SourceFile, node: ts.Node): Range {
  return { start: node.getStart(file), end: node.getEnd() };
}

function keyOf(file: ts.SourceFile, name: ts.Node | undefined): Key | undefined {
  const node = name && ts.isComputedPropertyName(name) ? name.expression : name;
  if (!node || !(ts.isIdentifier(node) || ts.isStringLiteralLike(node))) return undefined;
  if (node !== name && ts.isIdentifier(node)) return undefined;
  const meaning = readKey(node.text);
  const { start, end } = rangeOf(file, node);
  const quotes = ts.isIdentifier(node) ? 0 : 1;
  return (
    meaning && {
      ...meaning,
      spelling: node.text,
      node,
      range: { start: start + quotes, end: end - quotes },
    }
  );
}

function written(file: ts.SourceFile, node: ts.Node, value: Value): Written {
  const outer = rangeOf(file, node);
  if (value.kind !== 'text') return { value, inner: outer, outer, quote: '' };
  const inner = { start: outer.start + 1, end: outer.end - 1 };
  return { value, inner, outer, quote: file.text[outer.start] as '"' };
}

/** The value of an expression or type. */
function readWritten(file: ts.SourceFile, whole: ts.Node): Written {
  let node = whole;
  for (;;) {
    if (ts.isLiteralTypeNode(node)) node = node.literal;
    else if (ts.isParenthesizedTypeNode(node)) node = node.type;
    else if (
      ts.isParenthesizedExpression(node) ||
      ts.isAsExpression(node) ||
      ts.isSatisfiesExpression(node) ||
      ts.isTypeAssertionExpression(node) ||
      ts.isNonNullExpression(node)
    ) {
      node = node.expression;
    } else break;
  }
  if (ts.isStringLiteralLike(node)) return written(file, node, { kind: 'text', text: node.text });
  const isNull =
    node.kind === ts.SyntaxKind.NullKeyword ||
    node.kind === ts.SyntaxKind.UndefinedKeyword ||
    (ts.isIdentifier(node) && node.text === 'undefined') ||
    (ts.isVoidExpression(node) && node.expression.getText(file) === '0');
  return isNull ? written(file, node, { kind: 'null' }) : written(file, whole, { kind: 'opaque' });
}

function objectRecord(
  file: ts.SourceFile,
  node: ts.Node,
  members: readonly (ts.ObjectLiteralElementLike | ts.TypeElement)[],
  start: number,
): StateRecord[] {
  const lastSpread = members.findLastIndex((member) => ts.isSpreadAssignment(member));
  const fields = members.flatMap((member, index): StateField[] => {
    const key = keyOf(file, member.name);
    if (!key || ts.isSetAccessor(member)) return [];
    const value = ts.isPropertyAssignment(member)
      ? member.initializer
      : ts.isPropertySignature(member)
        ? member.type
        : undefined;
    return [
      {
        field: key.field,
        spelling: key.spelling,
        key: key.range,
        ...(value
          ? readWritten(file, value)
          : { value: { kind: 'opaque' }, inner: key.range, outer: key.range, quote: '' }),
        ...(index < lastSpread ? { overridable: true as const } : undefined),
      },
    ];
  });
  if (fields.length === 0) return [];
  return [{ kind: 'object', range: { start, end: node.getEnd() }, fields }];
}

function subjectOf(file: ts.SourceFile, whole: ts.Node): (Key & { member: boolean }) | undefined {
  let node = whole;
  while (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isTypeAssertionExpression(node) ||
    ts.isNonNullExpression(node)
  ) {
    node = node.expression;
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.getText(file) === '??') {
    return subjectOf(file, node.left);
  }
  let name: ts.Node | undefined;
  if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) {
    name = ts.isIdentifier(node) ? node : node.name;
  } else if (ts.isElementAccessExpression(node)) {
    if (ts.isStringLiteralLike(node.argumentExpression)) name = node.argumentExpression;
  }
  const key = keyOf(file, name);
  if (!key || key.field === 'status') return undefined;
  return { ...key, member: !ts.isIdentifier(node) };
}

function coded(
  file: ts.SourceFile,
  subjectNode: ts.Node,
  valueNode: ts.Node,
  whole: ts.Node,
  group: number,
): StateRecord[] {
  const subject = subjectOf(file, subjectNode);
  const value = readWritten(file, valueNode);
  if (!subject || value.value.kind === 'opaque') return [];
  const { field, spelling, range, member } = subject;
  const fields = [{ field, spelling, key: range, ...value }];
  return [{ kind: 'code', range: rangeOf(file, whole), fields, group, member }];
}

function comparison(file: ts.SourceFile, node: ts.BinaryExpression, group: number): StateRecord[] {
  const { left, right } = node;
  const operator = node.operatorToken.getText(file);
  if (['=', '??=', '||='].includes(operator)) return coded(file, left, right, node, group);
  if (operator === '??' || operator === '||') {
    const isLabel = /^[A-Z_]+$/.test(readText(file, right) ?? '');
    return isLabel ? [] : coded(file, left, right, node, group);
  }
  if (!['===', '!==', '==', '!='].includes(operator)) return [];
  const found = coded(file, left, right, node, group);
  return found.length > 0 ? found : coded(file, right, left, node, group);
}

function readText(file: ts.SourceFile, node: ts.Node): string | undefined {
  const { value } = readWritten(file, node);
  return value.kind === 'text' ? value.text : undefined;
}

function lookup(file: ts.SourceFile, node: ts.CallExpression, group: number): StateRecord[] {
  const callee = node.expression;
  if (!ts.isPropertyAccessExpression(callee) || node.typeArguments) return [];
  if (!['includes', 'indexOf'].includes(callee.name.text)) return [];
  let list: ts.Node = callee.expression;
  while (
    ts.isParenthesizedExpression(list) ||
    ts.isAsExpression(list) ||
    ts.isSatisfiesExpression(list) ||
    ts.isTypeAssertionExpression(list) ||
    ts.isNonNullExpression(list)
  ) {
    list = list.expression;
  }
  const [subject] = node.arguments;
  if (!ts.isArrayLiteralExpression(list) || !subject) return [];
  return list.elements.flatMap((element) => coded(file, subject, element, node, group));
}

function fieldOfType(name: string): 'vm_state' | 'task_state' | undefined {
  const meaning = readKey(name);
  if (meaning) return meaning.field === 'status' ? undefined : meaning.field;
  for (const [field, words] of [
    ['vm_state', ['Vm', 'VM']],
    ['task_state', ['Task', 'TASK']],
  ] as const) {
    for (const word of words) {
      for (const state of ['State', 'state', 'STATE', '_State', '_state', '_STATE']) {
        if (name.endsWith(word + state)) return field;
        const lower = word.toLowerCase() + state;
        const before = name.slice(0, -lower.length);
        if (name.endsWith(lower) && /^$|[_$\d]$/.test(before)) return field;
      }
    }
  }
  return undefined;
}

function union(
  file: ts.SourceFile,
  nameNode: ts.Node,
  spelling: string,
  field: 'vm_state' | 'task_state',
  type: ts.TypeNode,
  group: number,
): StateRecord[] {
  const quotes = ts.isIdentifier(nameNode) ? 0 : 1;
  const { start, end } = rangeOf(file, nameNode);
  const key = { start: start + quotes, end: end - quotes };
  const literals = (each: ts.TypeNode): ts.TypeNode[] => {
    if (ts.isParenthesizedTypeNode(each)) return literals(each.type);
    return ts.isUnionTypeNode(each) ? each.types.flatMap(literals) : [each];
  };
  return literals(type).flatMap((each): StateRecord[] => {
    const value = readWritten(file, each);
    if (value.value.kind !== 'text') return [];
    const fields = [{ field, spelling, key, ...value }];
    return [{ kind: 'union', range: rangeOf(file, type), fields, group }];
  });
}

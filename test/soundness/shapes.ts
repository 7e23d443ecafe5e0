import ts from 'typescript';
import type { Program } from '../support/programs';

/** What a condition is part of, which tells how hard it is to judge. */
export interface Shape {
  readonly name: string;
  /** Whether other conditions are in it, which may be marked in its place. */
  readonly isCompound: boolean;
  /** Whether an odd number of negations is round it: never true there means that the whole is always true. */
  readonly isNegated: boolean;
}

/** The shapes of the conditions of a program, in their order. */
export function shapesOf({ text, conditions }: Program): Shape[] {
  const file = ts.createSourceFile('p.js', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  return conditions.map(({ start, end, kind }) => {
    const node = nodeAt(file, start, end);
    const isCompound = conditions.some(
      (other) =>
        other.start >= start && other.end <= end && (other.start > start || other.end < end),
    );
    return {
      name: kind === 'case' ? 'case label' : nameOf(node),
      isCompound,
      isNegated: isNegated(node),
    };
  });
}

function nodeAt(file: ts.SourceFile, start: number, end: number): ts.Node {
  let found: ts.Node = file;
  const look = (node: ts.Node): void => {
    if (node.getStart() > start || node.getEnd() < end) return;
    found = node;
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

function nameOf(node: ts.Node): string {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (ts.isBinaryExpression(outer)) {
      const { kind } = outer.operatorToken;
      if (kind === ts.SyntaxKind.BarBarToken) return 'half of ||';
      if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return 'half of &&';
    }
    if (ts.isConditionalExpression(outer)) return 'part of ?:';
    if (ts.isIfStatement(outer)) return isInLoop(outer) ? 'if in a loop' : 'if';
    if (ts.isCaseClause(outer)) return 'case of switch (true)';
    if (ts.isIterationStatement(outer, false) && inner !== outer.statement) return 'head of a loop';
    if (ts.isStatement(outer)) return 'value';
  }
  return 'value';
}

function isInLoop(node: ts.Node): boolean {
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (ts.isIterationStatement(outer, false)) return true;
    if (ts.isFunctionLike(outer)) return false;
  }
  return false;
}

function isNegated(node: ts.Node): boolean {
  let count = 0;
  for (let outer = node.parent; outer && !ts.isStatement(outer); outer = outer.parent) {
    if (ts.isFunctionLike(outer)) break;
    if (ts.isPrefixUnaryExpression(outer) && outer.operator === ts.SyntaxKind.ExclamationToken)
      count++;
    if (
      ts.isConditionalExpression(outer) &&
      outer.condition.pos <= node.pos &&
      node.end <= outer.condition.end
    )
      break;
  }
  return count % 2 === 1;
}

import ts from 'typescript';
import type { EditorDocument, KeyPress } from '../measure/editor-document';
import type { Candidate } from './candidate';
import { isFaultyComparison, isFaultyObject, type Member } from './literals';

interface State {
  readonly file: ts.SourceFile;
  readonly faults: readonly number[];
}

/** The compiler's parser and a walk over its tree; after a key press it parses what has changed. */
export function typescriptCompiler(): Candidate<State> {
  const walk = (file: ts.SourceFile): State => ({ file, faults: faultsIn(file) });
  return {
    name: 'typescript, parse and walk',
    role: 'peer',
    syntax: 'typescript',
    open: (document) => walk(parse(document)),
    faults: ({ faults }) => faults,
    afterKeyPress: ({ file }, press, document) => walk(update(file, press, document)),
  };
}

/** The compiler's parser alone. */
export function typescriptParser(): Candidate<ts.SourceFile> {
  return {
    name: 'typescript, parse only',
    role: 'floor',
    syntax: 'typescript',
    open: parse,
    afterKeyPress: update,
  };
}

function parse(document: EditorDocument): ts.SourceFile {
  return ts.createSourceFile('bench.ts', document.getText(), ts.ScriptTarget.Latest, false);
}

function update(file: ts.SourceFile, press: KeyPress, document: EditorDocument): ts.SourceFile {
  const { offset, removed, inserted } = press;
  const span = ts.createTextSpan(offset, removed);
  const change = ts.createTextChangeRange(span, inserted.length);
  return ts.updateSourceFile(file, document.getText(), change);
}

function faultsIn(file: ts.SourceFile): number[] {
  const faults: number[] = [];
  const visit = (node: ts.Node): void => {
    const isFaulty = ts.isObjectLiteralExpression(node)
      ? isFaultyObject(node.properties.flatMap(member))
      : ts.isBinaryExpression(node) && isFaultyBinary(node);
    if (isFaulty) faults.push(node.getStart(file));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return faults;
}

function member(property: ts.ObjectLiteralElementLike): Member[] {
  if (!ts.isPropertyAssignment(property)) return [];
  const { name, initializer } = property;
  if (!ts.isIdentifier(name) && !ts.isStringLiteral(name)) return [];
  if (ts.isStringLiteral(initializer)) return [[name.text, initializer.text]];
  return initializer.kind === ts.SyntaxKind.NullKeyword ? [[name.text, null]] : [];
}

function isFaultyBinary({ left, right, operatorToken }: ts.BinaryExpression): boolean {
  return (
    operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken &&
    ts.isStringLiteral(right) &&
    ts.isElementAccessExpression(left) &&
    ts.isStringLiteral(left.argumentExpression) &&
    isFaultyComparison(left.argumentExpression.text, right.text)
  );
}

import * as parser from '@typescript-eslint/parser';
import { Linter, type Rule } from 'eslint';
import type { EditorDocument } from '../measure/editor-document';
import type { Candidate } from './candidate';
import { isFaultyComparison, isFaultyObject, type Member } from './literals';

interface State {
  readonly document: EditorDocument;
  readonly messages: readonly Linter.LintMessage[];
}

type Node = Rule.Node;
type ObjectExpression = Extract<Node, { type: 'ObjectExpression' }>;

/** ESLint with the parser of typescript-eslint, no types, and one rule. It has no way to look at an edit alone. */
export function typescriptEslint(): Candidate<State> {
  const linter = new Linter({ configType: 'flat' });
  const config: Linter.Config = {
    files: ['**/*.ts'],
    languageOptions: { parser: parser as Linter.Parser },
    plugins: { bench: { rules: { states } } },
    rules: { 'bench/states': 'error' },
  };
  const verify = (document: EditorDocument): State => ({
    document,
    messages: linter.verify(document.getText(), config, 'bench.ts'),
  });
  return {
    name: 'eslint, one rule',
    role: 'peer',
    syntax: 'typescript',
    open: verify,
    faults: ({ document, messages }) =>
      messages.map(({ line, column }) => document.startOf(line - 1) + column - 1),
    afterKeyPress: (_state, _press, document) => verify(document),
  };
}

/** The parser of typescript-eslint alone. */
export function typescriptEslintParser(): Candidate {
  const parse = (document: EditorDocument) =>
    parser.parseForESLint(document.getText(), { loc: true, range: true, filePath: 'bench.ts' });
  return {
    name: 'typescript-eslint, parse only',
    role: 'floor',
    syntax: 'typescript',
    open: parse,
    afterKeyPress: (_state, _press, document) => parse(document),
  };
}

const states: Rule.RuleModule = {
  create(context) {
    return {
      ObjectExpression(node) {
        if (isFaultyObject(node.properties.flatMap(member))) {
          context.report({ node, message: 'No server can be in this state.' });
        }
      },
      BinaryExpression(node) {
        const { left, right, operator } = node;
        if (operator !== '===' || left.type !== 'MemberExpression') return;
        const key = left.property;
        if (right.type !== 'Literal' || typeof right.value !== 'string') return;
        if (key.type !== 'Literal' || typeof key.value !== 'string') return;
        if (isFaultyComparison(key.value, right.value)) {
          context.report({ node, message: 'No server is ever in this state.' });
        }
      },
    };
  },
};

function member(property: ObjectExpression['properties'][number]): Member[] {
  if (property.type !== 'Property' || property.value.type !== 'Literal') return [];
  const { key } = property;
  const { value } = property.value;
  const name =
    key.type === 'Identifier' ? key.name : key.type === 'Literal' ? key.value : undefined;
  if (typeof name !== 'string' || (value !== null && typeof value !== 'string')) return [];
  return [[name, value]];
}

import type { SyntaxNode } from '@lezer/common';
import type { Field, Relation } from '../../../../model';
import type { KeyedSource } from '../../../records/keyed-source';
import type { Budget } from '../../expressions/walk';
import { isReliable } from '../domain/assigned-fields';
import type { State } from '../domain/state';
import type { Value } from '../domain/values';
import { type WorldSpace, worldSpaceOf } from '../domain/worlds';
import type { AccessPaths } from '../names/access-paths';
import { type Evidence, isJudgeable } from '../names/evidence';
import { Mentions } from '../names/mentions';
import type { FileConstants } from './file-constants';
import { type Helper, helperOf } from './helpers';

/** The abstract evaluation of an expression, which its parts ask for. */
export type Evaluate = (
  context: AnalysisContext,
  node: SyntaxNode,
  state: State,
) => Value | undefined;

/** What is known of the servers of a function. */
export type ServerEvidence = Pick<Evidence, 'of' | 'paths' | 'assumptions'>;

/** What the analysis of one function or statement works with. */
export class AnalysisContext {
  private knownSpace: WorldSpace | undefined;
  private knownMentions: Mentions | undefined;
  private readonly helpers = new Map<number, Helper | undefined>();

  constructor(
    readonly source: KeyedSource,
    readonly relation: Relation,
    readonly paths: AccessPaths,
    readonly evidence: ServerEvidence,
    readonly constants: FileConstants,
    readonly budget: Budget,
    private readonly rules: Evaluate,
  ) {}

  /** The value of an expression in a state; undefined where nobody knows. */
  evaluate(node: SyntaxNode, state: State): Value | undefined {
    return this.rules(this, node, state);
  }

  /** Where names are mentioned here. */
  get mentions(): Mentions {
    this.knownMentions ??= new Mentions(this.source, this.paths.bindings.root);
    return this.knownMentions;
  }

  /** The helper that a function within is; undefined where it is none. */
  helperAt(node: SyntaxNode): Helper | undefined {
    if (!this.helpers.has(node.from)) this.helpers.set(node.from, helperOf(this.source, node));
    return this.helpers.get(node.from);
  }

  /** The same for the body of another function, in which paths are other expressions. */
  within(paths: AccessPaths): AnalysisContext {
    const { source, relation, evidence, constants, budget, rules } = this;
    return new AnalysisContext(source, relation, paths, evidence, constants, budget, rules);
  }

  /** The worlds that servers can be in here. */
  get space(): WorldSpace {
    this.knownSpace ??= worldSpaceOf(this.relation, this.evidence.assumptions);
    return this.knownSpace;
  }

  /** Whether conclusions may be drawn from what a field of the server at a path holds. */
  canJudge(path: string, field: Field, { assigned }: State): boolean {
    if (!isReliable(field, assigned)) return false;
    return isJudgeable(this.evidence.of(path), field);
  }
}

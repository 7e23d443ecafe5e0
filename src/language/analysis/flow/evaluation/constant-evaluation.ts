import type { Tree } from '@lezer/common';
import type { Relation } from '../../../../model';
import type { KeyedSource } from '../../../records/keyed-source';
import { Budget, GiveUp } from '../../expressions/walk';
import { unknownState } from '../domain/state';
import { AnalysisContext, type ServerEvidence } from './analysis-context';
import { evaluate } from './evaluate';
import { FileConstants } from './file-constants';

/** How many nodes are looked at for all constants of a file. */
const NODES_PER_FILE = 100_000;
/** Constants are of no server. */
const NO_SERVERS: ServerEvidence = {
  of: () => undefined,
  paths: new Map(),
  assumptions: { mayLackTask: false },
};

/** The constants of a text. */
export function constantsOf(source: KeyedSource, tree: Tree, relation: Relation): FileConstants {
  const budget = new Budget(NODES_PER_FILE);
  const constants: FileConstants = new FileConstants(source, tree, (node, paths) => {
    try {
      return new AnalysisContext(
        source,
        relation,
        paths,
        NO_SERVERS,
        constants,
        budget,
        evaluate,
      ).evaluate(node, unknownState(''));
    } catch (error) {
      if (error instanceof GiveUp) return undefined;
      throw error;
    }
  });
  return constants;
}

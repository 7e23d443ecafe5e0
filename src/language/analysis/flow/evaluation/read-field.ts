import type { Field } from '../../../../model';
import { ABSENT } from '../domain/absence';
import { type State, versionOf } from '../domain/state';
import type { Value } from '../domain/values';
import type { AnalysisContext } from './analysis-context';

/** The value of a field of the server at a path. */
export function readField(
  context: AnalysisContext,
  path: string,
  field: Field,
  state: State,
): Value | undefined {
  if (!context.canJudge(path, field, state)) return undefined;
  const { byValue, all } = context.space;
  const of = { version: versionOf(state, path), path, field };
  const isMixed = context.evidence.of(path)?.isMixed === true;
  const absent = isMixed ? ABSENT.map((none) => [none, all] as const) : [];
  return {
    of,
    cases: isMixed ? new Map([...byValue[field], ...absent]) : byValue[field],
    rest: 0n,
  };
}

import type { Field, Relation } from '../../../src/model';
import { Conditions } from './conditions';
import { FEATURES, type Feature, type Features } from './features';
import { Random } from './random';
import { Statements } from './statements';
import { type ProgramCondition, ProgramWriter } from './writer';

/** A function `f(s, o)` of two servers, which also has one at `this.vm`. */
export interface Program {
  /** As it is analyzed: JavaScript. */
  readonly text: string;
  /** The same with a recorder around each condition, as `execute` runs it. */
  readonly code: string;
  readonly conditions: readonly ProgramCondition[];
  /** How the fields are spelled in it. */
  readonly spelling: Readonly<Record<Field, string>>;
  readonly features: ReadonlySet<Feature>;
  /** Whether it asks if a server has a task_state at all: then any may lack it. */
  readonly asksForTask: boolean;
  /** Whether it changes no server, so that it does the same whenever it is run on the same ones. */
  readonly isPure: boolean;
}

/**
 * Random programs; the same for the same arguments.
 * @param relation where the states come from that they ask for
 */
export function* programs(
  seed: number,
  count: number,
  relation: Relation,
  features: Features = {},
): Generator<Program> {
  const random = new Random(seed);
  for (let left = count; left > 0; left--) yield programOf(random, relation, features);
}

const CHANGING: readonly Feature[] = [
  'calls',
  'assignments',
  'closures',
  'suspensions',
  'exceptions',
];
const PREFIXED = {
  vm_state: 'OS-EXT-STS:vm_state',
  task_state: 'OS-EXT-STS:task_state',
  status: 'status',
};
const PLAIN = { vm_state: 'vm_state', task_state: 'task_state', status: 'status' };

function programOf(random: Random, relation: Relation, features: Features): Program {
  // Few at once, so that there are often conditions with nothing in between that makes them doubtful.
  const share = random.pick([0.15, 0.4, 0.8]);
  const chosen = new Set(
    FEATURES.filter((each) => features[each] !== false && random.chance(share)),
  );
  const spelling = random.chance(0.5) ? PREFIXED : PLAIN;
  const writer = new ProgramWriter();
  const conditions = new Conditions(random, writer, relation, spelling, chosen);
  new Statements(random, writer, conditions, chosen).program();
  const { text, code, conditions: written } = writer;
  return {
    text,
    code,
    conditions: written,
    spelling,
    features: chosen,
    asksForTask: conditions.asksForTask,
    isPure: !CHANGING.some((each) => chosen.has(each)),
  };
}

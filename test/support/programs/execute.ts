import type { Field, Relation } from '../../../src/model';
import type { Program } from './generate';
import { Random } from './random';

/** A server as code sees it: a field that is not there is not among the keys. */
export type Server = Readonly<Partial<Record<Field, unknown>>>;

/** Stands for a field that is not there at all. */
const MISSING = Symbol('missing');
/** What a field without a state may be. */
const ABSENT: readonly unknown[] = [null, undefined, '', MISSING];

/** What came of one condition of a program, over all runs. */
export interface Outcome {
  /** Whether it was true, or the `case` was taken, for some server. */
  cameTrue: boolean;
  /** Whether it was false, or the `case` was passed, for some server. */
  cameFalse: boolean;
}

/** More turns of all loops of a run than are needed to see what they do. */
const MOST_TURNS = 12;
/** How often a program is run on each server, each time with other states behind what changes them. */
const RUNS = 3;

class OutOfTurns extends Error {}

/**
 * The servers of every row of a relation, and of none: each with its vm_state and status also null, undefined, empty and
 * missing, and with no task in each of these ways.
 * @param mayLackTask whether a task can be missing of any row
 */
export function serversOf(relation: Relation, mayLackTask = false): Server[] {
  const foreign = [
    { vm_state: 'x', task_state: null, status: 'X' },
    { vm_state: 'x', task_state: 'x', status: 'X' },
  ];
  const found = new Map<string, Server>();
  for (const row of [...relation.rows, ...foreign]) {
    const missing = mayLackTask ? [MISSING] : [];
    for (const task of row.task_state === null ? ABSENT : [row.task_state, ...missing]) {
      const server = withField(row, 'task_state', task);
      for (const absent of [row.vm_state, ...ABSENT]) {
        const one = withField(server, 'vm_state', absent);
        const without = ABSENT.includes(absent)
          ? [withField(one, 'status', absent)]
          : ABSENT.map((none) => withField(one, 'status', none));
        for (const each of [one, ...without]) found.set(keyOf(each), each);
      }
    }
  }
  return [...found.values()];
}

function keyOf(server: Server): string {
  return Object.entries(server)
    .map(([field, value]) => `${field} ${typeof value} ${value}`)
    .sort()
    .join();
}

/**
 * Runs a program on the servers, several times if something in it changes them.
 * @param runs how often on each, with other servers next to it and other states behind what changes them; a part of
 * one runs it on some
 * @returns the outcome of each of its conditions, in the order of `program.conditions`
 */
export function execute(
  program: Program,
  servers: readonly Server[],
  runs = program.isPure ? 1 : RUNS,
): Outcome[] {
  const world = new World(program, servers);
  const { stackTraceLimit } = Error;
  // Many runs throw, and nobody reads where.
  Error.stackTraceLimit = 0;
  const pick = new Random(servers.length);
  for (let left = Math.ceil(runs * servers.length), time = 0; left > 0; left--, time++) {
    const server = runs < 1 ? pick.pick(servers) : servers[time % servers.length];
    if (server) world.run(server, time * 7919);
  }
  Error.stackTraceLimit = stackTraceLimit;
  return world.outcomes;
}

function withField(server: Server, field: Field, value: unknown): Server {
  const { [field]: _, ...rest } = server;
  return value === MISSING ? rest : { ...rest, [field]: value };
}

/** A server that a program is given, as it is at the moment. */
type Live = Record<string, unknown>;
type Run = (this: unknown, ...servers: unknown[]) => Iterator<unknown> | undefined;

/** What a program runs in: the servers that it is given, and what changes them. */
class World {
  readonly outcomes: Outcome[];
  readonly heads: unknown[] = [];
  private readonly spellings: readonly (readonly [Field, string])[];
  private readonly proto: object;
  private readonly made: () => Run;
  private random = new Random(0);
  private self: Live = {};
  private turns = 0;
  private live: Live[] = [];
  private readonly names: readonly string[];

  constructor(
    program: Program,
    private readonly servers: readonly Server[],
  ) {
    this.outcomes = program.conditions.map(() => ({ cameTrue: false, cameFalse: false }));
    this.spellings = Object.entries(program.spelling) as [Field, string][];
    this.names = this.spellings.map(([, name]) => name);
    const change = (of?: unknown) => this.changeOne(of);
    this.proto = Object.defineProperty({}, 'reload', {
      value(this: unknown) {
        return change(this);
      },
    });
    const globals = {
      poll: () => this.changeAll(),
      refresh: change,
      next: () => this.make(this.random.pick(this.servers)),
      fail: () => {
        this.changeAll();
        if (this.random.chance(0.5)) throw new Error();
      },
      cache: { has: change },
      api: { test: change, includes: change },
      console: { log: () => undefined },
    };
    const make = new Function('$', ...Object.keys(globals), 'key', `${program.code}\nreturn f;`);
    this.made = () => make(this, ...Object.values(globals), this.random.pick(this.names)) as Run;
  }

  /** Runs the program on a server. */
  run(server: Server, seed: number): void {
    const random = new Random(seed);
    this.random = random;
    this.turns = 0;
    this.live = [];
    const first = this.make(server);
    const second = random.chance(0.2) ? first : this.make(random.pick(this.servers));
    this.self = { vm: random.chance(0.5) ? first : this.make(random.pick(this.servers)) };
    this.self.log = () => this.changeOne(this.self.vm);
    try {
      const steps = this.made().call(this.self, first, second);
      while (steps && !steps.next().done) this.changeAll();
    } catch (error) {
      // A program may throw, as when it reads a field of nothing; what it did until then counts.
      if (error instanceof SyntaxError) throw error;
    }
  }

  /** Records the value of a condition. */
  value(index: number, value: unknown): unknown {
    const outcome = this.outcomes[index];
    if (outcome && value) outcome.cameTrue = true;
    else if (outcome) outcome.cameFalse = true;
    return value;
  }

  /** Records whether a case is taken. */
  matches(index: number, head: number, value: unknown): unknown {
    this.value(index, this.heads[head] === value);
    return value;
  }

  tick(): void {
    if (++this.turns > MOST_TURNS) throw new OutOfTurns();
  }

  /** Gives all servers other states; the answer is one or the other. */
  private changeAll(): boolean {
    for (const each of this.live) this.fill(each, this.random.pick(this.servers));
    return this.random.chance(0.5);
  }

  private changeOne(of: unknown): boolean {
    if (this.live.includes(of as Live)) this.fill(of as Live, this.random.pick(this.servers));
    return this.random.chance(0.5);
  }

  private make(server: Server): Live {
    const made = Object.create(this.proto) as Live;
    for (const [field, name] of this.spellings) if (field in server) made[name] = server[field];
    this.live.push(made);
    return made;
  }

  private fill(live: Live, server: Server): void {
    for (const [field, name] of this.spellings) {
      if (field in server) live[name] = server[field];
      else delete live[name];
    }
  }
}

import type { Field, Relation } from '../../../src/model';
import type { Program } from './generate';
import { Random } from './random';

/** A server as code sees it: a field that is not there is not among the keys. */
export type Server = Readonly<Partial<Record<Field, unknown>>>;

/** Stands for a field that is not there at all. */
export const MISSING = Symbol('missing');

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
 * The servers of every row of a relation, and of none.
 * @param nones what the step of a server without one may be; `MISSING` leaves the field out
 * @param absent what each of the fields of each row may also be, as no row says
 */
export function serversOf(
  relation: Relation,
  nones: readonly unknown[] = [null],
  absent: readonly unknown[] = [],
): Server[] {
  const foreign = [
    { vm_state: 'x', task_state: null, status: 'X' },
    { vm_state: 'x', task_state: 'x', status: 'X' },
  ];
  const listed = [...relation.rows, ...foreign].flatMap((row) =>
    row.task_state === null ? nones.map((none) => withField(row, 'task_state', none)) : [row],
  );
  const without = listed.flatMap((server) =>
    (['vm_state', 'task_state', 'status'] as const).flatMap((field) =>
      absent.map((value) => withField(server, field, value)),
    ),
  );
  // What is no server at all.
  const nothing = nones.map((none) => withField({}, 'task_state', none));
  return [...listed, ...without, ...nothing];
}

/**
 * Runs a program on each of the servers, several times if something in it changes them.
 * @param runs how often on each, with other servers next to it and other states behind what changes them
 * @returns the outcome of each of its conditions, in the order of `program.conditions`
 */
export function execute(
  program: Program,
  servers: readonly Server[],
  runs = program.isPure ? 1 : RUNS,
): Outcome[] {
  const outcomes = program.conditions.map(() => ({ cameTrue: false, cameFalse: false }));
  const run = compile(program);
  servers.forEach((server, index) => {
    for (let time = 0; time < runs; time++) {
      const random = new Random(index * 7919 + time);
      run(new World(program, servers, random, server, outcomes));
    }
  });
  return outcomes;
}

function withField(server: Server, field: Field, value: unknown): Server {
  const { [field]: _, ...rest } = server;
  return value === MISSING ? rest : { ...rest, [field]: value };
}

function compile({ code }: Program): (world: World) => void {
  const names = ['poll', 'refresh', 'next', 'fail', 'cache', 'api', 'key', 'console'];
  const made = new Function('$', ...names, `${code}\nreturn f;`);
  return (world) => {
    const program = made(world, ...names.map((name) => world.globals[name])) as (
      this: unknown,
      ...servers: unknown[]
    ) => Iterator<unknown>;
    try {
      const steps = program.call(world.self, world.first, world.second);
      while (!steps.next().done) world.changeAll();
    } catch (error) {
      // A program may throw, as when it reads a field of nothing; what it did until then counts.
      if (error instanceof SyntaxError) throw error;
    }
  };
}

type Live = Record<string, unknown>;

/** What a program runs in: the servers that it is given, and what changes them. */
class World {
  readonly heads: unknown[] = [];
  readonly first: Live;
  readonly second: Live;
  readonly self: Live;
  readonly globals: Readonly<Record<string, unknown>>;
  private turns = 0;
  private readonly live: Live[] = [];

  constructor(
    private readonly program: Program,
    private readonly servers: readonly Server[],
    private readonly random: Random,
    server: Server,
    private readonly outcomes: readonly Outcome[],
  ) {
    this.first = this.make(server);
    this.second = random.chance(0.2) ? this.first : this.make(random.pick(servers));
    this.self = { vm: random.chance(0.5) ? this.first : this.make(random.pick(servers)) };
    this.self.log = () => this.changeOne(this.self.vm);
    const change = (of?: unknown) => this.changeOne(of);
    this.globals = {
      poll: () => this.changeAll(),
      refresh: change,
      next: () => this.make(random.pick(servers)),
      fail: () => {
        this.changeAll();
        if (random.chance(0.5)) throw new Error();
      },
      cache: { has: change },
      api: { test: change, includes: change },
      key: random.pick(Object.values(program.spelling)),
      console: { log: () => undefined },
    };
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
  changeAll(): boolean {
    for (const each of this.live) this.fill(each, this.random.pick(this.servers));
    return this.random.chance(0.5);
  }

  private changeOne(of: unknown): boolean {
    if (this.live.includes(of as Live)) this.fill(of as Live, this.random.pick(this.servers));
    return this.random.chance(0.5);
  }

  private make(server: Server): Live {
    const made: Live = {};
    Object.defineProperty(made, 'reload', { value: () => this.changeOne(made) });
    this.fill(made, server);
    this.live.push(made);
    return made;
  }

  private fill(live: Live, server: Server): void {
    for (const [field, name] of Object.entries(this.program.spelling)) {
      if (Object.hasOwn(server, field)) live[name] = server[field as Field];
      else delete live[name];
    }
  }
}

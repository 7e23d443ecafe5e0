import type { Conditions } from './conditions';
import type { Random } from './random';
import type { ProgramWriter } from './writer';

/** The names of a vm_state and a task_state that were read together. */
export type Pair = readonly [vm: string, task: string];

/** Writes declarations of names that hold states. */
export class StateNames {
  /** The numbers of the names that the block at hand has declared. */
  taken = new Set<number>();

  constructor(
    private readonly random: Random,
    private readonly writer: ProgramWriter,
    private readonly conditions: Conditions,
  ) {}

  /** The fields of a server as names, which an inner block may give to others too. */
  pattern(): boolean {
    const { random, writer, conditions } = this;
    const names = this.fresh();
    if (!names) return false;
    const kind = random.pick(['const', 'const', 'let']);
    const others = conditions.servers.includes('o') ? ['next()'] : [];
    const source = random.pick([conditions.server(), conditions.server(), ...others]);
    writer.write(`${kind} ${this.patternOf(names)} = ${source};\n`);
    this.declare(names);
    if (kind === 'let' && random.chance(0.7)) this.change(names);
    return true;
  }

  copies(between: () => void): boolean {
    const { random, writer, conditions } = this;
    const names = this.fresh();
    if (!names) return false;
    const server = conditions.server();
    const kind = random.pick(['const', 'const', 'const', 'let']);
    const [vm, task] = names;
    writer.write(`${kind} ${vm} = ${conditions.member(server, 'vm_state')};\n`);
    if (random.chance(0.3)) between();
    const other = random.chance(0.8) ? server : conditions.server();
    writer.write(`${kind} ${task} = ${conditions.member(other, 'task_state')};\n`);
    this.declare(names);
    if (kind === 'let' && random.chance(0.7)) this.change(names);
    return true;
  }

  /** Two names that the block at hand has not declared yet, though those around it may have. */
  private fresh(): Pair | undefined {
    const number = this.random.below(2);
    if (this.taken.has(number)) return undefined;
    this.taken.add(number);
    return [`vm${number}`, `task${number}`];
  }

  declare([vm, task]: Pair): void {
    this.conditions.copies = [
      ...this.conditions.copies.filter(({ name }) => name !== vm && name !== task),
      { field: 'vm_state', name: vm },
      { field: 'task_state', name: task },
    ];
  }

  patternOf([vm, task]: Pair): string {
    const { conditions } = this;
    return `{ ${conditions.key('vm_state')}: ${vm}, ${conditions.key('task_state')}: ${task} }`;
  }

  change([vm, task]: Pair): void {
    const { random, conditions } = this;
    const value = conditions.literal('vm_state');
    const isAlone = !conditions.servers.includes('o');
    const change = random.pick([
      `${vm} = ${value};`,
      isAlone ? `${vm} = '';` : `({ ${conditions.key('vm_state')}: ${vm} } = next());`,
      `[${vm}] = [${value}];`,
      `for (${vm} of [${value}]) { void 0; }`,
      `${task} ||= ${conditions.literal('task_state')};`,
    ]);
    this.writer.write(
      !isAlone && random.chance(0.4) ? `(() => { ${change} })();\n` : `${change}\n`,
    );
  }
}

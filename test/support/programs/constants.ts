import type { Field } from '../../../src/model';
import type { Random } from './random';
import type { ProgramWriter } from './writer';

const FIELDS: readonly Field[] = ['vm_state', 'task_state', 'status'];

/** Writes states as a program spells them. */
export interface Spelling {
  member(server: string, field: Field): string;
  key(field: Field): string;
  literal(field: Field): string;
}

/** Writes constants at the top of a program, and conditions that use them. */
export class Constants {
  /** Makes a condition on a server, by a constant each. */
  private readonly uses: ((server: string) => string)[] = [];

  constructor(
    private readonly random: Random,
    private readonly writer: ProgramWriter,
    private readonly spelling: Spelling,
  ) {}

  /** Writes some constants. */
  declare(): void {
    for (let left = 1 + this.random.below(4); left > 0; left--) this.one();
  }

  /** A condition on a server that uses a constant; undefined where there is none. */
  use(server: string): string | undefined {
    return this.uses.length > 0 ? this.random.pick(this.uses)(server) : undefined;
  }

  private one(): void {
    const { random, writer, spelling, uses } = this;
    const name = `K${uses.length}`;
    const field = random.pick(FIELDS);
    const state = spelling.literal(field);
    const list = `[${[state, spelling.literal(field)].join(', ')}]`;
    const member = (server: string) => spelling.member(server, field);
    const add = (code: string, use: (server: string) => string) => {
      writer.write(`${code};\n`);
      uses.push(use);
    };
    random.pick([
      () => add(`const ${name} = ${state}`, (server) => `${member(server)} === ${name}`),
      () => add(`const ${name} = ${list}`, (server) => `${name}.includes(${member(server)})`),
      () => add(`const ${name} = new Set(${list})`, (server) => `${name}.has(${member(server)})`),
      () => add(`const ${name} = { a: ${state} }`, (server) => `${member(server)} === ${name}.a`),
      () => add(`const ${name} = { ${state}: true }`, (server) => `${name}[${member(server)}]`),
      () =>
        add(
          `const ${name} = new Map([[${state}, 1]])`,
          (server) => `${name}.has(${member(server)})`,
        ),
      () =>
        add(`const ${name} = (x) => ${member('x')} === ${state}`, (server) => `${name}(${server})`),
      () =>
        add(
          `function ${name}({ ${spelling.key(field)}: x }) { return x !== ${state}; }`,
          (server) => `${name}(${server})`,
        ),
      () => add(`const ${name} = (x) => x === ${state}`, (server) => `${name}(${member(server)})`),
    ])();
  }
}

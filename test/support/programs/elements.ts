import type { Conditions } from './conditions';
import type { Random } from './random';
import type { ProgramWriter } from './writer';

/** Writes what looks for servers in lists. */
export class Elements {
  private count = 0;

  constructor(
    private readonly random: Random,
    private readonly writer: ProgramWriter,
    private readonly conditions: Conditions,
  ) {}

  /** One statement; what it finds is at hand behind it. */
  statement(): void {
    const { random, writer, conditions } = this;
    const name = `e${this.count++}`;
    const list = random.pick(['[s, o]', '[next(), s, o]', '[s, next()].slice()']);
    writer.write(`const ${name} = ${list}`);
    if (random.chance(0.5)) {
      this.call(random.pick(['find', 'find', 'findLast']));
      writer.write(';\n');
      conditions.servers.push(name, name);
      return;
    }
    for (let left = 1 + random.below(2); left > 0; left--) this.call('filter');
    this.call(random.pick(['some', 'every', 'map', 'find', 'filter']));
    writer.write(';\n');
  }

  private call(method: string): void {
    const { writer, conditions } = this;
    const { servers, copies } = conditions;
    conditions.servers = ['x'];
    conditions.copies = [];
    writer.write(`.${method}((x) => `);
    conditions.write(1);
    writer.write(')');
    conditions.servers = servers;
    conditions.copies = copies;
  }
}

import { Assignments } from './assignments';
import type { Conditions } from './conditions';
import { Constants } from './constants';
import { Elements } from './elements';
import type { Feature } from './features';
import type { Random } from './random';
import { type Pair, StateNames } from './state-names';
import type { ProgramWriter } from './writer';

const DEEPEST = 2;

/** Writes the statements of programs. */
export class Statements {
  private count = 0;
  private depth = 0;
  private loops = 0;
  /** The functions at hand that may be called. */
  private closures: string[] = [];
  private isInFunction = true;
  private isAsync = false;
  private readonly names: StateNames;
  private readonly assignments: Assignments;
  private readonly elements: Elements;

  constructor(
    private readonly random: Random,
    private readonly writer: ProgramWriter,
    private readonly conditions: Conditions,
    private readonly features: ReadonlySet<Feature>,
  ) {
    this.names = new StateNames(random, writer, conditions);
    this.assignments = new Assignments(random, conditions);
    this.elements = new Elements(random, writer, conditions);
  }

  /** Writes the whole program. */
  program(): void {
    const { writer } = this;
    if (this.features.has('constants'))
      this.conditions.declareConstants(new Constants(this.random, writer, this.conditions));
    const kind = this.random.pick(['', 'async ']);
    // Whatever it waits for, the steps of a generator are what other code runs between.
    writer.write(`${this.features.has('suspensions') ? kind : ''}function`, 'function');
    writer.write(kind === '' && this.features.has('suspensions') ? '*' : '', '*');
    this.isAsync = kind !== '';
    writer.write(' f(s, o) {\n');
    this.several(2 + this.random.below(2));
    writer.write('}\n');
  }

  private several(least: number): void {
    for (let left = least + this.random.below(2); left > 0; left--) this.one();
  }

  /** Statements in braces: what they declare ends with them. */
  private block(prefix = ' {\n'): void {
    this.writer.write(prefix);
    this.scoped(() => this.several(1));
    this.writer.write('}\n');
  }

  private scoped(write: () => void): void {
    const { servers, copies } = this.conditions;
    const { closures } = this;
    const { taken } = this.names;
    this.names.taken = new Set();
    this.conditions.servers = [...servers];
    this.conditions.copies = [...copies];
    this.closures = [...closures];
    this.depth++;
    write();
    this.depth--;
    this.conditions.servers = servers;
    this.conditions.copies = copies;
    this.closures = closures;
    this.names.taken = taken;
  }

  private one(): void {
    const { random, features } = this;
    if (this.depth >= DEEPEST || random.chance(0.2)) {
      this.leaf();
      return;
    }
    const kinds: (() => void)[] = [
      () => this.branch(),
      () => this.branch(),
      () => this.branch(),
      () => this.exit(),
      () => this.value(),
    ];
    const add = (feature: Feature, ...more: (() => void)[]) => {
      if (features.has(feature)) kinds.push(...more);
    };
    add(
      'switches',
      () => this.switchOver(),
      () => this.switchTrue(),
    );
    add(
      'loops',
      () => this.loop(),
      () => this.labelled(),
    );
    add('exceptions', () => this.attempt());
    add(
      'closures',
      () => this.closure(),
      () => this.callback(),
    );
    add('aliases', () => this.alias());
    add('elements', () => this.elements.statement());
    add(
      'destructuring',
      () => this.names.pattern() || this.leaf(),
      () => this.names.copies(() => this.leaf()) || this.leaf(),
    );
    add('assignments', () => this.writer.write(this.assignments.ofParameters()));
    random.pick(kinds)();
  }

  private leaf(): void {
    const { random, writer, features } = this;
    const leaves = ['void 0;\n', 'console.log(s);\n'];
    if (this.closures.length > 0) leaves.push(`${random.pick(this.closures)}();\n`);
    if (features.has('calls')) leaves.push(`${this.conditions.call()};\n`);
    if (features.has('assignments')) leaves.push(this.assignments.one(), this.assignments.one());
    if (this.loops > 0) leaves.push(random.pick(['break;\n', 'continue;\n']));
    if (features.has('suspensions') && this.isInFunction && random.chance(0.4)) this.suspension();
    else writer.write(random.pick(leaves));
  }

  private suspension(): void {
    if (this.isAsync) this.writer.write('await poll();\n', 'yield poll();\n');
    else this.writer.write(this.random.pick(['yield s;\n', 'yield;\n']));
  }

  private branch(): void {
    const { random, writer } = this;
    writer.write('if (');
    this.conditions.write(2);
    writer.write(')');
    if (random.chance(0.3)) writer.write(' return;\n');
    else this.block();
    if (random.chance(0.4)) {
      writer.write('else');
      if (random.chance(0.5)) {
        writer.write(' if (');
        this.conditions.write(2);
        writer.write(')');
      }
      this.block();
    }
  }

  private exit(): void {
    this.writer.write('if (');
    this.conditions.write(1);
    const exits = ['return;\n', ...(this.loops > 0 ? ['break;\n', 'continue;\n'] : [])];
    this.writer.write(`) ${this.random.pick(exits)}`);
  }

  private value(): void {
    this.writer.write(`const v${this.count++} = `);
    this.conditions.write(2);
    this.writer.write(';\n');
  }

  private switchOver(): void {
    const { random, writer, conditions } = this;
    const field = conditions.field();
    const subject = conditions.subject(field);
    const head = writer.switchHead(() => writer.write(subject));
    this.cases(head, () => {
      if (this.features.has('calls') && random.chance(0.15)) writer.write(conditions.call());
      else writer.write(conditions.caseValue(field, subject));
    });
  }

  private switchTrue(): void {
    const { random, writer, conditions } = this;
    const head = writer.switchHead(() => writer.write('true'));
    this.cases(head, () => {
      if (this.features.has('calls') && random.chance(0.3)) writer.write(conditions.call());
      else conditions.write(1);
    });
  }

  private cases(head: number, value: () => void): void {
    const { random, writer } = this;
    const loops = this.loops;
    this.loops = 0;
    for (let left = 2 + random.below(3); left > 0; left--) {
      writer.label(head, value);
      if (random.chance(0.75)) this.block('{\n');
      if (random.chance(0.7)) writer.write('break;\n');
    }
    if (random.chance(0.4)) {
      writer.write('default: ');
      this.block('{\n');
    }
    this.loops = loops;
    writer.write('}\n');
  }

  private loop(): void {
    const { random, writer } = this;
    const kind = random.pick(this.features.has('others') ? [0, 1, 2, 3] : [0, 1, 3]);
    if (kind === 3) writer.write('do');
    else if (kind === 2) writer.write('for (const each of [s, o])');
    else {
      writer.write(kind === 0 ? 'while (' : 'for (; ');
      this.conditions.write(1);
      writer.write(kind === 0 ? ')' : '; )');
    }
    writer.loopBody();
    this.loops++;
    this.scoped(() => {
      if (kind === 2) this.conditions.servers.push('each', 'each');
      this.several(1);
    });
    this.loops--;
    writer.write('}\n');
    if (kind === 3) {
      writer.write('while (');
      this.conditions.write(1);
      writer.write(');\n');
    }
  }

  private labelled(): void {
    const label = `l${this.count++}`;
    this.writer.write(`${label}: {\n`);
    this.scoped(() => {
      this.writer.write('if (');
      this.conditions.write(1);
      this.writer.write(`) break ${label};\n`);
      this.several(1);
    });
    this.writer.write('}\n');
  }

  private attempt(): void {
    this.writer.write('try {\n');
    this.scoped(() => {
      this.several(1);
      this.writer.write(this.features.has('calls') ? 'fail();\n' : 'null.x;\n');
    });
    this.writer.write('}');
    const ending = this.random.below(3);
    if (ending < 2) this.block(' catch {\n');
    if (ending > 0) this.block(' finally {\n');
  }

  /** A function that runs at another time, if at all. */
  private closure(): void {
    const name = `g${this.count++}`;
    this.writer.write(`const ${name} = () => {\n`);
    this.withinFunction();
    this.writer.write('};\n');
    this.closures.push(name);
  }

  private callback(): void {
    const kind = this.random.below(3);
    const names: Pair = ['vm0', 'task0'];
    const parameter = ['', 'each', this.names.patternOf(names)][kind];
    this.writer.write(`${kind === 0 ? '[1]' : '[s, o]'}.forEach((${parameter}) => {\n`);
    this.withinFunction(() => {
      if (kind === 1) this.conditions.servers.push('each', 'each');
      if (kind !== 2) return;
      this.names.taken.add(0);
      this.names.declare(names);
      if (this.random.chance(0.2)) this.names.change(names);
    });
    this.writer.write('});\n');
  }

  private withinFunction(begin = () => {}): void {
    const { loops, isInFunction } = this;
    this.loops = 0;
    this.isInFunction = false;
    this.scoped(() => {
      begin();
      this.several(1);
    });
    this.isInFunction = isInFunction;
    this.loops = loops;
  }

  private alias(): void {
    const name = `t${this.count++}`;
    const server = this.conditions.server();
    const value = this.random.pick([server, server, `(poll, ${server})`, `{ a: ${server} }.a`]);
    this.writer.write(`${this.random.pick(['const', 'let'])} ${name} = ${value};\n`);
    this.conditions.servers.push(name, name);
  }
}

import type { Field, Relation } from '../../../src/model';
import type { Constants } from './constants';
import type { Feature } from './features';
import type { Random } from './random';
import type { ProgramWriter } from './writer';

/** A way to ask whether a field has no state. */
type Absence = 'null' | 'undefined' | 'nullish' | 'empty' | 'falsy';

const ABSENCES: readonly Absence[] = ['null', 'undefined', 'nullish', 'empty', 'falsy'];
const FIELDS: readonly Field[] = ['vm_state', 'task_state', 'status'];

/** Names that hold the fields of a server, by a pattern or copies. */
export interface Copied {
  readonly field: Field;
  readonly name: string;
}

/** Writes conditions on the servers that are at hand. */
export class Conditions {
  /** The servers at hand, as they are written. */
  servers: string[];
  /** Whether it is asked if a server has a task_state at all. */
  asksForTask = false;
  /** Those at the top of the program. */
  private constants: Constants | undefined;
  /** The names at hand that hold a state. */
  copies: Copied[] = [];
  private readonly ways: readonly Absence[];

  constructor(
    private readonly random: Random,
    private readonly writer: ProgramWriter,
    private readonly relation: Relation,
    private readonly spelling: Readonly<Record<Field, string>>,
    private readonly features: ReadonlySet<Feature>,
  ) {
    this.servers = features.has('others') ? ['s', 's', 's', 'o', 'this.vm'] : ['s'];
    this.ways = features.has('absences') ? ABSENCES : [random.pick(ABSENCES)];
  }

  /** Writes constants, which conditions behind use. */
  declareConstants(constants: Constants): void {
    constants.declare();
    this.constants = constants;
  }

  /** A server at hand. */
  server(): string {
    return this.random.pick(this.servers);
  }

  /** A state field of a server, as it is read or assigned. */
  member(server: string, field: Field): string {
    const name = this.spelling[field];
    return /^\w+$/.test(name) && this.random.chance(0.8)
      ? `${server}.${name}`
      : `${server}['${name}']`;
  }

  field(): Field {
    return this.random.pick(FIELDS);
  }

  /** The key of a field in an object or pattern. */
  key(field: Field): string {
    return `'${this.spelling[field]}'`;
  }

  /** A literal that is a state of the field. */
  literal(field: Field): string {
    const states = this.relation.values[field].filter((value) => value !== null);
    return `'${this.random.pick(states)}'`;
  }

  /** A condition, as deep as given. */
  write(depth: number): void {
    const { random, writer } = this;
    if (depth === 0 || random.chance(0.25)) {
      this.single();
      return;
    }
    writer.condition(() => {
      const kind = random.below(this.features.has('calls') ? 14 : 12);
      if (kind < 2) {
        writer.write('!(');
        this.write(depth - 1);
        writer.write(')');
      } else if (kind === 2) this.choice(depth - 1);
      else if (kind < 12) this.joined(random.pick(['&&', '&&', '||']), depth - 1);
      else {
        writer.write(`${this.call()} ${random.pick(['&&', '||'])} (`);
        this.write(depth - 1);
        writer.write(')');
      }
    });
  }

  /** Something that runs, and may give any server another state. */
  call(): string {
    const server = this.server();
    return this.random.pick([
      'poll()',
      `refresh(${server})`,
      `${server}.reload()`,
      `cache.has(${server})`,
      `api.test(${server})`,
      `api.includes(${server})`,
      'this.log()',
    ]);
  }

  /** What is compared with a state in a `case` of a switch over the field. */
  caseValue(field: Field, subject: string): string {
    if (this.random.chance(field === 'task_state' ? 0.8 : 0.95)) return this.literal(field);
    const way = this.way();
    const values = { null: 'null', undefined: 'undefined', empty: "''" } as const;
    if (!(way in values)) return this.literal(field);
    this.noteAsked(way, field, subject);
    return values[way as keyof typeof values];
  }

  /** The state of some server. */
  subject(field: Field): string {
    const copied = this.copies.filter((each) => each.field === field);
    if (copied.length > 0 && this.random.chance(0.6)) return this.random.pick(copied).name;
    const server = this.server();
    const isOptional = server !== 'this.vm' && this.random.chance(0.1);
    const name = this.spelling[field];
    return isOptional ? `${server}?.['${name}']` : this.member(server, field);
  }

  private joined(sign: string, depth: number): void {
    this.writer.write('(');
    this.write(depth);
    this.writer.write(`) ${sign} (`);
    this.write(depth);
    this.writer.write(')');
  }

  private choice(depth: number): void {
    for (const sign of ['(', ') ? (', ') : (']) {
      this.writer.write(sign);
      this.write(depth);
    }
    this.writer.write(')');
  }

  private single(): void {
    const { random, writer } = this;
    const field = this.field();
    const subject = this.subject(field);
    writer.condition(() => {
      if (random.chance(field === 'task_state' ? 0.3 : 0.1)) this.absent(field, subject);
      else if (this.constants && random.chance(0.4))
        writer.write(this.constants?.use(this.server()) ?? this.lookup(field, subject));
      else if (this.features.has('texts') && random.chance(0.3))
        writer.write(this.text(field, subject));
      else if (random.chance(0.25)) writer.write(this.lookup(field, subject));
      else if (random.chance(0.05)) writer.write(`typeof ${subject} === 'string'`);
      else {
        const sign = random.pick(['===', '===', '===', '!==', '!==', '==', '!=']);
        const [left, right] = [subject, this.literal(field)];
        writer.write(random.chance(0.9) ? `${left} ${sign} ${right}` : `${right} ${sign} ${left}`);
      }
    });
  }

  /** A comparison of what is made of the text of a state. */
  private text(field: Field, subject: string): string {
    const literal = this.literal(field);
    return this.random.pick([
      `${subject}?.toUpperCase() === ${literal.toUpperCase()}`,
      `${subject}.toUpperCase() !== ${literal.toUpperCase()}`,
      `\`is \${${subject}}\` === ${literal.replace("'", "'is ")}`,
      `String(${subject}) === ${literal}`,
      `${subject}?.startsWith(${literal.slice(0, 4)}')`,
      `(${subject} ?? '') === ${literal}`,
      `[${literal}].some((y) => y === ${subject})`,
      `[${literal}, ''].indexOf(${subject}) >= 0`,
    ]);
  }

  private lookup(field: Field, subject: string): string {
    const literals = Array.from({ length: 1 + this.random.below(3) }, () => this.literal(field));
    const list = `[${literals.join(', ')}]`;
    return this.random.chance(0.6)
      ? `${list}.includes(${subject})`
      : `new Set(${list}).has(${subject})`;
  }

  private absent(field: Field, subject: string): void {
    const { random, writer } = this;
    const way = this.way();
    this.noteAsked(way, field, subject);
    const sign = random.pick(['=', '!']);
    if (way === 'nullish') {
      writer.write(`${subject} ${sign}= ${random.pick(['null', 'undefined'])}`);
    } else if (way === 'falsy') {
      if (sign === '!') writer.write('!');
      if (sign === '!') writer.condition(() => writer.write(subject));
      else writer.write(subject);
    } else {
      const value = way === 'empty' ? "''" : way;
      if (random.chance(0.25)) writer.write(`[${value}].includes(${subject})`);
      else writer.write(`${subject} ${sign}== ${value}`);
    }
  }

  private noteAsked(way: Absence, field: Field, subject: string): void {
    const isCopy = this.copies.some(({ name }) => name === subject);
    if (way === 'undefined' && field === 'task_state' && !isCopy) this.asksForTask = true;
  }

  private way(): Absence {
    return this.random.pick(this.ways);
  }
}

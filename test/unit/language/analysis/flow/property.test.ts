import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { codeFindingsIn } from '../../../../../src/language/rules/code-findings';
import { type Field, HUAWEI_CLOUD } from '../../../../../src/model';
import { execute, programs, type Server, serversOf } from '../../../../support/programs';
import { reach } from '../../../../support/reach';

interface Atom {
  readonly kind: 'atom';
  readonly text: string;
  holds(server: Server): boolean;
}

/** Something that runs and may put the server in any other state. */
interface Call {
  readonly kind: 'call';
}

type Condition =
  | Atom
  | Call
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: '&&' | '||'; readonly left: Condition; readonly right: Condition };

type Statement =
  | { readonly kind: 'return' }
  | { readonly kind: 'work' }
  | Call
  | {
      readonly kind: 'if';
      readonly test: Condition;
      readonly holds: readonly Statement[];
      readonly fails: readonly Statement[];
    };

const SPELLING: Record<Field, string> = {
  vm_state: "s['OS-EXT-STS:vm_state']",
  task_state: "s['OS-EXT-STS:task_state']",
  status: 's.status',
};
const NONES = [null, undefined, ''];

/** Servers of every row and of none, with each field also absent. */
const SERVERS = serversOf(HUAWEI_CLOUD);

const written = (value: unknown) => (typeof value === 'string' ? `'${value}'` : String(value));

function equality(field: Field, value: unknown, sign: '===' | '!=='): Atom {
  return {
    kind: 'atom',
    text: `${SPELLING[field]} ${sign} ${written(value)}`,
    holds: (server) => (server[field] === value) === (sign === '==='),
  };
}

const field = fc.constantFrom<Field>('vm_state', 'task_state', 'status');
const sign = fc.constantFrom<'===' | '!=='>('===', '===', '!==');
const literal = field.chain((name) =>
  fc.tuple(fc.constant(name), fc.constantFrom<string | null>(...HUAWEI_CLOUD.values[name]), sign),
);
/** Atoms that ask for no step in one way only. */
const plainAtom: fc.Arbitrary<Atom> = literal.map((parts) => equality(...parts));
const listAtom: fc.Arbitrary<Atom> = field.chain((name) =>
  fc
    .uniqueArray(fc.constantFrom(...HUAWEI_CLOUD.values[name].filter((value) => value !== null)), {
      minLength: 1,
      maxLength: 4,
    })
    .map((values) => ({
      kind: 'atom' as const,
      text: `[${values.map(written).join(', ')}].includes(${SPELLING[name]})`,
      holds: (server: Server) => (values as unknown[]).includes(server[name]),
    })),
);
const noneAtom: fc.Arbitrary<Atom> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...NONES), sign)
    .map(([value, operator]) => equality('task_state', value, operator)),
  fc.constant<Atom>({
    kind: 'atom',
    text: SPELLING.task_state,
    holds: ({ task_state }) => Boolean(task_state),
  }),
  fc.constant<Atom>({
    kind: 'atom',
    text: `${SPELLING.task_state} != null`,
    holds: ({ task_state }) => task_state != null,
  }),
);
const anyAtom = fc.oneof(plainAtom, plainAtom, listAtom, noneAtom);
const atomOrCall = fc.oneof(
  { weight: 6, arbitrary: anyAtom },
  { weight: 1, arbitrary: fc.constant<Call>({ kind: 'call' }) },
);

function conditionOf(atom: fc.Arbitrary<Atom | Call>, depth: number): fc.Arbitrary<Condition> {
  if (depth === 0) return atom;
  const inner = conditionOf(atom, depth - 1);
  return fc.oneof(
    atom,
    inner.map((of) => ({ kind: 'not' as const, of })),
    fc.record({ kind: fc.constantFrom<'&&' | '||'>('&&', '&&', '||'), left: inner, right: inner }),
  );
}

function statementsOf(depth: number): fc.Arbitrary<Statement[]> {
  const leaf = fc.constantFrom<Statement>({ kind: 'work' }, { kind: 'return' }, { kind: 'call' });
  if (depth === 0) return fc.array(leaf, { maxLength: 1 });
  const inner = statementsOf(depth - 1);
  const choice = fc.record({
    kind: fc.constant('if' as const),
    test: conditionOf(atomOrCall, 2),
    holds: inner,
    fails: inner,
  });
  return fc.array(fc.oneof(choice, choice, choice, leaf), { maxLength: 3 });
}

/** A server while code runs on it. */
class Run {
  constructor(
    public server: Server,
    private readonly others: readonly Server[] = [],
    private step = 0,
  ) {}

  /** Puts the server in another state, and gives one answer or the other. */
  poll(): boolean {
    // Far apart, so that in a few runs each state is followed by many others.
    this.step = (this.step * 7 + 11) % 9973;
    this.server = this.others[this.step % this.others.length] ?? this.server;
    return this.step % 2 === 0;
  }
}

/** How often a program with calls is run on each server, each time with other states behind the calls. */
const RUNS = 12;

/** Code, and for each offset of an atom the atom. */
class Program {
  text = 'function f(s) {\n';
  readonly atoms = new Map<number, Atom>();
  /** Where there are negations, which are marked where what they negate is always true. */
  readonly negations = new Set<number>();
  private readonly starts = new Map<Condition, number>();
  /** The offsets of the conditions that came true, for some server. */
  readonly fulfilled = new Set<number>();

  condition(condition: Condition): void {
    if (condition.kind === 'atom') {
      this.atoms.set(this.text.length, condition);
      this.starts.set(condition, this.text.length);
      this.text += condition.text;
    } else if (condition.kind === 'call') this.text += 'poll()';
    else if (condition.kind === 'not') {
      this.negations.add(this.text.length);
      this.starts.set(condition, this.text.length);
      this.text += '!(';
      this.condition(condition.of);
      this.text += ')';
    } else {
      this.text += '(';
      this.condition(condition.left);
      this.text += ` ${condition.kind} `;
      this.condition(condition.right);
      this.text += ')';
    }
  }

  statements(statements: readonly Statement[]): void {
    for (const statement of statements) {
      if (statement.kind === 'return') this.text += 'return;\n';
      else if (statement.kind === 'work') this.text += 'void 0;\n';
      else if (statement.kind === 'call') this.text += 'poll();\n';
      else {
        this.text += 'if (';
        this.condition(statement.test);
        this.text += ') {\n';
        this.statements(statement.holds);
        this.text += '} else {\n';
        this.statements(statement.fails);
        this.text += '}\n';
      }
    }
  }

  evaluate(condition: Condition, run: Run): boolean {
    switch (condition.kind) {
      case 'not': {
        const start = this.starts.get(condition) ?? -1;
        const outcome = !this.evaluate(condition.of, run);
        if (outcome) this.fulfilled.add(start);
        return outcome;
      }
      case '&&':
        return this.evaluate(condition.left, run) && this.evaluate(condition.right, run);
      case '||':
        return this.evaluate(condition.left, run) || this.evaluate(condition.right, run);
      case 'call':
        return run.poll();
      case 'atom': {
        const start = this.starts.get(condition) ?? -1;
        const outcome = condition.holds(run.server);
        if (outcome) this.fulfilled.add(start);
        return outcome;
      }
    }
  }

  /** Whether the end is reached. */
  run(statements: readonly Statement[], run: Run): boolean {
    for (const statement of statements) {
      if (statement.kind === 'return') return false;
      if (statement.kind === 'work') continue;
      if (statement.kind === 'call') {
        run.poll();
        continue;
      }
      const branch = this.evaluate(statement.test, run) ? statement.holds : statement.fails;
      if (!this.run(branch, run)) return false;
    }
    return true;
  }
}

/** Each atom an object of its own, so that its place is. */
function fresh<T>(value: T): T {
  if (Array.isArray(value)) return value.map(fresh) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, fresh(of)])) as T;
}

function programOf(statements: readonly Statement[]): Program {
  const program = new Program();
  program.statements(statements);
  program.text += '}\n';
  return program;
}

const onlyIf = (test: Condition): Statement[] => [
  { kind: 'if', test: fresh(test), holds: [{ kind: 'work' }], fails: [] },
];

describe('logic of any programs', () => {
  it('marks no condition that comes true when the program runs', () => {
    let marked = 0;
    for (const program of programs(20260301, reach(500), HUAWEI_CLOUD)) {
      const findings = codeFindingsIn(program.text, 'javascript', HUAWEI_CLOUD).filter(
        ({ code }) => code === 'impossible-condition' || code === 'unreachable-case',
      );
      if (findings.length === 0) continue;
      const outcomes = execute(program, SERVERS);
      for (const { code, start, end } of findings) {
        const marks = program.conditions.flatMap((each, index) =>
          each.start === start && each.end === end ? [outcomes[index]] : [],
        );
        const shown = `${code} marks ${program.text.slice(start, end)} at ${start} of ${program.text}`;
        assert.ok(marks.length > 0, shown);
        assert.ok(!marks.some((outcome) => outcome?.cameTrue), shown);
        marked++;
      }
    }
    assert.ok(marked > reach(50), `${marked}`);
  });
});

describe('logic of any conditions', () => {
  it('marks no condition that some server fulfils', () => {
    let marked = 0;
    fc.assert(
      fc.property(statementsOf(3), (generated) => {
        const statements = fresh(generated);
        const program = programOf(statements);
        const findings = codeFindingsIn(program.text, 'typescript', HUAWEI_CLOUD);
        const runs = program.text.includes('poll()') ? RUNS : 1;
        for (const server of SERVERS) {
          for (let step = 0; step < runs; step++)
            program.run(statements, new Run(server, SERVERS, step));
        }
        for (const { start, code } of findings) {
          const isCondition = program.atoms.has(start) || program.negations.has(start);
          assert.ok(isCondition, `${code} marks no atom in ${program.text}`);
          assert.ok(!program.fulfilled.has(start), `${code} at ${start} of ${program.text}`);
          marked++;
        }
      }),
      { numRuns: reach(600) },
    );
    assert.ok(marked > reach(30), `${marked}`);
  });

  it('marks something in every condition that no server fulfils', () => {
    let impossible = 0;
    const tree = conditionOf(fc.oneof(plainAtom, plainAtom, listAtom), 3);
    fc.assert(
      fc.property(tree, (generated) => {
        const statements = onlyIf(generated);
        const [statement] = statements;
        const program = programOf(statements);
        const findings = codeFindingsIn(program.text, 'typescript', HUAWEI_CLOUD);
        // A receiver whose status alone is looked at is no server for sure.
        fc.pre(program.text.includes('OS-EXT-STS'));
        const { test } = statement as Extract<Statement, { kind: 'if' }>;
        if (SERVERS.some((server) => program.evaluate(test, new Run(server)))) return;
        impossible++;
        assert.ok(findings.length > 0, program.text);
        const codes = new Set(findings.map(({ code }) => code));
        codes.delete('impossible-condition');
        // Halves of an "or" that the halves before leave no server for.
        codes.delete('unreachable-case');
        assert.equal(codes.size, 0);
      }),
      { numRuns: reach(800) },
    );
    assert.ok(impossible > reach(30), `${impossible}`);
  });
});

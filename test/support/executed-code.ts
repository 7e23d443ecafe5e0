import ts from 'typescript';
import type { Field, Relation } from '../../src/model';
import { type Server, serversOf } from './programs';
import { Random } from './programs/random';

/** Code with a function `f(s, o)` of two servers, which is run on servers of all rows. */
export interface ExecutedCode {
  readonly name: string;
  readonly code: string;
  /** What runs it, where that is not `f(s, o)`. */
  readonly run?: string;
  readonly languageId?: 'javascript' | 'typescriptreact';
  /** Whether any server may lack its task, since the code asks whether it is there. */
  readonly mayLackTask?: true;
}

/** A range of the code: UTF-16 code units. */
interface Place {
  readonly start: number;
  readonly end: number;
}

const RUNS = 1500;
const PREFIX = 'OS-EXT-STS:';
const FIELDS: readonly Field[] = ['vm_state', 'task_state', 'status'];

type Live = Record<string, unknown>;

/**
 * Runs code many times on servers of all rows, those whose states it names more often.
 * @param places conditions or values of cases in it
 * @returns those that came true, or were matched, at least once
 */
export async function placesThatComeTrue<T extends Place>(
  executed: ExecutedCode,
  places: readonly T[],
  relation: Relation,
): Promise<T[]> {
  if (places.length === 0) return [];
  const world = new World(executed, relation);
  const run = compile(executed, places, world);
  for (let turn = 0; turn < RUNS; turn++) await world.once(turn, run);
  return places.filter((_, index) => world.cameTrue.has(index));
}

type Run = (s: Live, o: Live, self: Live) => unknown;

function compile(
  { code, run = 'f.call(self, s, o)' }: ExecutedCode,
  places: readonly Place[],
  world: World,
): Run {
  const instrumented = `${withRecorders(code, places)}\n;$.result = ((s, o, self) => ${run});`;
  const { outputText } = ts.transpileModule(instrumented, {
    fileName: 'code.tsx',
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.CommonJS,
      jsx: ts.JsxEmit.React,
    },
  });
  const globals = world.globals();
  const make = new Function(
    '$',
    'exports',
    ...Object.keys(globals),
    outputText.replace('"use strict";', ''),
  );
  // Each run begins with the code as a whole: what it has at its top may have been changed.
  return (s, o, self) => {
    const $ = { ...world.recorders, result: undefined as Run | undefined };
    make($, {}, ...Object.values(globals));
    return $.result?.(s, o, self);
  };
}

/** The code with a recorder around each place, and around the heads of the switches whose cases are among them. */
function withRecorders(code: string, places: readonly Place[]): string {
  const file = ts.createSourceFile('code.tsx', code, ts.ScriptTarget.Latest, true);
  const inserted: { at: number; text: string; order: number }[] = [];
  const wrap = ({ start, end }: Place, before: string) => {
    inserted.push({ at: start, text: before, order: end - start });
    inserted.push({ at: end, text: '))', order: start - end });
  };
  const heads = new Map<number, number>();
  places.forEach((place, index) => {
    const clause = caseAt(file, place);
    if (!clause) {
      wrap(place, `$.value(${index}, (`);
      return;
    }
    const { expression } = clause.parent.parent;
    const head = heads.get(expression.pos) ?? heads.size;
    if (!heads.has(expression.pos))
      wrap({ start: expression.getStart(), end: expression.end }, `$.head(${head}, (`);
    heads.set(expression.pos, head);
    wrap(place, `$.matches(${index}, ${head}, (`);
  });
  inserted.sort((a, b) => b.at - a.at || sideOf(b) - sideOf(a) || a.order - b.order);
  return inserted.reduce(
    (text, { at, text: more }) => text.slice(0, at) + more + text.slice(at),
    code,
  );
}

/** At one place, what ends comes before what begins. */
function sideOf({ text }: { text: string }): number {
  return text === '))' ? 0 : 1;
}

function caseAt(file: ts.SourceFile, { start, end }: Place): ts.CaseClause | undefined {
  let found: ts.CaseClause | undefined;
  const look = (node: ts.Node): void => {
    if (ts.isCaseClause(node)) {
      const { expression } = node;
      if (expression.getStart() === start && expression.end === end) found = node;
    }
    ts.forEachChild(node, look);
  };
  look(file);
  const head = found?.parent.parent.expression;
  return head && head.kind !== ts.SyntaxKind.TrueKeyword ? found : undefined;
}

/** The servers that code runs on, and the functions that it can call. */
class World {
  readonly cameTrue = new Set<number>();
  private readonly heads: unknown[] = [];
  private readonly named: readonly Server[];
  private readonly all: readonly Server[];
  private readonly spellings: readonly (readonly [Field, string])[];
  private random = new Random(1);
  private live: Live[] = [];
  private readonly proto: object;

  constructor({ code, mayLackTask }: ExecutedCode, relation: Relation) {
    this.all = serversOf(relation, mayLackTask === true);
    const words = new Set(
      code.match(/[\w-]+/g)?.flatMap((word) => [word, word.toUpperCase(), word.toLowerCase()]),
    );
    const isNamed = (value: unknown) =>
      typeof value !== 'string' || value === '' || words.has(value);
    this.named = this.all.filter(
      (server) => FIELDS.filter((field) => isNamed(server[field])).length >= 2,
    );
    this.spellings = FIELDS.flatMap((field) => {
      const isPrefixed = field !== 'status' && code.includes(PREFIX + field);
      const isPlain = new RegExp(`(?<!:)\\b${field}\\b`).test(code) || !isPrefixed;
      return [
        ...(isPrefixed ? [[field, PREFIX + field] as const] : []),
        ...(isPlain ? [[field, field] as const] : []),
      ];
    });
    const change = (of: unknown) => this.changeOne(of);
    this.proto = Object.defineProperty({}, 'reload', {
      value(this: unknown) {
        return change(this);
      },
    });
  }

  readonly recorders = {
    value: (index: number, value: unknown) => {
      if (value) this.cameTrue.add(index);
      return value;
    },
    head: (head: number, value: unknown) => {
      this.heads[head] = value;
      return value;
    },
    matches: (index: number, head: number, value: unknown) => {
      if (this.heads[head] === value) this.cameTrue.add(index);
      return value;
    },
  };

  /** What code can call: most of it changes servers. */
  globals(): Record<string, unknown> {
    return {
      poll: () => this.changeAll(),
      refresh: (of: unknown) => this.changeOne(of),
      next: () => this.make(),
      several: () => [...this.live, this.make(), this.make()],
      chance: () => this.random.chance(0.5),
      fail: () => {
        this.changeAll();
        if (this.random.chance(0.5)) throw new Error();
      },
      load: async () => this.changeAll(),
      React: { createElement: (...given: unknown[]) => given, Fragment: '' },
      console: { log: () => undefined },
    };
  }

  /** Runs the code on one server and another, which may be the same. */
  async once(seed: number, run: Run): Promise<void> {
    this.random = new Random(seed * 7919 + 1);
    this.live = [];
    const s = this.make();
    const o = this.random.chance(0.2) ? s : this.make();
    const self: Live = { vm: this.random.chance(0.5) ? s : this.make() };
    try {
      const result = run(s, o, self) as
        | Partial<Iterator<unknown> & AsyncIterator<unknown>>
        | undefined;
      if (typeof result?.next !== 'function') await result;
      else while (!(await result.next()).done) this.changeAll();
    } catch (error) {
      // What code did until it threw counts.
      if (error instanceof SyntaxError || error instanceof ReferenceError) throw error;
    }
  }

  private make(): Live {
    const made = Object.create(this.proto) as Live;
    this.live.push(made);
    this.fill(made);
    return made;
  }

  private fill(live: Live): void {
    const isNamed = this.named.length > 0 && this.random.chance(0.8);
    const server = this.random.pick(isNamed ? this.named : this.all);
    for (const [field, name] of this.spellings) {
      const isOnlyOne = this.spellings.filter(([other]) => other === field).length === 1;
      if (field in server && (isOnlyOne || this.random.chance(0.5))) live[name] = server[field];
      else delete live[name];
    }
  }

  private changeAll(): boolean {
    for (const each of this.live) this.fill(each);
    return this.random.chance(0.5);
  }

  private changeOne(of: unknown): boolean {
    if (this.live.includes(of as Live)) this.fill(of as Live);
    return this.random.chance(0.5);
  }
}

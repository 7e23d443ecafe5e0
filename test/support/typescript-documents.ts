import fc from 'fast-check';

/** Makes up programs with server states in all the places the reader looks at, and in others. */
export class ProgramMaker {
  private readonly types: boolean;
  private readonly jsx: boolean;

  constructor(
    private readonly gen: fc.GeneratorValue,
    languageId: string,
  ) {
    this.types = languageId.startsWith('typescript');
    this.jsx = languageId !== 'typescript';
  }

  program(): string {
    const statements = Array.from({ length: this.upTo(4) + 1 }, () => this.statement(2));
    // Whether a text is parsed at all is told by the names in it, which an escape can hide.
    return `// status\n${statements.join(this.pick(['\n', '\r\n', '\n\n', `\n// it's { vm_state: "x" }\n`]))}`;
  }

  private upTo(max: number): number {
    return this.gen(fc.nat, { max });
  }

  private pick<T>(from: readonly T[]): T {
    return from[this.upTo(from.length - 1)] as T;
  }

  private chance(percent: number): boolean {
    return this.upTo(99) < percent;
  }

  private some(least: number, most: number, make: () => string): string[] {
    return Array.from({ length: least + this.upTo(most - least) }, make);
  }

  /** Space or comments, where a line may break. */
  private gap(): string {
    return this.pick(['', ' ', ' ', ' ', '\n', '\r\n  ', '\t', ' /* vm_state: "x" */ ', '// }\n']);
  }

  /** Space or comments within a line. */
  private space(): string {
    return this.pick([' ', ' ', '  ', " /* it's */ "]);
  }

  private text(): string {
    return this.pick(['active', 'powering-off', 'ACTIVE', '', 'a b', '{', "it's", 'Füße', '🙂']);
  }

  private string(text = this.text(), quotes = `'"\``): string {
    const quote = this.pick([...quotes]);
    const inner = [...text].map((char) => {
      if (char === quote || char === '\\') return `\\${char}`;
      if (this.chance(96)) return char;
      const code = char.codePointAt(0) ?? 0;
      const forms = [`\\u{${code.toString(16)}}`, `\\\n${char}`];
      if (code < 0x100) forms.push(`\\x${code.toString(16).padStart(2, '0')}`);
      return this.pick(forms);
    });
    return quote + inner.join('') + quote;
  }

  private stateName(): string {
    return this.pick([
      'vm_state',
      'task_state',
      'status',
      'vmState',
      'taskState',
      'OS_EXT_STS_vm_state',
      'name',
      'vm',
    ]);
  }

  private key(): string {
    const prefixed = this.pick(['OS-EXT-STS:vm_state', 'OS-EXT-STS:task_state', 'a b']);
    return this.pick([
      () => this.stateName(),
      () => this.stateName(),
      () => this.string(prefixed, `'"`),
      () => this.string(this.stateName(), `'"`),
      () => `[${this.gap()}${this.string(prefixed)}${this.gap()}]`,
      () => '[key]',
      () => '42',
    ])();
  }

  /** An expression that needs no parentheses wherever it stands. */
  private primary(depth: number): string {
    const forms = [
      () => this.string(),
      () => this.string(),
      () => 'null',
      () => 'undefined',
      () => '42',
      () => 'x',
      () => 'this',
      () => `x.y(${this.pick(['', 'z', "'a'"])})`,
      () => `\`a\${${depth > 0 ? this.value(depth - 1) : 'b'}}c\``,
      () => '/[\'"{]/g',
      () => this.subject(),
    ];
    if (depth > 0) {
      forms.push(
        () => this.object(depth - 1),
        () => this.object(depth - 1),
        () => `[${this.some(0, 3, () => this.value(depth - 1)).join(', ')}]`,
        () => `(${this.gap()}${this.value(depth - 1)}${this.gap()})`,
        () => `(${this.comparison(depth - 1)})`,
        () => this.lookup(depth - 1),
      );
      if (this.types) forms.push(() => `new Map<string, ${this.type(depth - 1)}>()`);
    }
    return this.pick(forms)();
  }

  private value(depth: number): string {
    const forms = [
      () => this.primary(depth),
      () => this.primary(depth),
      () => 'void 0',
      () => `a ? ${this.primary(depth)} : ${this.primary(depth)}`,
      () => `${this.string()} + ${this.string()}`,
      () => `${this.primary(depth)} ?? ${this.primary(0)}`,
      () => `${this.pick(['', 'async '])}(a, b) => (${this.primary(depth)})`,
      () => `function () {${this.gap()}}`,
    ];
    if (this.types) {
      forms.push(
        () => `${this.primary(depth)} as const`,
        () => `${this.primary(depth)}${this.space()}as${this.space()}${this.type(0)}`,
        () => `${this.primary(depth)} satisfies ${this.type(0)}`,
        () => `${this.primary(depth)}!`,
        () => `(${this.primary(depth)}! as ${this.type(0)})`,
        () => `<T,>(a: T): ${this.type(0)} => a`,
      );
      if (!this.jsx) {
        forms.push(
          () => `<${this.type(0)}>${this.primary(depth)}`,
          () => `<T>(a: T) => (${this.primary(depth)})`,
        );
      }
    }
    if (this.jsx && depth > 0) forms.push(() => this.element(depth - 1));
    return this.pick(forms)();
  }

  private element(depth: number): string {
    return this.pick([
      `<b title="vm_state: 'a'">don't</b>`,
      `<B {...x} s={${this.value(depth)}} />`,
      `<>{${this.comparison(depth)} && <b>{'x'}</b>} it's</>`,
    ]);
  }

  private object(depth: number): string {
    const member = () =>
      this.pick([
        () => `${this.key()}${this.gap()}:${this.gap()}${this.value(depth)}`,
        () => `${this.key()}${this.gap()}:${this.gap()}${this.value(depth)}`,
        () => `${this.key()}: ${this.string()}`,
        () => `${this.key()}: ${this.string()}`,
        () => this.stateName(),
        () => `...${this.primary(0)}`,
        () => `${this.pick(['', 'get ', 'async ', '*'])}${this.key()}() {${this.gap()}}`,
        () => `set ${this.key()}(v) {}`,
      ])();
    const members = this.some(0, 5, () => `${this.gap()}${member()}${this.gap()}`);
    return `{${members.join(',')}${members.length > 0 && this.chance(30) ? ',' : ''}${this.gap()}}`;
  }

  private subject(): string {
    const name = this.stateName();
    return this.pick([
      `x.${name}`,
      `x?.${name}`,
      `x.y!.${name}`.replace('!', this.types ? '!' : ''),
      `x[${this.string('OS-EXT-STS:vm_state')}]`,
      `x?.['${name}']`,
      `f(1).${name}`,
      name,
      `x.${name}.slice(1)`,
      `x[${name}]`,
      `x.${name}.length`,
    ]);
  }

  private operand(depth: number): string {
    const forms = [
      () => this.subject(),
      () => this.subject(),
      () => this.string(),
      () => this.string(),
      () => this.primary(depth),
      () => `(${this.gap()}${this.subject()}${this.gap()})`,
    ];
    if (this.types) {
      forms.push(
        () => `(${this.subject()} as ${this.type(0)})`,
        () => `${this.subject()}!`,
        () => `(${this.string()} as const)`,
      );
      if (!this.jsx) forms.push(() => `(<${this.type(0)}>${this.subject()})`);
    }
    return this.pick(forms)();
  }

  private comparison(depth: number): string {
    const operator = this.pick(['===', '!==', '==', '!=', '<=', '>=']);
    const one = `${this.operand(depth)}${this.space()}${operator}${this.gap()} ${this.operand(depth)}`;
    if (!this.chance(30)) return one;
    return `${one} ${this.pick(['&&', '||'])} ${this.comparison(0)}`;
  }

  private lookup(depth: number): string {
    const element = () => this.pick([() => this.string(), () => this.value(depth), () => '...y'])();
    let list = `[${this.some(0, 4, element).join(`,${this.gap()}`)}]`;
    if (this.types && this.chance(30)) list = `(${list} as const)`;
    const method = this.pick(['includes', 'indexOf', 'includes', 'concat', 'push']);
    return `${list}${this.pick(['.', '?.'])}${method}(${this.operand(depth)}${this.pick(['', ', 1'])})`;
  }

  private type(depth: number): string {
    const forms = [() => 'string', () => 'T', () => 'A.B', () => "X['y']"];
    if (depth > 0) {
      forms.push(
        () => this.typeString(),
        () => this.union(depth - 1),
        () => this.union(depth - 1),
        () => 'null',
        () => 'undefined',
        () => '42',
        () => `Record<string, ${this.type(depth - 1)}>`,
        () => `(${this.type(depth - 1)})`,
        () => `(${this.type(depth - 1)})[]`,
        () => `[a: ${this.type(depth - 1)}, b: string[]]`,
        () => `((a: ${this.type(depth - 1)}, b?: string) => void)`,
        () => this.objectType(depth - 1),
        () => `(T extends ${this.type(0)} ? ${this.type(depth - 1)} : never)`,
        () => 'keyof T',
        () => `\`a\${${this.type(0)}}\``,
      );
    }
    return this.pick(forms)();
  }

  private typeString(): string {
    return this.string(this.pick(['active', 'resized', '', "it's"]), `'"`);
  }

  private union(depth: number): string {
    const member = () =>
      this.pick([
        () => this.typeString(),
        () => this.typeString(),
        () => this.typeString(),
        () => 'null',
        () => `(${this.typeString()} | (${this.type(depth)}))`,
        () => this.type(0),
      ])();
    const lead = this.chance(20) ? '| ' : '';
    return lead + this.some(1, 4, member).join(`${this.gap()}|${this.gap()}`);
  }

  private objectType(depth: number): string {
    const member = () =>
      this.pick([
        () => `${this.key()}${this.gap()}:${this.gap()}${this.type(depth + 1)}`,
        () => `${this.key()}?: ${this.type(depth + 1)}`,
        () => `readonly ${this.key()}: ${this.union(depth)}`,
        () => `${this.key()}(a: string): void`,
        () => '[key: string]: unknown',
        () => '(a: string): void',
      ])();
    const separator = this.pick([';', ',', '\n', ';\r\n']);
    // Behind a new line the grammar takes a comment for the end of the statement's end.
    const gap = () => (separator === '\n' ? '  ' : this.gap());
    const members = this.some(0, 4, () => `${gap()}${member()}`);
    return `{${members.join(separator)}${this.gap()}}`;
  }

  private typeName(): string {
    return this.pick([
      'VmState',
      'ServerTaskState',
      'ecsVMState',
      'vm_state',
      'TASK_STATE',
      'MultitaskState',
      'VmStates',
      'Server',
    ]);
  }

  private statement(depth: number): string {
    const block = () => `{${this.gap()}${depth > 0 ? this.statement(depth - 1) : ''}${this.gap()}}`;
    const annotation = () => (this.types && this.chance(50) ? `: ${this.type(depth)}` : '');
    const forms = [
      () => `const s${annotation()} = ${this.value(depth)};`,
      () => `const s${annotation()} = ${this.object(depth)};`,
      () => `const s${annotation()} = ${this.object(depth)};`,
      () => `export default ${this.object(depth)};`,
      () => `if (${this.comparison(depth)}) ${block()}`,
      () => `while (${this.lookup(depth)}) ${block()}`,
      () => `function f(a, { vm_state, task_state: t = 'b' } = {}) ${block()}`,
      () => `const { vm_state: v, status = 'x' } = ${this.primary(depth)};`,
      () => `({ vm_state: a, other: [c] } = ${this.primary(0)});`,
      () => `for (const { status } of ${this.primary(depth)}) ${block()}`,
      () => `foo(${this.some(0, 3, () => this.value(depth)).join(', ')});`,
      () => `return_: ${block()}`,
      () => this.switch(depth),
      () => this.switch(depth),
    ];
    if (this.types) {
      forms.push(
        () => `type ${this.typeName()} =${this.gap()} ${this.type(depth)};`,
        () => `export type ${this.typeName()}<T> = ${this.union(depth)};`,
        () => `export type ${this.typeName()} = ${this.union(depth)};`,
        () => `interface S<T> extends A<T> ${this.objectType(depth)}`,
        () => `interface S ${this.objectType(depth)}`,
        () => this.class(depth),
        () => 'enum VmState { Active = "active" }',
        () => `declare function f(vm_state: ${this.union(0)}): ${this.type(depth)};`,
        () => `namespace n { export const s = ${this.object(0)} }`,
      );
    }
    if (this.jsx) forms.push(() => `const e = ${this.element(depth)};`);
    return this.pick(forms)();
  }

  private class(depth: number): string {
    const member = () =>
      this.pick([
        () => `${this.stateName()}: ${this.union(depth)} = ${this.value(0)};`,
        () => `private readonly ${this.stateName()}?: ${this.type(depth)};`,
        () => `static ${this.stateName()}() {${this.gap()}return ${this.primary(depth)};}`,
        () => `constructor(private vm_state: 'a' | 'b') { ${this.comparison(0)}; }`,
      ])();
    return `class C extends D<string> {${this.some(0, 3, () => this.gap() + member()).join('\n')}}`;
  }

  private switch(depth: number): string {
    const clause = () =>
      this.pick([
        () => `case ${this.string()}:${this.gap()}`,
        () => `case ${this.operand(0)}: break;`,
        () => `case ${this.string()}: { ${depth > 0 ? this.statement(depth - 1) : ''} }`,
      ])();
    const end = this.chance(50) ? 'default: break;' : '';
    return `switch (${this.operand(depth)}) {${this.some(0, 4, () => this.gap() + clause()).join('')}${end}}`;
  }
}

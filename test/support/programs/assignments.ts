import type { Conditions } from './conditions';
import type { Random } from './random';

/** Makes statements that assign states or servers. */
export class Assignments {
  constructor(
    private readonly random: Random,
    private readonly conditions: Conditions,
  ) {}

  one(): string {
    const { random, conditions } = this;
    const server = conditions.server();
    const field = conditions.field();
    const member = conditions.member(server, field);
    const key = conditions.key(field);
    const value = conditions.literal(field);
    return random.pick([
      `${member} = ${value};\n`,
      `${member} ??= ${value};\n`,
      `${member} ||= ${value};\n`,
      `${member} += '';\n`,
      `[${member}] = [${value}];\n`,
      `({ a: ${member} } = { a: ${value} });\n`,
      `for (${member} of [${value}]) { void 0; }\n`,
      `Object.assign(${server}, { ${key}: ${value} });\n`,
      `Reflect.set(${server}, ${key}, ${value});\n`,
      `delete ${member};\n`,
      `${server}[key] = ${value};\n`,
      `${server} = next();\n`,
      `[${server}] = [next()];\n`,
    ]);
  }

  /** One that gives the parameters others to stand for, or is part of an expression. */
  ofParameters(): string {
    const { random, conditions } = this;
    const field = conditions.field();
    return random.pick([
      `[s, o] = [o, s];\n`,
      `({ s } = { s: next() });\n`,
      `arguments[0] = next();\n`,
      `void (${conditions.member('s', field)} = ${conditions.literal(field)}, 0);\n`,
      `for (s of [o, next()]) { void 0; }\n`,
    ]);
  }
}

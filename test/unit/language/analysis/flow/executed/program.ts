import type { ExecutedCode } from '../../../../../support/executed-code';

type More = Omit<ExecutedCode, 'name' | 'code'>;

/** Statements of a function of two servers. */
export const inFunction = (name: string, body: string, more: More = {}): ExecutedCode => ({
  name,
  code: `function f(s, o) {\n${body}\n}`,
  ...more,
});
export const inFile = (name: string, code: string, more: More = {}): ExecutedCode => ({
  name,
  code,
  ...more,
});

/** Code, and what is found in it: `code @ marked text`. */
export interface Case {
  readonly name: string;
  readonly code: string;
  readonly found: readonly string[];
  readonly languageId?: string;
}

export const found = (name: string, code: string, ...expected: string[]): Case => ({
  name,
  code,
  found: expected,
});
export const silent = (name: string, code: string): Case => ({ name, code, found: [] });
export const inFunction = ({ code, ...rest }: Case): Case => ({
  ...rest,
  code: `function f(s: Server, o: Server, props: P) {\n${code}\n}`,
});

export const REBOOTING = "impossible-condition @ s.task_state === 'rebooting'";
export const UNREACHED = "unreachable-case @ s.task_state === 'rebooting'";
export const BOTH = "s.vm_state === 'stopped' && s.task_state === 'rebooting'";

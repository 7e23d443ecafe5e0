import fc from 'fast-check';

/** Spellings of keys that are state fields. */
export const STATE_KEYS = [
  'status',
  'vm_state',
  'vmState',
  'TaskState',
  'task-state',
  'OS-EXT-STS:vm_state',
  'OS-EXT-STS:task_state',
  'OS_EXT_STS_vm_state',
  'oSEXTSTSTaskState',
  'os-extended-status:vm_state',
  'OS-EXTENDED-STATUS:TASK_STATE',
];
const OTHER_KEYS = ['id', '', '__proto__', 'state', 'vm_states', 'Status', 'power_state', 'a"\\b'];

/** A JSON value; members are pairs, so that keys can be repeated. */
export type Json = null | boolean | number | string | Json[] | { pairs: [string, Json][] };

/** Any value, rich in state fields. */
export const anyJson = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom<Json>(null, true, 12, -0.5e-7, 'ACTIVE', 'block_device_mapping'),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(
        fc.tuple(
          fc.oneof(
            { weight: 4, arbitrary: fc.constantFrom(...STATE_KEYS) },
            fc.constantFrom(...OTHER_KEYS),
            fc.string({ unit: 'binary' }),
          ),
          tie('value'),
        ),
        { maxLength: 6 },
      )
      .map((pairs) => ({ pairs })),
  ),
})).value;

const BLANKS = ['', '', ' ', '\n', '\r\n', '\t  ', '\r'];
const COMMENTS = ['// "status": "x" {\n', '/* } "status": \n*/', '//\r\n', '/***/'];

/** Writes the value as JSON; every choice there is (blanks, comments, escapes) is taken from the tape. */
export function print(value: Json, languageId: string, tape: readonly number[]): string {
  let at = 0;
  const choose = (count: number) => (tape[at++ % tape.length] ?? 0) % count;
  const blanks =
    languageId === 'jsonc'
      ? [...BLANKS, ...COMMENTS]
      : BLANKS.filter((blank) => languageId === 'json' || !/[\r\n]/.test(blank));
  const blank = () => blanks[choose(blanks.length)] ?? '';
  const escaped = (character: string) =>
    choose(8) > 0 ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const text = (of: string) =>
    JSON.stringify(of).replace(/\\u.{4}|\\.|[^"\\]/gs, (one) =>
      one.length > 1 ? one : escaped(one),
    );
  const list = (items: string[]) =>
    items.join(',') + (items.length > 0 && languageId === 'jsonc' && choose(3) === 0 ? ',' : '');
  const write = (part: Json): string => {
    if (typeof part === 'string') return text(part);
    if (part === null || typeof part !== 'object') return JSON.stringify(part);
    if (Array.isArray(part)) {
      return `[${blank()}${list(part.map((item) => `${blank()}${write(item)}${blank()}`))}${blank()}]`;
    }
    const pairs = part.pairs.map(
      ([key, item]) => `${blank()}${text(key)}${blank()}:${blank()}${write(item)}${blank()}`,
    );
    return `{${blank()}${list(pairs)}${blank()}}`;
  };
  return languageId === 'jsonl' ? write(value) : `${blank()}${write(value)}${blank()}`;
}

/** The choices of one printing. */
export const anyTape = fc.array(fc.nat(1000), { minLength: 1, maxLength: 50 });

import fc from 'fast-check';
import { anyTape, type Json, STATE_KEYS } from './json-documents';

export { anyTape };

const OTHER_KEYS = [
  'id',
  '<<',
  '',
  'state',
  'vm_states',
  'Status',
  'a b',
  "it's",
  'a"\\b',
  'null',
  '1',
  'a: b',
];
const WORDS = [
  'ACTIVE',
  'block_device_mapping',
  'soft-delete',
  'null',
  '~',
  'Null',
  'true',
  '1.5',
  'a:b',
  'a#b',
  "it's",
  'say "x"',
  '-x',
  '?x',
  ':x',
  'two words',
  'a, b',
  'status: x',
  '# x',
  '{{ x }}',
  '[a]',
  'a\nb',
  'a\n\nb\n',
  ' a ',
  '\t',
  '',
  '\\',
  "''",
  '\u2028\ufeff',
  'é\u{1f600}',
];

/** Any value, rich in state fields and in what YAML has a notation for. */
const anyYaml = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom<Json>(null, true, 12, -0.5e-7, 'ACTIVE'),
    fc.constantFrom<Json>(...WORDS),
    fc.string(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(
        fc.tuple(
          fc.oneof(
            { weight: 4, arbitrary: fc.constantFrom(...STATE_KEYS) },
            { weight: 1, arbitrary: fc.constantFrom(...OTHER_KEYS) },
          ),
          tie('value'),
        ),
        { maxLength: 6 },
      )
      .map((pairs) => ({ pairs })),
  ),
})).value;

/** A stream of documents. */
export const anyStream = fc.array(anyYaml, { minLength: 1, maxLength: 3 });

/** What a plain scalar may be in flow style, and with it in block style: sure to be one, not all there is. */
const PLAIN = /^(?:[A-Za-z_~\d]|[-?:][A-Za-z])(?:[\w.'"/\\-]|[:#](?=\w)| (?=[\w]))*$/;
const PLAIN_IN_BLOCK = /^[A-Za-z_][\w.'"-]*(?:,? ?[\]}{[\w])*$/;
const NULLS = ['null', 'Null', 'NULL', '~', ''];

/** Writes the documents as YAML; every choice there is (style, quotes, anchors, comments) is taken from the tape. */
export function print(documents: readonly Json[], tape: readonly number[]): string {
  return new Printer(tape).stream(documents);
}

class Printer {
  private at = 0;
  private anchors = 0;

  constructor(private readonly tape: readonly number[]) {}

  stream(documents: readonly Json[]): string {
    const separators = ['---\n', '...\n---\n', '--- # c\n', '...\n%YAML 1.2\n---\n'];
    const parts = documents.map((value, index) => {
      this.anchors = 0;
      const start = index > 0 || this.maybe(3) ? this.pick(separators) : '';
      const isScalar = value === null || typeof value !== 'object';
      const written = isScalar ? `${this.flow(value, 1)}\n` : this.root(value);
      return `${index === 0 ? start.replace('...\n', '') : start}${written}`;
    });
    const text = parts.join('');
    const whole = this.maybe(6) ? text.replace(/\n+$/, '') : text;
    const lines = this.maybe(3) ? whole.replaceAll('\n', '\r\n') : whole;
    return this.maybe(8) ? `\ufeff${lines}` : lines;
  }

  private choose(count: number): number {
    return (this.tape[this.at++ % this.tape.length] ?? 0) % count;
  }

  private maybe(chance: number): boolean {
    return this.choose(chance) === 0;
  }

  private pick<T>(from: readonly T[]): T {
    return from[this.choose(from.length)] as T;
  }

  private root(value: Json): string {
    const indent = this.maybe(4) ? 2 : 0;
    const isBlock = isFilled(value) && !this.maybe(4);
    return isBlock
      ? `${this.noise(indent)}${this.block(value, indent)}`
      : `${this.flow(value, 1)}${this.comment()}\n`;
  }

  /** Lines of a collection; each is indented and ends with a line break. */
  private block(value: Json, indent: number): string {
    const margin = ' '.repeat(indent);
    if (Array.isArray(value)) {
      return value
        .map((item) => `${this.noise(indent)}${margin}-${this.item(item, indent)}`)
        .join('');
    }
    const pairs = (value as { pairs: [string, Json][] }).pairs;
    return pairs
      .map(([key, item]) => {
        const written = `${this.maybe(12) ? '&k ' : ''}${this.scalar(key, false, true)}`;
        const mark = written.includes('\n') ? '' : written;
        const name = mark === '' ? '""' : mark;
        const start = `${this.noise(indent)}${margin}`;
        const rest = `:${this.after(item, indent)}`;
        // The grammar wants a value behind the colon of an explicit pair.
        const isExplicit = /^:\s+[^\s#]/.test(rest) && this.maybe(6);
        if (isExplicit) return `${start}? ${name}\n${margin}${rest}`;
        return `${start}${name}${this.maybe(6) ? ' ' : ''}${rest}`;
      })
      .join('');
  }

  /** What follows a dash. */
  private item(value: Json, indent: number): string {
    const blanks = 1 + this.choose(3);
    const isCompact = isFilled(value) && !this.maybe(4);
    if (!isCompact) return this.after(value, indent, true);
    const column = indent + 1 + blanks;
    return ' '.repeat(blanks) + this.withoutNoise(() => this.block(value, column)).slice(column);
  }

  /** What follows the colon of a pair, or a dash. */
  private after(value: Json, indent: number, isItem = false): string {
    const deeper = indent + 1 + this.choose(4);
    if (isFilled(value) && !this.maybe(3)) {
      const mark = this.maybe(6) ? ` ${this.anchor()}` : '';
      const isSequence = Array.isArray(value);
      const least = isSequence && !isItem && this.maybe(2) ? indent : deeper;
      return `${mark}${this.comment()}\n${this.block(value, least)}`;
    }
    if (typeof value === 'string' && this.maybe(10)) return this.literal(value, deeper);
    const written = this.flow(value, deeper);
    if (written === '') return `${this.pick(['', ' ', '  ', '\t'])}${this.comment()}\n`;
    const onOwnLine = this.maybe(8)
      ? `\n${' '.repeat(deeper)}`
      : this.pick([' ', ' ', '  ', isItem ? ' ' : '\t']);
    return `${onOwnLine}${written}${this.comment()}\n`;
  }

  private literal(value: string, indent: number): string {
    const lines = value
      .split('\n')
      .map((line) => `${' '.repeat(indent)}x${line.replace(/[^\w ]/g, '')}\n`);
    return ` ${this.pick(['|', '>', '|-', '>+', '|2'.slice(0, 1)])}${this.comment()}\n${lines.join('')}`;
  }

  private flow(value: Json, indent: number): string {
    if (this.maybe(20) && this.anchors > 0) return `*a${this.choose(this.anchors)} `;
    if (value === null || typeof value !== 'object') return this.tagged(value, indent);
    const mark = this.maybe(10) ? `${this.anchor()} ` : '';
    const gap = () =>
      this.pick(['', '', ' ', `\n${' '.repeat(indent)}`, ` # {c"\n${' '.repeat(indent)}`]);
    const list = (items: string[], open: string, close: string) => {
      const end = items.length > 0 && this.maybe(4) ? ',' : '';
      const filled = items.map((item) => `${gap()}${item}${gap()}`);
      return `${mark}${open}${filled.join(',')}${end}${gap()}${close}`;
    };
    if (Array.isArray(value)) {
      const items = value.map((item) => {
        const written = this.flow(item, indent);
        if (written === '') return 'null';
        return this.maybe(6) && !written.includes('\n')
          ? `${this.scalar('vm_state', true)}: ${written}`
          : written;
      });
      return list(items, '[', ']');
    }
    const members = value.pairs.map(([key, item]) => {
      const name = this.scalar(key, true, true);
      const written = this.flow(item, indent);
      if (/["']$/.test(name) && this.maybe(4)) return `${name}:${written}`;
      if (written === '' && this.maybe(3)) return name === '' ? '""' : name;
      return `${name}${this.pick([':', ' :'])}${this.pick([' ', '  ', `\n${' '.repeat(indent)}`])}${written}`;
    });
    return list(members, '{', '}');
  }

  private tagged(value: string | number | boolean | null, indent: number): string {
    const written = value === null ? this.pick(NULLS) : this.scalar(value, true, false, indent);
    if (written === '') return written;
    const marks = [
      '',
      '',
      '',
      '',
      '',
      '',
      '!!str ',
      '! ',
      '!own ',
      '!!null ',
      `${this.anchor()} `,
      `${this.anchor()} !!str `,
    ];
    const mark = this.pick(marks);
    return mark.startsWith('!!null') && value !== null ? written : `${mark}${written}`;
  }

  private scalar(
    value: string | number | boolean,
    isFlow: boolean,
    isKey = false,
    indent = 0,
  ): string {
    const text = String(value);
    // A blank within a scalar may be a line break.
    const isFolded = !isKey && indent > 0 && this.maybe(4);
    const fold = (written: string) =>
      isFolded ? written.replace(/(?<=\w) (?=\w)/, `\n${' '.repeat(indent)}`) : written;
    const isPlain = PLAIN.test(text) || (!isFlow && PLAIN_IN_BLOCK.test(text));
    const style = this.choose(isPlain ? 4 : 2);
    if (style >= 2) return fold(text);
    if (style === 1 && /^[ -~é]*$/.test(text)) return fold(`'${text.replaceAll("'", "''")}'`);
    const escaped = [...text].map((char) => this.escape(char)).join('');
    return fold(`"${escaped}${isFolded ? `\\\n${' '.repeat(indent)}` : ''}"`);
  }

  private escape(char: string): string {
    const code = char.codePointAt(0) ?? 0;
    const isPrintable = code >= 0x20 && code < 0x7f;
    const hex = (length: number) => code.toString(16).padStart(length, '0');
    if (char === '"' || char === '\\') return `\\${char}`;
    if (char === '/' && this.maybe(2)) return '\\/';
    if (char === '\n') return '\\n';
    if (char === '\t') return this.pick(['\\t', '\\\t']);
    if (isPrintable && !this.maybe(10)) return char;
    if (code < 0x100 && this.maybe(2)) return `\\x${hex(2)}`;
    return code > 0xffff || this.maybe(3) ? `\\U${hex(8)}` : `\\u${hex(4)}`;
  }

  private anchor(): string {
    return `&a${this.anchors++}`;
  }

  private comment(): string {
    return this.maybe(5) ? this.pick([' # c', ' # status: "x', '  # {']) : '';
  }

  private quiet = 0;

  private withoutNoise(write: () => string): string {
    this.quiet++;
    const written = write();
    this.quiet--;
    return written;
  }

  /** Lines that say nothing. */
  private noise(indent: number): string {
    if (this.quiet > 0 || !this.maybe(8)) return '';
    return this.pick(['\n', '   \n', '# vm_state: "x\n', `${' '.repeat(indent)}# c\n\n`]);
  }
}

function isFilled(value: Json): boolean {
  if (value === null || typeof value !== 'object') return false;
  return Array.isArray(value) ? value.length > 0 : value.pairs.length > 0;
}

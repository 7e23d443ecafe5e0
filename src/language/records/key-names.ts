import { type Dialect, FIELDS, type Field } from '../../model';
import { type KeyMeaning, readKey, respell } from './keys';

/** The user's own names of the fields, as the setting has them. */
export type OwnKeys = Readonly<Record<string, Field>>;

/** The longest name of one's own. */
export const LONGEST_OWN_KEY = 64;
/** More names than anybody has; a setting beyond is a mistake, and every key would pay for it. */
const MOST_OWN_KEYS = 100;

/**
 * What a name of one's own may look like: it is written into texts as it is, so it must mean itself in every
 * syntax, quoted or plain. `Task State`, `nova.vm`, `x-vm`, `云服务器状态`.
 */
export const OWN_KEY_PATTERN =
  '^(?!.*: )[\\p{L}_$](?:[\\p{L}\\p{N}_$.: \\-]{0,62}[\\p{L}\\p{N}_$])?$';
const OWN_KEY = new RegExp(OWN_KEY_PATTERN, 'u');

const NOTHING: ReadonlySet<string> = new Set();

/** The key that notifications of Nova have for vm_state. */
const NOTIFIED = 'state';
const NOTIFIED_MEANING: KeyMeaning = { field: 'vm_state', prefixed: false, notified: true };

/** What keys mean: the spellings that mean a state everywhere, and names of the user's own. */
export class KeyNames {
  readonly #own: ReadonlyMap<string, KeyMeaning>;
  readonly #lengths: ReadonlySet<number>;
  readonly #mention: RegExp | undefined;
  /** Whether there are names of the user's own at all. */
  readonly hasOwn: boolean;
  /** Length of the shortest key that can name a field, in UTF-16 code units. */
  readonly shortest: number;

  /**
   * @param own names that make no sense are left out; one that means a field everywhere keeps its meaning
   * @param notifications whether the `state` of a notification is a vm_state
   * @param ignored spellings that mean nothing
   */
  constructor(
    private readonly own: Readonly<Record<string, unknown>> = {},
    readonly notifications = false,
    private readonly ignored: ReadonlySet<string> = NOTHING,
  ) {
    const entries = Object.entries(own)
      .slice(0, MOST_OWN_KEYS)
      .flatMap(([name, value]): [string, KeyMeaning][] => {
        const field = FIELDS.find((candidate) => candidate === value);
        if (!field || !isOwnKey(name) || readKey(name)) return [];
        return [[name, { field, prefixed: false, own: true }]];
      });
    this.#own = new Map(entries);
    this.hasOwn = entries.length > 0;
    const names = [...this.#own.keys(), ...(notifications ? [NOTIFIED] : [])];
    this.#lengths = new Set(names.map(({ length }) => length));
    this.shortest = Math.min('status'.length, ...this.#lengths);
    const escaped = entries.map(([name]) => name.replace(/[$.\-:]/g, '\\$&'));
    this.#mention = this.hasOwn ? new RegExp(escaped.join('|')) : undefined;
  }

  /** The meaning of a key as written (decoded), or undefined where it names no state field. */
  read(key: string): KeyMeaning | undefined {
    const meaning = readKey(key) ?? (this.hasOwn ? this.#own.get(key) : undefined);
    return meaning && this.ignored.has(key) ? undefined : meaning;
  }

  /** The same names except for some spellings. */
  without(spellings: ReadonlySet<string>): KeyNames {
    return spellings.size === 0 ? this : new KeyNames(this.own, this.notifications, spellings);
  }

  /** As `read`, for the key of an object: `state` may be one of a notification. */
  readMember(key: string): KeyMeaning | undefined {
    const meaning = this.read(key);
    if (meaning || !this.notifications || key !== NOTIFIED) return meaning;
    return NOTIFIED_MEANING;
  }

  /** Whether a name of this length can mean a field that is not so spelled everywhere. */
  hasLength(length: number): boolean {
    return this.#lengths.size > 0 && this.#lengths.has(length);
  }

  /** Whether a name of the user's own stands anywhere in the text. */
  areIn(text: string): boolean {
    return this.#mention?.test(text) === true;
  }

  /** The key that names another field next to this one: the most alike of the user's own, if this one is. */
  respell(key: string, field: Field): string {
    if (!this.#own.has(key)) return respell(key, field);
    let best: string = field;
    let most = -1;
    for (const [name, meaning] of this.#own) {
      const alike = sharedEnds(key, name);
      if (meaning.field !== field || alike <= most) continue;
      best = name;
      most = alike;
    }
    return best;
  }
}

/** Without names of the user's own, and without notifications. */
export const COMMON_KEYS = new KeyNames();

interface Made {
  readonly plain: KeyNames;
  readonly notifying: KeyNames;
}

const NONE: OwnKeys = {};
const made = new WeakMap<OwnKeys, Made>([
  [NONE, { plain: COMMON_KEYS, notifying: new KeyNames(NONE, true) }],
]);

/** What keys mean by the settings; each object is looked at once, so an unchanged one gives the same names. */
export function keyNamesOf(own: OwnKeys = NONE, dialect?: Dialect): KeyNames {
  const names = made.get(own) ?? { plain: new KeyNames(own), notifying: new KeyNames(own, true) };
  made.set(own, names);
  return dialect === 'openstack' ? names.notifying : names.plain;
}

/** Whether the name can be one of the user's own. */
export function isOwnKey(name: string): boolean {
  return name.length <= LONGEST_OWN_KEY && OWN_KEY.test(name);
}

/** How many characters two names have in common at their beginning and their end. */
function sharedEnds(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start++;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  return start + end;
}

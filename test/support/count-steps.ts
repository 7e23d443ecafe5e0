import { Session } from 'node:inspector';

const SCRIPTS = /\/src\/(?:model|language)\/|\/@lezer\//;

interface Coverage {
  readonly url: string;
  readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
}

/** Built-in methods whose own steps the engine does not count. */
type Searching = Record<
  'indexOf' | 'includes' | 'lastIndexOf',
  (this: unknown, ...given: unknown[]) => unknown
>;

let started: Session | undefined;

/** The session that counts; starting another each time would take longer than most calls. */
function counting(): Session {
  if (started) return started;
  started = new Session();
  started.connect();
  started.post('Profiler.enable');
  started.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return started;
}

/**
 * How many steps the code of the language takes in a call: blocks that run, and what built-in searches look at.
 * The same call takes the same steps on every machine, however busy.
 */
export function stepsOf(run: () => unknown): number {
  const session = counting();
  session.post('Profiler.takePreciseCoverage');
  let steps = 0;
  const restore = countSearches((looked) => {
    steps += looked;
  });
  try {
    run();
  } finally {
    restore();
    session.post('Profiler.takePreciseCoverage', (_error, { result }) => {
      for (const { url, functions } of result as readonly Coverage[]) {
        if (!SCRIPTS.test(url)) continue;
        for (const { ranges } of functions) for (const { count } of ranges) steps += count;
      }
    });
  }
  return steps;
}

function countSearches(add: (looked: number) => void): () => void {
  const restores = [Array.prototype, String.prototype].flatMap((prototype) =>
    (['indexOf', 'includes', 'lastIndexOf'] as const).map((name) => {
      const methods = prototype as unknown as Searching;
      const method = methods[name];
      methods[name] = function (this: unknown, ...given) {
        const found = method.apply(this, given);
        add(looked((this as { length: number }).length, name, given[1], found));
        return found;
      };
      return () => {
        methods[name] = method;
      };
    }),
  );
  return () => {
    for (const restore of restores) restore();
  };
}

/** How far a search has come. */
function looked(length: number, name: string, given: unknown, found: unknown): number {
  const isBackward = name === 'lastIndexOf';
  const from = typeof given === 'number' ? given : isBackward ? length : 0;
  if (typeof found === 'number' && found >= 0) return Math.abs(found - from);
  if (found === true) return 0;
  return Math.max(0, Math.min(length, isBackward ? from : length - from));
}

import { ContextTracker, type LRParser } from '@lezer/lr';
import { parser } from '@lezer/yaml';
import { BUFFER_LENGTH } from '../lezer/tree-buffers';

/** What the grammar knows of the indentation it is in; of the one round it, none at the top. */
interface Indentation {
  readonly parent: Indentation | null;
}

type Spec = Required<ConstructorParameters<typeof ContextTracker<Indentation>>[0]>;

const { context: tracker } = parser as unknown as { context: Spec };

/**
 * The parser of `@lezer/yaml`, whose trees can be taken over in large parts. The grammar's own tracker leaves no
 * indentation at the end of the text, so that the parts of a sequence that ends there are marked with the
 * indentation of its last item, and are not found again where they are looked for.
 */
export const yamlParser: LRParser = parser.configure({
  contextTracker: new ContextTracker<Indentation>({
    ...tracker,
    shift: (context, term, stack, input) =>
      input.next === -1 ? (context.parent ?? context) : tracker.shift(context, term, stack, input),
  }),
  bufferLength: BUFFER_LENGTH,
});

/** Of what may be missing the grammar has few guesses. */
export const RECOVERY_COST = 200;

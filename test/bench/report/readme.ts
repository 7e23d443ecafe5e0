import { describeMachine } from './machine';
import type { Result } from './results';
import { behind, tables } from './tables';

/** The whole report: what was measured and how, on what, and what came of it. */
export function readme(results: readonly Result[], inEditor: string, load: number): string {
  return `# Bench

\`npm run bench\` measures how long it takes to find the impossible states in a text, and what memory that takes, and
holds it against what else could do it. \`npm run bench -- --write\` writes this file; nothing in it is written by hand.

## What is measured

Texts are list-servers responses of about 40 fields a server, one server in 25 with a state that no server can have: as
JSON, as YAML, and as TypeScript mocks with code that compares states. The same texts come out in every run. "No states"
are texts of the same shape that cannot hold a server's state.

Before anything is timed, every candidate has to find exactly the faulty records that were planted, also after a key press
and after that was taken back, and to explain and complete the state at the cursor. The bench fails where one does not.

| Measurement | What counts |
| ----------- | ----------- |
| First diagnostics | from the text to diagnostics, in a process that has done it before |
| After a key press | a character is typed into a state in the middle, or taken back; the text was diagnosed before |
| Hover, completion | at that state, in a text that was diagnosed already |
| Without a pause | the longest of the slices in which the extension reads and judges, so that others get their turn |
| Fresh process | the same as first diagnostics, once, modules loaded and nothing else done |
| Memory | above what was in use before, in a fresh process that has read a small text: what garbage collections left, what was there before them, and resident memory, where that had no room left |

- Each number is a median with the quartiles round it. Compare the ratios: they are from the same run.
- A candidate gets the document as the editor keeps it. Ours reads the parts of it
  that it needs; a language server changes its own copy. Transport between the editor and a language server is not counted.
- Ours is bundled and minified as it is shipped.
- The peers for JSON and YAML get the table as a schema, which tells them where servers are; ours looks for servers anywhere.
- The peers for TypeScript have the rules for object literals and comparisons; ours looks at types, unions, switches and more.
- ESLint checks the whole file again after a key press; the compiler parses again what has changed.
- _Floors_ do less than what is asked for. They show what no candidate can be quicker than.
- "Grows with size to the 1.00" is time in proportion to the text, fitted over all sizes of the same shape.
- A cell that reads "too slow" took over 20 seconds a run and was not repeated.

Measured on

${describeMachine(load)}
## Where a peer does better

${behind(results)}
${tables(results)}
## In the editor

${inEditor}`;
}

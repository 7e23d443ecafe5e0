import { once } from 'node:events';
import path from 'node:path';
import { Checker, type Plan, reasonOf } from './check-file';
import { largestBytes } from './read-file';
import type { FileReport } from './report';

/** The name that standard input has where it is given none. */
const NAMELESS = '<stdin>';

/**
 * Checks standard input.
 * @param filename the file that it is taken for
 * @param output where the text goes with its fixes, or as it is where it is not checked
 */
export async function checkStdin(
  filename: string | undefined,
  plan: Plan,
  stdin: AsyncIterable<Uint8Array>,
  output: NodeJS.WritableStream,
): Promise<FileReport> {
  const checker = new Checker(plan);
  const file = path.resolve(plan.workingDirectory, filename ?? NAMELESS);
  const languageId = checker.languageOf(file);
  const largest = languageId === undefined ? 0 : largestBytes(languageId);
  const pass = async (bytes: Uint8Array) => {
    if (plan.fix && !output.write(bytes)) await once(output, 'drain');
  };
  const held: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of stdin) {
      held.push(chunk);
      length += chunk.length;
      // What is not checked is not held, so there can be any amount of it.
      if (length > largest) for (const bytes of held.splice(0)) await pass(bytes);
    }
  } catch (error) {
    return checker.troubled(file, reasonOf(error));
  }
  if (length > largest && languageId !== undefined) {
    return checker.troubled(file, checker.tooLarge(languageId));
  }
  const bytes = Buffer.concat(held);
  const { report, change } = checker.checkBytes(bytes, file);
  await pass(change?.content ?? bytes);
  return report;
}

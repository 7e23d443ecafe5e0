#!/usr/bin/env node
import { fstatSync } from 'node:fs';
import { localeOfEnvironment, translateInto } from '../node/translations';
import { packageVersion } from '../node/version';
import { chosenLocale, readArguments } from './arguments';
import { check } from './check';
import { exactArguments, exactWorkingDirectory } from './paths';
import { UsageProblem } from './problem';

/** What a shell reports for a program that a signal ended. */
const INTERRUPTED = 130;
const PIPE_CLOSED = 141;

// Whoever reads the output may stop reading, as `head` does; that is no failure of ours to report.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(PIPE_CLOSED);
  process.stderr.write(`ecs-states: ${error.message}\n`, () => process.exit(2));
});
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? PIPE_CLOSED : 2);
});
process.once('SIGINT', () => {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  process.exit(INTERRUPTED);
});

async function main(): Promise<number> {
  const args = exactArguments(process.argv.slice(2));
  const asked = chosenLocale(args);
  const usual = localeOfEnvironment(process.env);
  const request = readArguments(args, packageVersion(), translateInto(asked ?? usual));
  if ('text' in request) {
    (request.exitCode === 0 ? process.stdout : process.stderr).write(request.text);
    return request.exitCode;
  }
  const { stdout, stderr, env: environment } = process;
  return check(
    request.options,
    { usual, ...(asked && { asked }) },
    { workingDirectory: exactWorkingDirectory(), environment, stdin: readStdin(), stdout, stderr },
  );
}

/** Standard input, where it can be read: of a folder Node makes an empty one. */
async function* readStdin(): AsyncGenerator<Uint8Array> {
  if (fstatSync(process.stdin.fd).isDirectory()) {
    throw new Error('EISDIR: illegal operation on a directory');
  }
  yield* process.stdin;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isExpected = error instanceof UsageProblem;
    const text = error instanceof Error && !isExpected ? error.stack : (error as Error).message;
    process.stderr.write(`ecs-states: ${text}\n`);
    process.exitCode = 2;
  },
);

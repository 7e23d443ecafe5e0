import { format } from 'node:util';

/**
 * Prints a line from the extension host, as console.log does.
 * In a browser the line travels among those of the whole workbench, so it bears the mark that was asked for.
 */
export function print(...line: unknown[]): void {
  console.log(`${process.env.HOST_LINE_MARK ?? ''}${format(...line)}`);
}

/**
 * Gives a message in the reader's language and fills in `{0}`, `{1}`, ... The English text is the key,
 * as in `vscode.l10n.t`, which is one such function.
 */

export type Translate = (message: string, ...args: (string | number)[]) => string;

/** The messages as they are written in the source. */
export const english: Translate = (message, ...args) =>
  message.replace(/\{(\d+)\}/g, (hole, index) => String(args[Number(index)] ?? hole));

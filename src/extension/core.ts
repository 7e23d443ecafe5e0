import type * as vscode from 'vscode';
import { Boundary } from './boundary';
import { Readings } from './readings';

type Language = typeof import('../language');

/** What the features share: the language floor, the readings, and the error boundary. */
export interface Core {
  readonly language: Language;
  readonly readings: Readings;
  readonly boundary: Boundary;
}

/** Gives the core on first need, so that activation evaluates no parser. */
export function lazyCore(log: vscode.LogOutputChannel): () => Promise<Core> {
  const boundary = new Boundary(log);
  let core: Promise<Core> | undefined;
  return () => {
    core ??= import('../language').then((language) => ({
      language,
      readings: new Readings(language),
      boundary,
    }));
    return core;
  };
}

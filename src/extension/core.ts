import type * as vscode from 'vscode';
import { Boundary } from '../shared/boundary';
import type { Languages } from './languages';
import { loadLanguage } from './load-language';
import { Readings } from './readings';
import { SettingsReader } from './settings';
import type { Translations } from './translations';

type Language = typeof import('../language');

/** What the features share: the language floor, the readings, the settings, and the error boundary. */
export interface Core {
  readonly language: Language;
  readonly readings: Readings;
  readonly boundary: Boundary;
  readonly settings: SettingsReader;
}

/** Gives the core on first need, so that activation evaluates no parser; what is to be disposed of is added. */
export function lazyCore(
  { extensionUri, subscriptions }: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  translations: Translations,
  languages: Languages,
): () => Promise<Core> {
  const boundary = new Boundary(log);
  let core: Promise<Core> | undefined;
  const create = async () => {
    const [language] = await Promise.all([loadLanguage(extensionUri), translations.load()]);
    const settings = new SettingsReader(log, language, translations);
    const readings = new Readings(languages, settings);
    subscriptions.push(readings);
    return { language, readings, boundary, settings };
  };
  const load = async () => {
    const loaded = await boundary.run<Core | undefined>('loading', undefined, create);
    if (loaded) return loaded;
    // In a browser it comes over the network: whoever needs it next tries again.
    core = undefined;
    throw new Error('What answers could not be loaded.');
  };
  return () => {
    core ??= load();
    return core;
  };
}

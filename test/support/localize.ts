import { readFileSync } from 'node:fs';
import { english, type Translate } from '../../src/language/text/localize';

/** The Chinese messages by their English ones, as they are shipped. */
export const CHINESE_BUNDLE: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('../../l10n/bundle.l10n.zh-cn.json', import.meta.url), 'utf8'),
);

/** Gives messages in Chinese; those without an entry in English, as the editor does. */
export const chinese: Translate = (message, ...args) =>
  english(CHINESE_BUNDLE[message] ?? message, ...args);

/** A translation into English that collects the messages it is asked for. */
export function recordingTranslate(): { t: Translate; messages: ReadonlySet<string> } {
  const messages = new Set<string>();
  const t: Translate = (message, ...args) => {
    messages.add(message);
    return english(message, ...args);
  };
  return { t, messages };
}

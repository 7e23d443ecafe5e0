import { readFileSync } from 'node:fs';
import { english, type Translate } from '../language';

/** The languages that there are texts in. */
export const LOCALES = ['en', 'zh-cn'] as const;

/** The name of such a language. */
export type Locale = (typeof LOCALES)[number];

/** The language for a name such as `zh_CN.UTF-8`, `zh-Hans` or `de`; English where there are no texts in it. */
export function localeOf(name: string): Locale {
  return /^zh(?:$|[^a-z])/i.test(name) ? 'zh-cn' : 'en';
}

/** The language that the environment asks for, in the order that programs on Unix look. */
export function localeOfEnvironment(environment: NodeJS.ProcessEnv): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return localeOf(LC_ALL || LC_MESSAGES || LANG || '');
}

/** Gives messages in the language; those that have no text in it in English. */
export function translateInto(locale: Locale): Translate {
  if (locale === 'en') return english;
  const bundle = chineseTexts();
  return (message, ...args) => english(bundle[message] ?? message, ...args);
}

/** The texts that the extension has too; sources and bundles stand equally deep below the package's folder. */
function chineseTexts(): Readonly<Record<string, string>> {
  const file = new URL('../../l10n/bundle.l10n.zh-cn.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LANGUAGE_IDS, type Translate } from '../language';
import { english } from '../language/text/localize';
import { apiReports } from './api-report';
import { rulesPage } from './documentation';
import { projectLinks } from './repository';
import { serverSchema } from './schema';
import {
  configurationGroups,
  dialectProperty,
  includeLanguagesProperty,
  inlayHintsProperty,
  OFTEN_INCLUDED,
  ownKeysProperty,
  severityProperties,
  severityTexts,
} from './settings';

type Json = Record<string, unknown>;

/**
 * Every file that is derived from the rules, readers and types, wholly or in part, as it should be.
 * @param root the project's folder
 * @returns contents by path below the root
 */
export function generatedFiles(root: string): ReadonlyMap<string, string> {
  const json = (file: string): Json => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  const bundle = json('l10n/bundle.l10n.zh-cn.json') as Record<string, string>;
  const chinese: Translate = (message, ...args) => english(bundle[message] ?? message, ...args);
  return new Map([
    ['package.json', print(withDerivedParts(json('package.json')))],
    ['package.nls.json', print({ ...json('package.nls.json'), ...severityTexts(english) })],
    [
      'package.nls.zh-cn.json',
      print({ ...json('package.nls.zh-cn.json'), ...severityTexts(chinese) }),
    ],
    ['media/docs/diagnostics.md', rulesPage(english)],
    ['media/docs/diagnostics.zh-cn.md', rulesPage(chinese)],
    ['media/schema/servers.schema.json', print(serverSchema())],
    ...apiReports(root),
  ]);
}

function withDerivedParts(manifest: Json): Json {
  const contributes = manifest.contributes as Json;
  const groups = contributes.configuration as readonly { readonly properties: Json }[];
  const derived = {
    ...dialectProperty(),
    ...severityProperties(),
    ...ownKeysProperty(),
    ...includeLanguagesProperty(),
    ...inlayHintsProperty(),
  };
  const written = groups.flatMap(({ properties }) => Object.entries(properties));
  const own = written.filter(
    ([key]) => !(key in derived) && !key.startsWith('ecsStates.severity.'),
  );
  const properties = { ...derived, ...Object.fromEntries(own) } as Record<string, object>;
  return {
    ...manifest,
    ...projectLinks(),
    activationEvents: activationEvents(),
    contributes: {
      ...contributes,
      configuration: configurationGroups(properties),
    },
  };
}

/** Documents that can be served, and pages that were open when the editor was closed. */
function activationEvents(): readonly string[] {
  return [
    ...[...LANGUAGE_IDS, ...OFTEN_INCLUDED].map((id) => `onLanguage:${id}`),
    'onWebviewPanel:ecsStates.stateMap',
  ];
}

function print(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

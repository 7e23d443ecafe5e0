import {
  DIALECTS,
  FIELDS,
  LANGUAGE_IDS,
  OWN_KEY_PATTERN,
  RULE_CODES,
  RULES,
  SEVERITIES,
  STATUS_HINTS,
  severitySetting,
  type Translate,
} from '../language';

/** The configuration section's property for one rule's severity, as the manifest declares it. */
interface SeverityProperty {
  readonly type: 'string';
  readonly scope: 'resource';
  readonly enum: readonly string[];
  readonly enumDescriptions: readonly string[];
  readonly default: string;
  readonly markdownDescription: string;
}

const severityKey = (code: string) => `configuration.severity.${code}`;

/** One setting per rule; descriptions are references into `package.nls.json`. */
export function severityProperties(): Readonly<Record<string, SeverityProperty>> {
  return Object.fromEntries(
    RULE_CODES.map((code) => [
      `ecsStates.${severitySetting(code)}`,
      {
        type: 'string',
        scope: 'resource',
        enum: SEVERITIES,
        enumDescriptions: SEVERITIES.map((severity) => `%configuration.severity.${severity}%`),
        default: RULES[code].defaultSeverity,
        markdownDescription: `%${severityKey(code)}%`,
      },
    ]),
  );
}

/** The groups of the settings, in their order, each with what its settings' names begin with. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  general: ['dialect', 'language', 'inlayHints', 'completion.keys'],
  files: ['keys', 'additionalRows', 'includeLanguages', 'exclude', 'suppress'],
  rules: ['severity.'],
};

/**
 * The settings in their groups, as pages of the editor have them.
 * @param properties by name, `ecsStates.` included
 * @throws an Error if one is in no group
 */
export function configurationGroups(properties: Readonly<Record<string, object>>): object[] {
  const left = new Map(Object.entries(properties));
  const groups = Object.entries(GROUPS).map(([id, beginnings], order) => {
    const names = beginnings.flatMap((beginning) =>
      [...left.keys()].filter((name) => name.startsWith(`ecsStates.${beginning}`)),
    );
    const members = names.map((name, place) => [name, { ...left.get(name), order: place }]);
    for (const name of names) left.delete(name);
    return {
      id: `ecsStates.${id}`,
      title: `%configuration.${id}.title%`,
      order,
      properties: Object.fromEntries(members),
    };
  });
  if (left.size > 0) throw new Error(`Settings in no group: ${[...left.keys()].join(', ')}`);
  return groups;
}

/** The setting for the edition of the mapping; what each is stands in `package.nls.json`. */
export function dialectProperty() {
  return {
    'ecsStates.dialect': {
      type: 'string',
      scope: 'resource',
      enum: DIALECTS,
      enumItemLabels: DIALECTS.map((dialect) => `%configuration.dialect.${dialect}.label%`),
      enumDescriptions: DIALECTS.map((dialect) => `%configuration.dialect.${dialect}%`),
      default: DIALECTS[0],
      markdownDescription: '%configuration.dialect%',
    },
  };
}

/** The setting for key names of the user's own; which names are possible follows from what the readers take. */
export function ownKeysProperty() {
  return {
    'ecsStates.keys': {
      type: 'object',
      scope: 'resource',
      default: {},
      propertyNames: { pattern: OWN_KEY_PATTERN },
      additionalProperties: { type: 'string', enum: FIELDS },
      markdownDescription: '%configuration.keys%',
    },
  };
}

/**
 * Languages of other extensions that people who describe servers meet and may name in `includeLanguages`: the
 * extension is activated for them too. An event cannot name what a setting will name, and the event for any language
 * would start the extension in every window; any other language is served once a document of these or of a served
 * one is open. The store takes each of these for a tag, and takes 30 tags.
 */
export const OFTEN_INCLUDED: readonly string[] = ['helm', 'snippets'];

/** The setting for languages that are read as one that a reader serves. */
export function includeLanguagesProperty() {
  return {
    'ecsStates.includeLanguages': {
      type: 'object',
      scope: 'resource',
      default: {},
      additionalProperties: { type: 'string', enum: LANGUAGE_IDS },
      markdownDescription: '%configuration.includeLanguages%',
    },
  };
}

/** The setting for where the status of a pair is shown. */
export function inlayHintsProperty() {
  return {
    'ecsStates.inlayHints': {
      type: 'string',
      scope: 'resource',
      enum: STATUS_HINTS,
      enumDescriptions: STATUS_HINTS.map((where) => `%configuration.inlayHints.${where}%`),
      default: 'data',
      markdownDescription: '%configuration.inlayHints%',
    },
  };
}

/** The manifest's texts that follow from the rules, by their keys in `package.nls.json`. */
export function severityTexts(t: Translate): Readonly<Record<string, string>> {
  const descriptions = RULE_CODES.map((code) => [
    severityKey(code),
    `${t(RULES[code].summary)} (\`${code}\`)`,
  ]);
  return Object.fromEntries(descriptions);
}

import { pathToFileURL } from 'node:url';
import type { Fix, Location, ReportingDescriptor, Result, Run } from 'sarif';
import {
  RULE_CODES,
  RULES,
  type RuleCode,
  ruleHelp,
  type Severity,
  type Translate,
} from '../../language';
import { uriPath } from '../paths';
import type { FileReport, Finding, Region } from '../report';
import type { Format, FormatContext } from './format';

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The name by which code scanning knows the folder that paths are relative to. */
const ROOT = '%SRCROOT%';

const LEVEL = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
} as const satisfies Record<Severity, string>;

/** SARIF 2.1.0, for code scanning. Results are written as they come. */
export function sarifFormat({ t, locale, version }: FormatContext): Format {
  const run: Omit<Run, 'results'> = {
    tool: {
      driver: {
        name: 'ecs-states',
        version,
        semanticVersion: version,
        rules: RULE_CODES.map((code) => toRule(code, t)),
      },
    },
    language: locale === 'en' ? 'en-US' : 'zh-CN',
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      [ROOT]: { description: { text: t('The folder that the check was run in.') } },
    },
  };
  let separator = '';
  return {
    begin: () =>
      `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[${JSON.stringify(run).slice(0, -1)},"results":[`,
    *file(report) {
      for (const finding of report.findings) {
        yield `${separator}\n${JSON.stringify(toResult(report, finding))}`;
        separator = ',';
      }
    },
    end: ({ troubles }) => {
      const invocation = {
        executionSuccessful: troubles.length === 0,
        toolExecutionNotifications: troubles.map(({ path, message }) => ({
          level: 'error',
          message: { text: message },
          locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
        })),
      };
      return `\n],"invocations":[${JSON.stringify(invocation)}]}]}\n`;
    },
  };
}

function toRule(code: RuleCode, t: Translate): ReportingDescriptor {
  const { summary, defaultSeverity, documentation } = RULES[code];
  return {
    id: code,
    name: code.replace(/(?:^|-)(\w)/g, (_dash, letter) => letter.toUpperCase()),
    shortDescription: { text: t(summary) },
    fullDescription: { text: documentation.map((paragraph) => t(paragraph)).join('\n\n') },
    help: {
      text: ruleHelp(code, t)
        .join('\n\n')
        .replaceAll(/^```.*\n?|\*\*/gm, ''),
      markdown: ruleHelp(code, t).join('\n\n'),
    },
    defaultConfiguration: { level: LEVEL[defaultSeverity] },
  };
}

function toResult({ path }: FileReport, finding: Finding): Result {
  const { code, severity, message, related, fixes, fingerprint } = finding;
  return {
    ruleId: code,
    ruleIndex: RULE_CODES.indexOf(code),
    level: LEVEL[severity],
    message: { text: message },
    locations: [toLocation(path, finding)],
    ...(fingerprint !== undefined && {
      partialFingerprints: { 'ecsStates/v1': fingerprint },
    }),
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({
        id,
        ...toLocation(path, place),
        message: { text: place.message },
      })),
    }),
    ...(fixes.length > 0 && {
      fixes: fixes.map(
        ({ title, replacements }): Fix => ({
          description: { text: title },
          artifactChanges: [
            {
              artifactLocation: artifact(path),
              replacements: replacements.map(({ newText, ...region }) => ({
                deletedRegion: toRegion(region),
                insertedContent: { text: newText },
              })),
            },
          ],
        }),
      ),
    }),
  };
}

function toLocation(path: string, region: Region): Location {
  return { physicalLocation: { artifactLocation: artifact(path), region: toRegion(region) } };
}

function toRegion({ start, end }: Region) {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** Paths below the folder are relative to it; all others are given in full. */
function artifact(path: string) {
  if (path.startsWith('/')) return { uri: `file://${uriPath(path)}` };
  if (/^[A-Za-z]:\//.test(path)) return { uri: pathToFileURL(path).href };
  return { uri: uriPath(path), uriBaseId: ROOT };
}

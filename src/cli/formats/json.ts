import type { FileReport, Finding } from '../report';
import type { Format } from './format';

/** Raised when the shape changes in a way that breaks a reader. */
const SHAPE = 1;

/** One JSON document; files that have nothing to tell are left out of it. */
export function jsonFormat(): Format {
  let separator = '';
  return {
    begin: () => `{"version":${SHAPE},"files":[`,
    file(report) {
      const { findings, fixed } = report;
      if (findings.length === 0 && fixed === 0) return '';
      const piece = `${separator}\n${JSON.stringify(toJson(report))}`;
      separator = ',';
      return piece;
    },
    end: ({ files, count, fixable, fixed, troubles }) =>
      `\n],"troubles":${JSON.stringify(troubles)},"summary":${JSON.stringify({ files, ...count, fixable, fixed })}}\n`,
  };
}

function toJson({ path, fixed, findings }: FileReport) {
  return { path, fixed, findings: findings.map(toFinding) };
}

function toFinding({ code, severity, message, start, end, related, fixable, fixes }: Finding) {
  return { code, severity, message, start, end, related, fixable, fixes };
}

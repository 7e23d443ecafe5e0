import { readablePath } from '../paths';
import type { FileReport, Finding } from '../report';
import type { Format } from './format';

const COMMAND: Readonly<Record<Finding['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands, which GitHub Actions shows as annotations. */
export function githubFormat(): Format {
  return {
    begin: () => '',
    *file(report) {
      for (const finding of report.findings) yield annotation(report, finding);
    },
    end: ({ troubles }) =>
      troubles
        .map(
          ({ path, message }) => `::error file=${property(readablePath(path))}::${data(message)}\n`,
        )
        .join(''),
  };
}

function annotation(
  { path }: FileReport,
  { code, severity, message, start, end }: Finding,
): string {
  const properties = Object.entries({
    file: readablePath(path),
    line: start.line,
    endLine: end.line,
    // Columns are shown on one line only, and the last one is part of the range.
    ...(start.line === end.line && {
      col: start.column,
      endColumn: Math.max(start.column, end.column - 1),
    }),
    title: `ecs-states ${code}`,
  });
  const list = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',');
  return `::${COMMAND[severity]} ${list}::${data(message)}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

import { readablePath } from '../paths';
import type { Finding, Trouble } from '../report';
import type { Format } from './format';

/** Raised when the shape changes in a way that breaks a reader. */
const SHAPE = 1;

/** One JSON document; files without findings and fixes are left out of it. */
export function jsonFormat(): Format {
  let separator = '';
  return {
    begin: () => `{"version":${SHAPE},"files":[`,
    *file({ path, findings, fixed }) {
      if (findings.length === 0 && fixed === 0) return;
      const name = JSON.stringify(readablePath(path));
      yield `${separator}\n{"path":${name},"fixed":${fixed},"findings":[`;
      separator = ',';
      for (const [index, finding] of findings.entries()) {
        yield `${index === 0 ? '' : ','}${JSON.stringify(toFinding(finding))}`;
      }
      yield ']}';
    },
    end: ({ files, count, fixable, fixed, troubles }) =>
      `\n],"troubles":${JSON.stringify(troubles.map(toTrouble))},"summary":${JSON.stringify({ files, ...count, fixable, fixed })}}\n`,
  };
}

function toTrouble({ path, message }: Trouble): Trouble {
  return { path: readablePath(path), message };
}

function toFinding({ code, severity, message, start, end, related, fixable, fixes }: Finding) {
  return { code, severity, message, start, end, related, fixable, fixes };
}

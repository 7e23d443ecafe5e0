import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, diagnoseReading, fixReading, readText } from '../language';
import { keysOf } from '../language/settings/settings';
import {
  type Dialect,
  type Field,
  isLiteral,
  matchingRows,
  meantName,
  type Relation,
  type Row,
  relationOf,
  statusOf,
} from '../model';

/** What a pair comes to. */
export type PairAnswer = {
  readonly possible: boolean;
  readonly status: string | null;
  /** What else there is to say: names that are none, or what goes with the vm_state. */
  readonly remarks: string[];
};

/** The status that a server in the pair shows. */
export function statusOfPair(
  vmState: string,
  taskState: string | null,
  dialect: Dialect = 'huaweicloud',
): PairAnswer {
  const relation = relationOf(dialect);
  const status = statusOf(relation, vmState, taskState) ?? null;
  if (status !== null) return { possible: true, status, remarks: [] };
  const unknown = [
    ...unknownName(relation, 'vm_state', vmState),
    ...(taskState === null ? [] : unknownName(relation, 'task_state', taskState)),
  ];
  const steps = matchingRows(relation, { vm_state: vmState }).map(({ task_state }) => task_state);
  const remarks =
    unknown.length > 0
      ? unknown
      : [
          `No server has this pair. With vm_state '${vmState}' goes: ${steps.join(', ') || 'null'}.`,
        ];
  return { possible: false, status, remarks };
}

/** All pairs that show the status. */
export function pairsOfStatus(
  status: string,
  dialect: Dialect = 'huaweicloud',
): { readonly pairs: Row[]; readonly remarks: string[] } {
  const relation = relationOf(dialect);
  return {
    pairs: [...matchingRows(relation, { status })],
    remarks: unknownName(relation, 'status', status),
  };
}

/** A finding as a model reads it: lines and columns from 1. */
export type TextFinding = {
  readonly code: string;
  readonly severity: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly message: string;
  readonly fixes: string[];
};

/** What in the text no server can be. */
export function checkText(text: string, languageId: string, dialect?: Dialect): TextFinding[] {
  const settings = { ...(dialect && { dialect }) };
  const reading = readText(text, languageId, keysOf(settings));
  if (!reading) return [];
  const document = TextDocument.create('text:', languageId, 0, text);
  const fixes = fixReading(reading, { start: 0, end: text.length }, settings);
  return diagnoseReading(reading, settings).map(({ code, severity, message, start, end }) => {
    const { line, character } = document.positionAt(start);
    return {
      code,
      severity,
      line: line + 1,
      column: character + 1,
      text: text.slice(start, end),
      message,
      fixes: titlesOf(fixes, { code, start }),
    };
  });
}

/** Fixes of the states; comments that only silence a rule are no answer to what is right. */
function titlesOf(
  fixes: ReturnType<typeof fixReading>,
  { code, start }: Pick<Diagnostic, 'code' | 'start'>,
): string[] {
  return fixes
    .filter((fix) => fix.code === code && fix.range.start === start)
    .filter(({ title }) => !title.startsWith('Suppress'))
    .map(({ title }) => title);
}

function unknownName(relation: Relation, field: Field, name: string): string[] {
  if (isLiteral(relation, field, name)) return [];
  const meant = meantName(relation, field, name);
  const question = meant === undefined ? '' : ` Did you mean '${meant}'?`;
  const names = relation.values[field].map((value) => value ?? 'null').join(', ');
  return [`'${name}' is not a ${field}.${question} There are: ${names}.`];
}

import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLanguageService, type Fix } from '../language';
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
          `No server has this pair. vm_state '${vmState}' occurs with: ${steps.join(', ') || 'null'}.`,
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

/** Most UTF-16 code units of a text that is checked: a model reads no more, and has to be answered soon. */
export const LONGEST_TEXT = 1_000_000;

/** Most problems of a text that are listed. */
export const MOST_LISTED = 50;

/** Longest piece of a text that is repeated, in UTF-16 code units. */
const LONGEST_PIECE = 300;

/** What is found in a text: the first problems, and how many there are besides. */
export type TextAnswer = {
  readonly findings: TextFinding[];
  /** Absent where all are listed. */
  readonly more?: number;
};

/** What in the text no server can be. Fixes are computed for what is listed only. */
export function checkText(text: string, languageId: string, dialect?: Dialect): TextAnswer {
  const service = createLanguageService({ ...(dialect && { dialect }) });
  const parsed = service.parse(text, languageId);
  if (!parsed) return { findings: [] };
  const all = service.diagnose(parsed);
  const listed = all.slice(0, MOST_LISTED);
  if (listed.length === 0) return { findings: [] };
  const end = listed.reduce((last, diagnostic) => Math.max(last, diagnostic.end), 0);
  const titles = titlesOf(service.fixes(parsed, { start: listed[0]?.start ?? 0, end }));
  const document = TextDocument.create('text:', languageId, 0, text);
  const findings = listed.map((diagnostic): TextFinding => {
    const { code, severity, message, start, end } = diagnostic;
    const { line, character } = document.positionAt(start);
    return {
      code,
      severity,
      line: line + 1,
      column: character + 1,
      text: cut(text.slice(start, end)),
      message: cut(message),
      fixes: titles.get(keyOf(code, start)) ?? [],
    };
  });
  const more = all.length - listed.length;
  return { findings, ...(more > 0 && { more }) };
}

/** Titles of the fixes of states; comments that only silence a rule are no answer to what is right. */
function titlesOf(fixes: readonly Fix[]): ReadonlyMap<string, string[]> {
  const titles = new Map<string, string[]>();
  for (const { kind, code, range, title } of fixes) {
    if (kind === 'suppress') continue;
    const key = keyOf(code, range.start);
    const others = titles.get(key);
    if (others) others.push(cut(title));
    else titles.set(key, [cut(title)]);
  }
  return titles;
}

function keyOf(code: string, start: number): string {
  return `${code} ${start}`;
}

function cut(text: string): string {
  return text.length <= LONGEST_PIECE ? text : `${text.slice(0, LONGEST_PIECE)}…`;
}

function unknownName(relation: Relation, field: Field, name: string): string[] {
  if (isLiteral(relation, field, name)) return [];
  const meant = meantName(relation, field, name);
  const question = meant === undefined ? '' : ` Did you mean '${meant}'?`;
  const names = relation.values[field].map((value) => value ?? 'null').join(', ');
  return [`Unknown ${field} '${name}'.${question} Possible: ${names}.`];
}

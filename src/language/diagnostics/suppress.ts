import { type CommentLines, commentLinesOf } from '../document/comment-lines';
import { directivesIn } from '../document/directive';
import type { ParsedDocument } from '../document/parsed-document';
import { unknownSuppression } from '../rules/comment/unknown-suppression';
import { unusedSuppression } from '../rules/comment/unused-suppression';
import { RULE_CODES, type RuleCode } from '../rules/rules';
import type { Range } from '../text/range';
import { EntriesByPlace, EntriesWithin, Entry, Stretches } from './reach';
import { type Suppression, type SuppressionName, suppressionOf } from './suppression';

/** What can be silenced: where it is marked, and the record it is about. */
export interface Suppressible {
  readonly code: RuleCode;
  readonly record: { readonly range: Range };
  readonly stateField: { readonly outer: Range };
}

/** Something wrong with a comment that silences rules. */
export interface CommentProblem {
  readonly rule: typeof unusedSuppression | typeof unknownSuppression;
  readonly range: Range;
  readonly suppression: Suppression;
  /** The code it is about; none where it is about the whole comment. */
  readonly name?: SuppressionName;
  /** Comments that are of no use without this one. */
  readonly dependents: readonly Suppression[];
}

/** What a comment that a code is added to can be about. */
type ExtensibleScope = 'line' | 'record' | 'file';

/** The one place that all suppressions of files reach. */
const FILE = 0;

/**
 * The suppressions of a document and what each of them reaches. Whatever is asked takes the same time however many
 * there are.
 */
export class Suppressions {
  readonly all: readonly Suppression[];
  private readonly entries = new Map<Suppression, readonly Entry[]>();
  private readonly owners = new Map<Entry, Suppression>();
  private readonly byLine = new EntriesByPlace();
  private readonly byFile = new EntriesByPlace();
  private readonly byRecordStart = new EntriesByPlace();
  private readonly byRecordEnd = new EntriesByPlace();
  private readonly inRecord = new EntriesWithin();
  private readonly stretches = new Map(RULE_CODES.map((code) => [code, new Stretches()] as const));
  private extensible: Record<ExtensibleScope, ReadonlyMap<number, Suppression>> | undefined;

  constructor(
    reading: ParsedDocument,
    private readonly comments: CommentLines = commentLinesOf(reading),
  ) {
    this.all = directivesIn(reading.text, comments.commentAt).map(suppressionOf);
    for (const suppression of this.all) this.add(suppression);
  }

  /** Whether the finding is silenced; all suppressions that silence it are used from now on. */
  silences({ code, record, stateField }: Suppressible): boolean {
    const { lines } = this.comments;
    const at = stateField.outer.start;
    const { start, end } = record.range;
    return [
      this.byFile.silences(FILE, code),
      this.byLine.silences(lines.lineAt(at), code),
      this.byRecordStart.silences(lines.lineAt(start), code),
      this.byRecordEnd.silences(lines.lineAt(end), code),
      this.inRecord.silences(record.range, code),
      this.stretches.get(code)?.silences(at) === true,
    ].includes(true);
  }

  /**
   * A suppression to which a code can be added to silence the line of an offset, a record that begins in that line,
   * or the file; to be asked once all findings have been asked about.
   */
  extensibleFor(scope: ExtensibleScope, offset: number): Suppression | undefined {
    this.extensible ??= this.findExtensible();
    const place = scope === 'file' ? FILE : this.comments.lines.lineAt(offset);
    return this.extensible[scope].get(place);
  }

  /** What is wrong with the comments, once all findings have been asked about. */
  problems(): CommentProblem[] {
    return this.all.flatMap((suppression) => this.problemsOf(suppression));
  }

  private add(suppression: Suppression): void {
    const { directive, names, range } = suppression;
    const codes = names.length === 0 ? ['all' as const] : names.map(({ code }) => code);
    const entries = codes.flatMap((code) => (code ? [new Entry(range, code)] : []));
    this.entries.set(suppression, entries);
    for (const entry of entries) {
      this.owners.set(entry, suppression);
      if (directive.isEnable) this.enable(entry);
      else this.addEntry(suppression, entry);
    }
  }

  private addEntry({ directive: { scope, comment, word } }: Suppression, entry: Entry): void {
    const { lines } = this.comments;
    switch (scope) {
      case 'file':
        this.byFile.add(FILE, entry);
        break;
      case 'line':
        this.byLine.add(lines.lineAt(word.start), entry);
        break;
      case 'next-line':
        this.byLine.add(this.lineBelow(comment), entry);
        break;
      case 'record':
        this.inRecord.add(entry);
        // On a line of its own it speaks of the record below, else of the one it stands behind.
        if (this.comments.beginsLine(comment.start))
          this.byRecordStart.add(this.lineBelow(comment), entry);
        else this.byRecordEnd.add(lines.lineAt(comment.start), entry);
        break;
      case 'range':
        for (const code of this.codesOf(entry)) this.stretches.get(code)?.begin(entry);
    }
  }

  private enable(entry: Entry): void {
    for (const code of this.codesOf(entry)) {
      const stretches = this.stretches.get(code);
      const ended = stretches?.current;
      if (!stretches || !ended) continue;
      stretches.end(entry.range.start);
      entry.isUsed = true;
      if (!entry.ends.includes(ended)) entry.ends.push(ended);
      if (!ended.endedBy.includes(entry)) ended.endedBy.push(entry);
    }
  }

  private findExtensible(): Record<ExtensibleScope, ReadonlyMap<number, Suppression>> {
    const found = {
      line: new Map<number, Suppression>(),
      record: new Map<number, Suppression>(),
      file: new Map<number, Suppression>(),
    };
    for (const suppression of this.all) {
      const { scope, comment, word } = suppression.directive;
      if (!this.isExtensible(suppression)) continue;
      const addTo = (places: Map<number, Suppression>, place: number) => {
        if (!places.has(place)) places.set(place, suppression);
      };
      if (scope === 'file') addTo(found.file, FILE);
      if (scope === 'line') addTo(found.line, this.comments.lines.lineAt(word.start));
      if (scope === 'next-line') addTo(found.line, this.lineBelow(comment));
      if (scope === 'record' && this.comments.beginsLine(comment.start)) {
        addTo(found.record, this.lineBelow(comment));
      }
    }
    return found;
  }

  /** One that is reported as a whole to be unused is left to be removed. */
  private isExtensible(suppression: Suppression): boolean {
    const entries = this.entries.get(suppression) ?? [];
    const isInUse = entries.length === 0 || entries.some(({ isUsed }) => isUsed);
    return suppression.names.length > 0 && isInUse;
  }

  private lineBelow({ end }: Range): number {
    return this.comments.lineBelow(this.comments.lines.lineAt(end));
  }

  private codesOf({ code }: Entry): readonly RuleCode[] {
    return code === 'all' ? RULE_CODES : [code];
  }

  private problemsOf(suppression: Suppression): CommentProblem[] {
    const { names, range } = suppression;
    const entries = this.entries.get(suppression) ?? [];
    const known = names.filter(({ code }) => code);
    const isAllUnused = known.length === names.length && entries.every(({ isUsed }) => !isUsed);
    const problem = (
      rule: CommentProblem['rule'],
      of: readonly Entry[],
      name?: SuppressionName,
    ): CommentProblem => ({
      rule,
      range: name ? { start: name.end - name.name.length, end: name.end } : range,
      suppression,
      ...(name && { name }),
      dependents: this.dependentsOf(of),
    });
    if (isAllUnused) return [problem(unusedSuppression, entries)];
    const unused = known.flatMap((name, index) => {
      const entry = entries[index];
      return entry && !entry.isUsed ? [problem(unusedSuppression, [entry], name)] : [];
    });
    const unknown = names
      .filter(({ code }) => !code)
      .map((name) => problem(unknownSuppression, [], name));
    return [...unused, ...unknown];
  }

  /** The suppressions that turn on again what only these entries had turned off. */
  private dependentsOf(entries: readonly Entry[]): Suppression[] {
    const ending = new Set(entries.flatMap(({ endedBy }) => endedBy));
    const orphans = [...ending].filter(({ ends }) => ends.every((one) => entries.includes(one)));
    return [...new Set(orphans.flatMap((entry) => this.owners.get(entry) ?? []))];
  }
}

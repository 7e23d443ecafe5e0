import type { KeyNames } from '../key-names';
import type { Reader } from '../readers/reader';
import type { StateRecord } from '../record';
import type { TextSource } from '../source';
import type { LiveSyntax } from './syntax';

/** Any syntax that has a reader, read as a whole each time. */
export class LiveFull implements LiveSyntax {
  records: readonly StateRecord[] = [];
  private isRead = false;

  constructor(
    private readonly reader: Reader,
    private readonly languageId: string,
    private readonly keys: KeyNames,
  ) {}

  change(): void {
    this.isRead = false;
  }

  advance(source: TextSource): boolean {
    if (!this.isRead) {
      this.records = this.reader.read(source.read(0, source.length), this.languageId, this.keys);
    }
    this.isRead = true;
    return true;
  }
}

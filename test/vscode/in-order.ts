/**
 * The output of several sources that print at the same time, shown as if they printed one after the other: that of
 * the first one that has not ended as it comes, and that of the others as soon as it is their turn.
 */
export class InOrder {
  private readonly waiting: string[];
  private readonly ended = new Set<number>();
  private current = 0;

  constructor(
    count: number,
    private readonly show: (text: string) => void,
  ) {
    this.waiting = Array.from({ length: count }, () => '');
  }

  /** Takes what a source prints; sources are numbered from 0. */
  write(source: number, text: string): void {
    if (source === this.current) this.show(text);
    else this.waiting[source] += text;
  }

  /** Takes note that a source prints nothing more. */
  end(source: number): void {
    this.ended.add(source);
    while (this.ended.has(this.current)) this.#take(++this.current);
  }

  /** Shows all that still waits, for nothing more will come. */
  flush(): void {
    for (const source of this.waiting.keys()) this.#take(source);
  }

  #take(source: number): void {
    const text = this.waiting[source] ?? '';
    this.waiting[source] = '';
    if (text) this.show(text);
  }
}

import { GCProfiler } from 'node:v8';
import type { Session } from './session';

/** What the first diagnostics of a text take in a process that has done nothing yet. */
export interface Cost {
  readonly milliseconds: number;
  /** Bytes above what was there before. Garbage counts until it is collected. */
  readonly peakHeap: number;
  readonly peakResident: number;
  /** Bytes that stay in use as long as the document is open. */
  readonly keptHeap: number;
}

interface Collection {
  readonly beforeGC: { readonly heapStatistics: { readonly usedHeapSize: number } };
}

/** Measures the first diagnostics; the process must be fresh and let garbage be collected on demand. */
export async function coldCost(session: Session): Promise<Cost> {
  globalThis.gc?.();
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed;
  const resident = process.memoryUsage.rss();
  const profiler = new GCProfiler();
  profiler.start();
  const start = performance.now();
  await session.run('open');
  const milliseconds = performance.now() - start;
  const atEnd = process.memoryUsage().heapUsed;
  // Between two collections the heap only grows, so it is at its peak before one of them or at the end.
  const collections: readonly Collection[] = profiler.stop()?.statistics ?? [];
  const peaks = collections.map(({ beforeGC }) => beforeGC.heapStatistics.usedHeapSize);
  const peak = Math.max(atEnd, ...peaks);
  const peakResident = Math.max(process.resourceUsage().maxRSS * 1024, process.memoryUsage.rss());
  globalThis.gc?.();
  const kept = process.memoryUsage().heapUsed;
  return {
    milliseconds,
    peakHeap: peak - heap,
    peakResident: Math.max(0, peakResident - resident),
    keptHeap: Math.max(0, kept - heap),
  };
}

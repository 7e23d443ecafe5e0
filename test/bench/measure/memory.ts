import { GCProfiler } from 'node:v8';
import type { Session } from './session';

/** What the first diagnostics of a text take of memory, in bytes above what was in use before. */
export interface Memory {
  /** At the peak; garbage counts until it is collected. */
  readonly peakHeap: number;
  readonly peakResident: number;
  /** The same as far as it was found in use whenever garbage was collected. */
  readonly peakInUse: number;
  /** As long as the document is open. */
  readonly keptHeap: number;
}

interface Collection {
  readonly beforeGC: { readonly heapStatistics: { readonly usedHeapSize: number } };
  readonly afterGC: { readonly heapStatistics: { readonly usedHeapSize: number } };
}

/**
 * Measures the first diagnostics of a text by a candidate that has seen another one; the process must have done
 * nothing else and let garbage be collected on demand.
 */
export async function memoryOf(session: Session): Promise<Memory> {
  const heap = collected();
  const resident = process.memoryUsage.rss();
  const profiler = new GCProfiler();
  profiler.start();
  await session.run('open');
  const atEnd = process.memoryUsage().heapUsed;
  // Between two collections the heap only grows, so it is at its peak before one of them or at the end.
  const collections: readonly Collection[] = profiler.stop()?.statistics ?? [];
  const before = collections.map(({ beforeGC }) => beforeGC.heapStatistics.usedHeapSize);
  const after = collections.map(({ afterGC }) => afterGC.heapStatistics.usedHeapSize);
  const peakResident = Math.max(process.resourceUsage().maxRSS * 1024, process.memoryUsage.rss());
  const kept = collected();
  return {
    peakHeap: Math.max(atEnd, ...before) - heap,
    peakResident: Math.max(0, peakResident - resident),
    peakInUse: Math.max(kept, ...after) - heap,
    keptHeap: Math.max(0, kept - heap),
  };
}

/** What is in use of the heap, in bytes. */
function collected(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

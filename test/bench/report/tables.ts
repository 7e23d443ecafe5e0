import { type InputPlan, SYNTAXES, type Syntax } from '../inputs/inputs';
import { exponent } from '../measure/statistics';
import { digits, table } from './format';
import type { Measure, Result } from './results';

const NAMES: Readonly<Record<Syntax, string>> = {
  json: 'JSON',
  yaml: 'YAML',
  typescript: 'TypeScript',
};
const TITLES: Readonly<Record<Measure, string>> = {
  open: 'First diagnostics, ms',
  afterKeyPress: 'Diagnostics after a key press in the middle, ms',
  hover: 'Hover, ms',
  complete: 'Completion, ms',
  stretch: 'Longest time without a pause during first diagnostics in slices, ms',
  cold: 'First diagnostics in a process that has done nothing yet, ms',
  peakInUse: 'Peak of the heap in use during first diagnostics, multiples of the text',
  peakHeap: 'Peak of the heap with garbage during first diagnostics, multiples of the text',
  peakResident: 'Peak of resident memory during first diagnostics, multiples of the text',
  keptHeap: 'Heap kept while the document is open, multiples of the text',
};
const MEASURES = Object.keys(TITLES) as readonly Measure[];
const SLOW = 'too slow';

/** All tables of the results, as Markdown. */
export function tables(results: readonly Result[]): string {
  const sections = SYNTAXES.flatMap((syntax) => {
    const ofSyntax = results.filter(({ plan }) => plan.syntax === syntax);
    if (ofSyntax.length === 0) return [];
    const parts = MEASURES.flatMap((measure) => {
      const ofMeasure = ofSyntax.filter((result) => result.measure === measure);
      return ofMeasure.length === 0 ? [] : [`### ${TITLES[measure]}\n\n${measureTable(ofMeasure)}`];
    });
    return [`## ${NAMES[syntax]}\n\n${parts.join('\n')}`];
  });
  return sections.join('\n');
}

function measureTable(results: readonly Result[]): string {
  const plans = [...new Set(results.map(({ plan }) => plan))];
  const candidates = [...new Set(results.map(({ candidate }) => candidate))];
  const isTime = results.every(({ measure }) => !/Heap|InUse|Resident/.test(measure));
  const growing = plans.filter(isOnCurve).length >= 3 && isTime;
  const head = [
    '',
    ...plans.map(({ label }) => label),
    ...(growing ? ['grows with size to the'] : []),
  ];
  const find = (candidate: string, plan: InputPlan) =>
    results.find((result) => result.candidate === candidate && result.plan === plan);

  const rows = candidates.map((candidate) => {
    const cells = plans.map((plan) => cell(find(candidate, plan)));
    return [nameOf(results, candidate), ...cells, ...(growing ? [growth(results, candidate)] : [])];
  });
  const own = results.find(({ role }) => role === 'ours')?.candidate ?? '';
  const ratios = candidates
    .filter((candidate) => roleOf(results, candidate) === 'peer')
    .map((candidate) => {
      const cells = plans.map((plan) => times(ratio(find(candidate, plan), find(own, plan))));
      return [`${candidate} / ${own}`, ...cells];
    });
  return table(head, [...rows, ...ratios]);
}

function roleOf(results: readonly Result[], candidate: string): Result['role'] | undefined {
  return results.find((result) => result.candidate === candidate)?.role;
}

function nameOf(results: readonly Result[], candidate: string): string {
  const role = roleOf(results, candidate);
  if (role === 'ours') return `**${candidate}**`;
  return role === 'floor' ? `_${candidate}_` : candidate;
}

function cell(result: Result | undefined): string {
  if (!result) return '';
  const { summary } = result;
  if (!summary) return SLOW;
  return `${digits(summary.median)} (${digits(summary.p25)}–${digits(summary.p75)})`;
}

function isOnCurve(plan: InputPlan): boolean {
  return plan.holdsStates && !plan.oneLine;
}

function growth(results: readonly Result[], candidate: string): string {
  const points = results.flatMap((result) => {
    const { plan, length, summary } = result;
    const counts = result.candidate === candidate && isOnCurve(plan) && summary;
    return counts ? [[length, summary.median] as const] : [];
  });
  return exponent(points)?.toFixed(2) ?? '';
}

function ratio(other: Result | undefined, own: Result | undefined): number | undefined {
  if (!other?.summary || !own?.summary) return undefined;
  return other.summary.median / own.summary.median;
}

function times(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? '' : `${digits(value)}×`;
}

/** Every place where a peer does better than ours, worst first; a line says so where there is none. */
export function behind(results: readonly Result[]): string {
  const losses = results.flatMap((result) => {
    if (result.role !== 'peer') return [];
    const own = results.find(
      ({ plan, measure, role }) =>
        plan === result.plan && measure === result.measure && role === 'ours',
    );
    const value = ratio(result, own);
    return value !== undefined && value < 1 ? [{ result, value }] : [];
  });
  if (losses.length === 0) return 'In this run no peer did better in any measurement.\n';
  const rows = losses
    .toSorted((a, b) => a.value - b.value)
    .map(({ result, value }) => {
      const { plan, measure, candidate } = result;
      return [`${NAMES[plan.syntax]}, ${plan.label}`, TITLES[measure], candidate, times(value)];
    });
  return table(['Input', 'What', 'Peer', 'Peer / ours'], rows);
}

import type { OffsetMap } from '../syntax/embedded/offset-map';
import type { Faults } from './faults';
import type { Suppressible } from './suppress';

/** The faults of an embedded text that its file does not silence. */
export function keptFaults(
  faults: Faults,
  map: OffsetMap,
  silences: ((fault: Suppressible) => boolean) | undefined,
): Faults {
  const isKept = (fault: Suppressible): boolean => {
    const outer = inFile(fault, map);
    return outer !== undefined && !silences?.(outer);
  };
  return {
    ...faults,
    findings: faults.findings.filter(isKept),
    ofCode: faults.ofCode.filter(isKept),
    embedded: faults.embedded.map((one) => ({
      ...one,
      faults: keptFaults(one.faults, one.map, (fault) => !isKept(fault)),
    })),
  };
}

/** A fault with the offsets of the file; undefined where it has no place there. */
export function inFile({ code, record, stateField }: Suppressible, map: OffsetMap) {
  const outer = map.rangeToOuter(stateField.outer);
  const range = map.rangeToOuter(record.range) ?? outer;
  return outer && range ? { code, record: { range }, stateField: { outer } } : undefined;
}

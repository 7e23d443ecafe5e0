import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../../records/keyed-source';
import { FILTERS, holderSign } from '../../../records/objects/signs';
import type { RawRecord } from '../resolve';
import { columnOf } from './columns';
import { type Key, pairsOf } from './keys';
import { contentOf, isMapping, startOf } from './nodes';

/** Modules of Ansible that find servers. */
const MODULE =
  /^(?:openstack\.cloud\.servers?(?:_\w*)?|os_servers?(?:_\w*)?|(?:huaweicloud|opentelekomcloud)\.[\w.]*\becs\w*)$/;
const LONGEST_MODULE = 64;
const MODULE_FILTERS = 'filters';
/** Items of a sequence in flow style further behind its start are not looked at. UTF-16 code units. */
const FLOW_LENGTH = 1 << 16;

/** What a key says of the mappings that are its value: where they stand for a server. */
export function placesOf({ spelling, value }: Key, source: KeyedSource): readonly RawRecord[] {
  if (!value) return [];
  const sign = holderSign(spelling);
  if (sign !== 0) {
    if (isMapping(value)) return [placeAt(value, sign)];
    return value.name === 'BlockSequence' || value.name === 'FlowSequence'
      ? itemPlaces(value, sign, source)
      : [];
  }
  if (spelling.length > LONGEST_MODULE || !isMapping(value) || !MODULE.test(spelling)) return [];
  const filters = [...pairsOf(value, source)].filter((key) => key.spelling === MODULE_FILTERS);
  return filters.flatMap((key) =>
    key.value && isMapping(key.value) ? [placeAt(key.value, FILTERS)] : [],
  );
}

/** In block style all items begin in the same column, and what is in them in another one. */
function itemPlaces(sequence: SyntaxNode, sign: number, source: KeyedSource): RawRecord[] {
  if (sequence.name === 'BlockSequence') {
    const first = sequence.getChild('Item')?.firstChild;
    const mapping = first && contentOf(first);
    if (!mapping || !isMapping(mapping)) return [];
    const column = columnOf(source, startOf(mapping));
    const range = { start: startOf(sequence), end: sequence.to };
    return [{ kind: 'object', range, fields: [], mark: { kind: 'items', sign, column } }];
  }
  const places: RawRecord[] = [];
  const limit = sequence.from + FLOW_LENGTH;
  for (let item = sequence.firstChild; item && item.from < limit; item = item.nextSibling) {
    const content =
      item.name === 'Item' && item.firstChild ? contentOf(item.firstChild) : undefined;
    if (content && isMapping(content)) places.push(placeAt(content, sign));
  }
  return places;
}

function placeAt(mapping: SyntaxNode, sign: number): RawRecord {
  const start = startOf(mapping);
  return {
    kind: 'object',
    range: { start, end: start },
    fields: [],
    mark: { kind: 'place', sign },
  };
}

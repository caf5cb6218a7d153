import type { Result } from '../errors.ts';
import { failure } from '../errors.ts';

/** Why an edit does not fit the draft; the `detail.rule` of `draftEdit`. */
export const draftEditRules = [
  'itemUnknown',
  'briefingUnknown',
  'documentUnknown',
  'parentUnknown',
  'fileUnknown',
  'idTaken', // an id that stands in the draft already, or twice in the edit
  'cycle', // an item would stand under itself
  'sealWithinSeal', // a sealed item under a sealed one
  'sealedIntoOpen', // content of a sealed item would stand openly
  'cutOutside',
  'cutOrder', // cuts must rise
  'cutIds', // as many new ids as cuts
  'notPaged',
  'nothing', // the edit names nothing to do it to
  'noStart', // a manifest needs a time
  'tooDeep', // more levels than a manifest may nest
] as const;
export type DraftEditRule = (typeof draftEditRules)[number];

/** The edit cannot be done because of `rule`; `id` is what it names. */
export const draftFault = (rule: DraftEditRule, id?: string): Result<never> =>
  failure('draftEdit', { detail: id === undefined ? { rule } : { rule, id } });

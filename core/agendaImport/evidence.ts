import type { ProposedDocument } from './proposal.ts';

export type Because = ProposedDocument['because'];

/** One thing that speaks for a place, 0–1. */
export interface Evidence {
  readonly because: Because;
  readonly strength: number;
}

/** Several independent signs are more certain than one; together never quite certain. */
export const together = (signs: readonly Evidence[]): number =>
  1 - signs.reduce((doubt, { strength }) => doubt * (1 - Math.min(0.99, Math.max(0, strength))), 1);

/** What to tell the person: the strongest sign. */
export const strongest = (signs: readonly Evidence[]): Because =>
  signs.reduce<Evidence>((best, one) => (one.strength > best.strength ? one : best), {
    because: 'order',
    strength: -1,
  }).because;

/** 0 at `from`, 1 at `to`, straight between. */
export const ramp = (value: number, from: number, to: number): number =>
  Math.min(1, Math.max(0, (value - from) / (to - from)));

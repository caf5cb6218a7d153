import type { ItemKind, Uuid } from '../pack/manifest.ts';

/** An item that documents can be placed in: of the draft, of an agenda that was given, or gathered from the files. */
export interface AgendaEntry {
  readonly id: Uuid;
  /** As found: `7`, `§ 7`, `7.1`. */
  readonly number: string | null;
  readonly title: string;
  readonly itemKind: ItemKind;
  readonly registryNumber: string | null;
  readonly presenter: string | null;
  readonly minutes: number | null;
  readonly proposedDecision: readonly string[];
  readonly level: number;
  /** First page of its documents in a merged file, as its agenda says; null when it does not. */
  readonly page: number | null;
}

/** The number alone, to compare: `§ 07.1` → `7.1`; null when there is none. */
export const bareNumber = (number: string | null): string | null => {
  const found = /\d{1,4}(?:\.\d{1,3})*[a-zåäö]?/iu.exec(number ?? '')?.[0];
  return found === undefined
    ? null
    : found
        .toLowerCase()
        .split('.')
        .map((part) => part.replace(/^0+(?=\d)/, ''))
        .join('.');
};

import type { BereddError } from '../errors.ts';
import type { LibraryData } from './libraryData.ts';
import { joinRevisions } from './revisionRecords.ts';

/** A letter in which the municipality's old root key names a new one, as the window asks about it. */
export interface SuccessionOffer {
  readonly municipality: string;
  readonly from: string;
  readonly to: string;
  /** The six words of the old key, which were compared once, and of the new one, to be compared now. */
  readonly oldWords: readonly string[];
  readonly newWords: readonly string[];
}

/** What became of a letter about a new root key: it waits for the person's answer, was answered before, or is refused. */
export type SuccessionOutcome =
  | { readonly kind: 'offered' | 'known'; readonly file: string; readonly offer: SuccessionOffer }
  | { readonly kind: 'refused'; readonly file: string; readonly error: BereddError };

/** The root that has taken the place of `key`, through as many changes as there were; `key` itself when none has. */
export function currentRoot(data: LibraryData, key: string): string {
  const passed = new Set<string>();
  let now = key;
  for (let next = data.successions?.[now]; next !== undefined; next = data.successions?.[now]) {
    if (passed.has(now)) return key;
    passed.add(now);
    now = next.to;
  }
  return now;
}

/** How a letter stands to this library: only a root whose words were confirmed here can name its successor. */
export function successionStanding(
  data: LibraryData,
  { from, to }: Pick<SuccessionOffer, 'from' | 'to'>,
): 'offered' | 'known' | 'unknownRoot' {
  if (data.successions?.[from]?.to === to) return 'known';
  const isConfirmed = data.keys[from]?.decision === 'known';
  // A key that was replaced already, or that would come after itself, names nobody.
  const leadsBack = currentRoot(data, to) === from;
  return isConfirmed && !leadsBack && data.successions?.[from] === undefined ? 'offered' : 'unknownRoot';
}

/**
 * The person compared the new root's words and they match: what came under the old root stands under the new one from
 * now on, and nothing new is believed of the old one. Does nothing unless the letter was `offered`.
 */
export function succeedRoot(
  data: LibraryData,
  { from, to, newWords }: Pick<SuccessionOffer, 'from' | 'to' | 'newWords'>,
  at: number,
): LibraryData {
  if (successionStanding(data, { from, to }) !== 'offered') return data;
  const old = data.keys[from];
  return {
    ...data,
    successions: { ...data.successions, [from]: { to, at } },
    keys: {
      ...data.keys,
      ...(old === undefined ? {} : { [from]: { ...old, decision: 'none', decidedAt: null } }),
      [to]: { words: [...newWords], decision: 'known', decidedAt: at },
    },
    trust: withoutOld(data.trust, from, to),
    packs: Object.fromEntries(
      Object.entries(data.packs).map(([id, pack]) => {
        const { [from]: moved = [], ...others } = pack.claims;
        if (moved.length === 0) return [id, pack];
        return [id, { ...pack, claims: { ...others, [to]: joinRevisions(others[to] ?? [], moved) } }];
      }),
    ),
  };
}

/** Signers that the old root's list removed stay removed until the new root's list is here. */
function withoutOld(trust: LibraryData['trust'], from: string, to: string): LibraryData['trust'] {
  const { [from]: old, ...others } = trust;
  return old === undefined || others[to] !== undefined ? others : { ...others, [to]: { ...old, version: 0 } };
}

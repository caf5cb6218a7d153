import type { DraftItem } from '../../../../core/draft/draft.ts';
import type { RosterPerson } from './personName.ts';

type DraftSeal = NonNullable<DraftItem['seal']>;

/** The seal an item begins with: for everyone on the roster but those with a conflict of interest. */
export function sealFor(item: DraftItem, people: readonly RosterPerson[]): DraftSeal {
  const conflicted = new Set(item.conflicts.map(({ person }) => person));
  return {
    reason: conflicted.size > 0 ? 'conflict' : 'secrecy',
    ground: null,
    publicTitle: null,
    entitled: people.filter(({ id }) => !conflicted.has(id)).map(({ id }) => id),
    slug: null,
  };
}

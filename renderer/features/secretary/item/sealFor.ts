import type { DraftItem, DraftSeal } from '../../../../core/draft/draft.ts';
import type { RosterPerson } from './personName.ts';

/** The seal an item or briefing begins with: for everyone on the roster but those with a conflict of interest. */
export function sealFor(
  { conflicts }: Pick<DraftItem, 'conflicts'>,
  people: readonly RosterPerson[],
): DraftSeal {
  const conflicted = new Set(conflicts.map(({ person }) => person));
  return {
    reason: conflicted.size > 0 ? 'conflict' : 'secrecy',
    ground: null,
    publicTitle: null,
    entitled: people.filter(({ id }) => !conflicted.has(id)).map(({ id }) => id),
    slug: null,
  };
}

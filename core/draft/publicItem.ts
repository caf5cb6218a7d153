import type { DraftItem, DraftSeal } from './draft.ts';

/** What a secret item is called openly unless the secretary chooses, as the pack format has it. */
export const secretItemTitle = 'Sekretessärende';

/** The title of a sealed item that everyone sees: the chosen one, else by the pack format's rule. */
export function publicTitleOf(item: Pick<DraftItem, 'title'>, seal: DraftSeal): string {
  if (seal.publicTitle !== null && seal.publicTitle.trim() !== '') return seal.publicTitle;
  return seal.reason === 'conflict' ? item.title : secretItemTitle;
}

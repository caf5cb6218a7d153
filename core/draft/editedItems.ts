import type { Uuid } from '../pack/manifest.ts';
import type { DraftEdit } from './draftEdit.ts';

/**
 * The first locked item or briefing whose content an edit would change, or null. Moving one, counting it and removing it are no
 * changes of its content.
 */
export function lockedItemOf(edit: DraftEdit, locked: ReadonlySet<Uuid>): Uuid | null {
  return changedItems(edit).find((id) => locked.has(id)) ?? null;
}

function changedItems(edit: DraftEdit): readonly Uuid[] {
  switch (edit.do) {
    case 'setItem':
    case 'splitItem':
    case 'addDocuments':
    case 'moveDocuments':
    case 'setSeal':
      return [edit.itemId];
    case 'setBriefingSeal':
      return [edit.briefingId];
    case 'addItem':
    case 'moveItem':
      return edit.parent === null ? [] : [edit.parent];
    case 'setItems':
      return edit.itemIds;
    case 'moveItems':
      return edit.moves.flatMap(({ parent }) => parent ?? []);
    case 'joinItems':
      return [edit.into, ...edit.from];
    case 'takeImport':
      return edit.documents.map(({ itemId }) => itemId);
    default:
      return [];
  }
}

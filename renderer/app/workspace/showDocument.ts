import type { Workspace } from './Workspace.ts';
import { documentWithPackPage, ownerOfDocument } from './workspacePlaces.ts';

/** Opens any document of the meeting; false when there is none of this id. */
export function showDocument(workspace: Workspace, documentId: string): boolean {
  const { meeting } = workspace.store.getState();
  const owner = meeting && ownerOfDocument(meeting, documentId);
  if (!owner) return false;
  workspace.places.leaving();
  workspace.show({ itemId: owner.itemId, briefingId: owner.briefingId, documentId });
  return true;
}

/** Goes to a page of the pack, in whichever document it lies; says so when no document of the meeting has it. */
export function showPackPage(workspace: Workspace, packPage: number): void {
  const { meeting } = workspace.store.getState();
  const document = meeting && documentWithPackPage(meeting, packPage);
  if (!document || !showDocument(workspace, document.id)) workspace.notes.say('workspace.said.noSuchPage');
  else workspace.jumpTo({ packPage });
}

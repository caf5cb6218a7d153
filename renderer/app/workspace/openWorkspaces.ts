import { client } from '../../client.ts';
import { Workspace } from './Workspace.ts';

/**
 * Workspaces whose words could not be stored yet. They are kept in memory when the meeting is left (the disk was
 * full, say), so that coming back finds the words again.
 */
const kept = new Map<string, Workspace>();

export function workspaceFor(meetingId: string): Workspace {
  return kept.get(meetingId) ?? new Workspace(meetingId, client);
}

/** The meeting is left: stores what is being written, and keeps the workspace if that fails. */
export async function leave(workspace: Workspace): Promise<void> {
  kept.set(workspace.meetingId, workspace);
  if (await workspace.settle()) kept.delete(workspace.meetingId);
}

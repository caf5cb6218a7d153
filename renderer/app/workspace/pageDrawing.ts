import type { ReaderDrawing } from '../../features/reader/readerTypes.ts';
import { showToast } from '../../ui/toasts.ts';
import { draftOfMark, targetOfMark } from './markDrafts.ts';
import type { Workspace } from './Workspace.ts';

/** What is drawn and written on pages becomes notes of the meeting. Moving one says that it belongs there. */
export function pageDrawing(workspace: Workspace): ReaderDrawing {
  const { notes, store, meetingId } = workspace;
  return {
    add: (request) => notes.keep(draftOfMark(meetingId, request)),
    change: (id, { place, text, details }) =>
      notes.change(id, {
        ...(place === undefined ? {} : { target: targetOfMark(meetingId, place), inTray: false }),
        ...(text === undefined ? {} : { text }),
        ...details,
      }),
    remove: (id) => notes.remove(id),
    choose: (id) => store.setState({ activeKey: id }),
    open: (id) => workspace.showNoteInPane(id),
    warn: (message) =>
      void showToast({
        tone: 'problem',
        title: ({ t }) => t(`drawing.${message}`),
        text: ({ t }) => t(`drawing.${message}Why`),
      }),
  };
}

import type { ReactNode } from 'react';
import { CutDialog } from '../documents/CutDialog.tsx';
import { DocumentViewer } from '../documents/DocumentViewer.tsx';
import { CancelMeetingDialog } from '../meeting/CancelMeetingDialog.tsx';
import { MoveMeetingDialog } from '../meeting/MoveMeetingDialog.tsx';
import { MoveDocumentsDialog } from './MoveDocumentsDialog.tsx';
import { PasteAgendaDialog } from './PasteAgendaDialog.tsx';
import { SplitItemDialog } from './SplitItemDialog.tsx';
import { TemplateDialog } from './TemplateDialog.tsx';
import { useEditor, useEditorState } from './useEditor.ts';

/** The one dialog that is asked for. */
export function EditorDialogs({ onPaste }: { onPaste: (text: string) => void }): ReactNode {
  const model = useEditor();
  const dialog = useEditorState((state) => state.dialog);
  const onClose = (): void => model.closeDialog();
  switch (dialog?.name) {
    case 'split':
      return <SplitItemDialog itemId={dialog.itemId} onClose={onClose} />;
    case 'cut':
      return <CutDialog documentId={dialog.documentId} onClose={onClose} />;
    case 'moveDocuments':
      return <MoveDocumentsDialog documentIds={dialog.documentIds} onClose={onClose} />;
    case 'view':
      return <DocumentViewer documentId={dialog.documentId} page={dialog.page} onClose={onClose} />;
    case 'cancelMeeting':
      return <CancelMeetingDialog onClose={onClose} />;
    case 'moveMeeting':
      return <MoveMeetingDialog onClose={onClose} />;
    case 'template':
      return <TemplateDialog onClose={onClose} />;
    case 'pasteAgenda':
      return <PasteAgendaDialog onPaste={onPaste} onClose={onClose} />;
    case undefined:
      return null;
  }
}

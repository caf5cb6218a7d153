import { FileInput, MessageSquareQuote } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { takeIn } from '../incomingStore.ts';
import type { MeetingNotes } from './useMeetingNotes.ts';
import { useWorkspaceState } from './useWorkspace.ts';
import type { Workspace } from './Workspace.ts';

/** Notes and comments from elsewhere: out of a file, or those that stand in the document that is open. */
export function TakeInMenu({ workspace, notes }: { workspace: Workspace; notes: MeetingNotes }): ReactNode {
  const { t } = useMessages();
  const documentId = useWorkspaceState(workspace, ({ place }) => place.documentId);
  const document = documentId === null ? undefined : notes.index.documents.get(documentId);
  const label = t('incoming.open');
  return (
    <Menu
      label={label}
      trigger={<IconButton size="small" label={label} icon={<FileInput size={16} aria-hidden />} />}
    >
      <MenuItem
        icon={<FileInput size={16} aria-hidden />}
        onAction={() => takeIn(workspace.meetingId, [{ type: 'chosen' }])}
      >
        {t('incoming.fromFile')}
      </MenuItem>
      {document?.mediaType === 'application/pdf' && (
        <MenuItem
          icon={<MessageSquareQuote size={16} aria-hidden />}
          onAction={() => takeIn(workspace.meetingId, [{ type: 'document', documentId: document.id }])}
        >
          {t('incoming.fromDocument', { document: document.title })}
        </MenuItem>
      )}
    </Menu>
  );
}

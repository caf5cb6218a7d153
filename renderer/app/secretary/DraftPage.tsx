import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { AppState } from '../../../core/settings/settings.ts';
import { client, on } from '../../client.ts';
import { IssueDialog } from '../../features/issuing/IssueDialog.tsx';
import { pdfHost } from '../../features/reader/engine/pdfService.ts';
import type { ReviewProps } from '../../features/secretary/editor/DraftEditor.tsx';
import { DraftEditor } from '../../features/secretary/editor/DraftEditor.tsx';
import { DraftEditorModel } from '../../features/secretary/editor/DraftEditorModel.ts';
import { DraftSession } from '../../features/secretary/session/DraftSession.ts';
import { useMessages } from '../../ui/messages.tsx';
import { go, openMeeting } from '../appStore.ts';
import { keysText } from '../commands/keysText.ts';
import { draftDrawings } from './draftDrawings.ts';
import { draftShortcuts } from './draftShortcuts.ts';
import { ProposalReview } from './ProposalReview.tsx';
import { loadBodies, useSecretary } from './secretaryStore.ts';
import { useDraftCommands } from './useDraftCommands.ts';

const pages = draftDrawings(pdfHost);
const none = [] as const;

/** Shows what an import proposes, beside the items that the draft has then. */
const reviewWith = (model: DraftEditorModel) => (props: ReviewProps) => (
  <ProposalReview {...props} items={model.items} pages={pages} />
);

/** The editor of a draft, joined to main: what is typed is stored before the window goes. */
export function DraftPage({
  draftId,
  platform,
  onClose,
}: {
  draftId: string;
  platform: AppState['platform'];
  onClose: () => void;
}): ReactNode {
  const messages = useMessages();
  const bodies = useSecretary((secretary) => secretary.bodies);
  const [model] = useState(() => new DraftEditorModel(new DraftSession(draftId, () => client.drafts)));
  useOpenSession(model.session);
  useDraftCommands(model, platform);
  useEffect(() => {
    if (useSecretary.getState().bodies === null) void loadBodies();
  }, []);
  const [isIssuing, setIsIssuing] = useState(false);
  const keys = (command: 'undoEdit' | 'redoEdit' | 'showPreflight'): string =>
    keysText(draftShortcuts[command][0], platform, messages);
  return (
    <>
      <DraftEditor
        model={model}
        bodies={bodies ?? none}
        pages={pages}
        keys={{ undo: keys('undoEdit'), redo: keys('redoEdit'), preflight: keys('showPreflight') }}
        onClose={() => void model.session.flushAll().then(onClose)}
        onIssue={() => setIsIssuing(true)}
        onManageKeys={() => go({ name: 'settings' })}
        review={reviewWith(model)}
      />
      {isIssuing && (
        <IssueDialog
          draftId={draftId}
          onClose={() => setIsIssuing(false)}
          onManageKeys={() => go({ name: 'settings' })}
          onOpenMeeting={openMeeting}
        />
      )}
    </>
  );
}

function useOpenSession(session: DraftSession): void {
  useEffect(() => {
    void session.open();
    const store = (): void => void session.flushAll();
    window.addEventListener('pagehide', store);
    document.addEventListener('visibilitychange', store);
    const ends = [on('drafts.changed', session.takeView), on('drafts.progress', session.takeProgress)];
    return () => {
      store();
      window.removeEventListener('pagehide', store);
      document.removeEventListener('visibilitychange', store);
      ends.forEach((end) => end());
    };
  }, [session]);
}

import type { ReactNode } from 'react';
import { useEffect, useMemo } from 'react';
import { client } from '../../client.ts';
import { DraftsScreen } from '../../features/secretary/drafts/DraftsScreen.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { showToast } from '../../ui/toasts.ts';
import { useReportFailure } from '../../ui/useReportFailure.ts';
import { go, useApp } from '../appStore.ts';
import { createDraft, followDrafts, loadDrafts, openDraft, useSecretary } from './secretaryStore.ts';

/** The list of drafts, joined to main and to the library. */
export function DraftsPage(): ReactNode {
  const { t } = useMessages();
  const report = useReportFailure();
  const { drafts, draftsError, bodies, newDraft } = useSecretary();
  const library = useApp((app) => app.library);
  const meetings = useMemo(
    () => (library?.meetings ?? []).toSorted((one, other) => other.start.localeCompare(one.start)),
    [library],
  );
  useEffect(followDrafts, []);
  const remove = async (draftId: string): Promise<void> => {
    const answer = await client.drafts.remove({ draftId });
    if (!answer.ok) return report(answer.error);
    showToast({ tone: 'good', title: t('secretary.draft.removed') });
    await loadDrafts();
  };
  return (
    <DraftsScreen
      drafts={drafts}
      error={draftsError}
      bodies={bodies ?? []}
      meetings={meetings}
      newDraft={newDraft}
      onNewDraft={(from) => useSecretary.setState({ newDraft: from })}
      onCreate={(start) =>
        void createDraft(start).then((error) => {
          if (error !== null) report(error);
        })
      }
      onOpen={openDraft}
      onRemove={(draftId) => void remove(draftId)}
      onShowBodies={() => go({ name: 'bodies', bodyId: null })}
      onRetry={() => void loadDrafts()}
    />
  );
}
